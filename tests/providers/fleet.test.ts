import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBudget } from '../../providers/microsoft/graph/budget.ts';
import { makeClouds } from '../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { mapLimited } from '../flows/verification/verification-world.ts';
import { addDirectory, judge } from './support/judge.ts';
import { systemClock } from '../../server/clock.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, latencyMs: 50 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

/** Counts what is under way, per tenant and in all: from the request to the end of the answer's head. */
function createMeter() {
  const underWay = new Map<string, number>();
  const highest = new Map<string, number>();
  const add = (key: string, by: number) => {
    const now = (underWay.get(key) ?? 0) + by;
    underWay.set(key, now);
    highest.set(key, Math.max(now, highest.get(key) ?? 0));
  };
  const metered: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const token = new Headers(init?.headers).get('authorization');
    const tenant = token === null ? (url.pathname.split('/')[1] ?? '') : tenantOf(token);
    for (const key of [tenant, 'all']) add(key, 1);
    try {
      return await fetch(input, init);
    } finally {
      for (const key of [tenant, 'all']) add(key, -1);
    }
  };
  return { fetch: metered, highest };
}

function tenantOf(token: string): string {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as { tid: string }).tid;
}

test('500 tenants at 50 ms an answer stay below the budgets, and all are verified', async () => {
  const meter = createMeter();
  const budgetLimits = { perTenant: 4, perApp: 16, perCloud: 48 };
  const clouds = makeClouds({ sandboxOrigin: sandbox.origin });
  const provider = createMicrosoftProvider({ clouds, now: systemClock, budgetLimits, fetch: meter.fetch });
  const directories = Array.from({ length: 500 }, () => addDirectory(sandbox));
  const judged = await mapLimited(directories, 64, (directory) => judge(provider, directory));
  const failing = judged.filter(({ checks }) =>
    checks.some(({ status }) => status !== 'pass' && status !== 'skip'),
  );
  expect(failing).toEqual([]);
  expect(meter.highest.get('all')).toBeLessThanOrEqual(budgetLimits.perCloud);
  for (const { tenantId } of directories) {
    expect(meter.highest.get(tenantId)).toBeLessThanOrEqual(budgetLimits.perTenant);
  }
}, 300_000);

test('of several who wait the tenant with the least under way goes first', async () => {
  const budget = createBudget({ perTenant: 3, perApp: 3, perCloud: 3 });
  const { signal } = new AbortController();
  const account = (tenant: string) => ({ cloud: 'global', app: 'app', tenant });
  const busy = await Promise.all([1, 2, 3].map(() => budget.enter(account('greedy'), signal)));
  const order: string[] = [];
  const waiting = ['greedy', 'greedy', 'modest'].map(async (tenant) => {
    const leave = await budget.enter(account(tenant), signal);
    order.push(tenant);
    leave();
  });
  busy[0]?.();
  await Promise.all(waiting);
  expect(order).toEqual(['modest', 'greedy', 'greedy']);
});

test('whoever gives up waiting leaves the queue, and a place given back twice counts once', async () => {
  const budget = createBudget({ perTenant: 1, perApp: 1, perCloud: 1 });
  const account = { cloud: 'global', app: 'app', tenant: 'tenant' };
  const caller = new AbortController();
  const leave = await budget.enter(account, caller.signal);
  const second = new AbortController();
  const given = budget.enter(account, second.signal);
  second.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  leave();
  leave();
  const next = await budget.enter(account, caller.signal);
  let isIn = false;
  const last = budget.enter(account, caller.signal).then((release) => {
    isIn = true;
    release();
  });
  await Promise.resolve();
  expect(isIn).toBe(false);
  next();
  await last;
});
