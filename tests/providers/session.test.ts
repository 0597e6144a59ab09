import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeClouds } from '../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { requestIdFor } from '../../providers/microsoft/session.ts';
import { addFault, clearFaults } from '../../sandbox/graph/changes.ts';
import type { FaultAnswer } from '../../sandbox/control/faults.ts';
import {
  scenarioCredential,
  scenarios,
  scenarioTenantId,
  type ScenarioName,
} from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { evidenceKinds } from '../../core/provider/provider.ts';
import { collectAll, noPatience, openScenario } from './support/microsoft.ts';
import { systemClock } from '../../server/clock.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => {
  clearFaults(sandbox.state);
  sandbox.state.received.length = 0;
});
afterAll(() => sandbox[Symbol.asyncDispose]());

describe('one session', () => {
  test('asks Microsoft once per fact, however often and however parallel it is asked', async () => {
    await using session = openScenario(sandbox, 'healthy');
    const [first, second] = await Promise.all([
      session.collect('organization'),
      session.collect('organization'),
    ]);
    const third = await session.collect('organization');
    expect([second, third]).toEqual([first, first]);
    expect(sandbox.state.received.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      `POST /${scenarioTenantId('healthy')}/oauth2/v2.0/token`,
      'GET /v1.0/organization',
    ]);
  });

  test('sends the run’s id with every request, each question under a number of its own, so that Microsoft can find them', async () => {
    const correlationId = randomUUID();
    await using session = openScenario(sandbox, 'healthy', { correlationId });
    await collectAll(session);
    const ids = sandbox.state.received.map(({ clientRequestId }) => clientRequestId ?? 'none');
    const ofTheRun = ids.map((id) => id.replace(/-[0-9a-f]{4}-/, '-*-'));
    expect(new Set(ofTheRun)).toEqual(new Set([correlationId.replace(/-[0-9a-f]{4}-/, '-*-')]));
    const asked = evidenceKinds.filter((kind) => kind !== 'credential_shape');
    expect(new Set(ids)).toEqual(new Set(asked.map((kind) => requestIdFor(correlationId, kind))));
  });

  test('asks for a new token although the last session has one that is still good', async () => {
    for (let run = 0; run < 2; run += 1) {
      await using session = openScenario(sandbox, 'healthy');
      await session.collect('token');
    }
    expect(sandbox.state.received).toHaveLength(2);
  });

  test('opens no connection before it is asked', async () => {
    await using session = openScenario(sandbox, 'healthy');
    expect(session).toBeDefined();
    expect(sandbox.state.received).toEqual([]);
  });

  test('refuses every question after it has been disposed of', async () => {
    const session = openScenario(sandbox, 'healthy');
    await session[Symbol.asyncDispose]();
    await expect(session.collect('token')).rejects.toThrow('disposed');
  });
});

describe('the caller gives up', () => {
  const waits: readonly [string, string, FaultAnswer][] = [
    ['while Entra is silent', 'token', { kind: 'hang' }],
    ['while Graph is silent', 'graph', { kind: 'hang' }],
    ['in the middle of an endless body', 'graph', { kind: 'huge', bytes: 7 * 1024 * 1024 }],
    ['while waiting to ask Entra again', 'token', { kind: 'aadsts', code: 90033, retryAfterSeconds: 15 }],
    [
      'while waiting to ask Graph again',
      'graph',
      { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds: 15 },
    ],
  ];

  test.for(waits)(
    '%s: the question is rejected with the caller’s own reason, at once',
    async ([, on, answer]) => {
      addFault(sandbox.state, { on, answer });
      const caller = new AbortController();
      const reason = new Error('the run was cancelled');
      await using session = openScenario(sandbox, 'healthy', { signal: caller.signal });
      const question = session.collect('organization');
      // Aborted once the request has arrived: before that there is nothing to give up.
      while (!sandbox.state.received.some(({ url }) => on === 'token' || url.includes('/organization')))
        await delay(5);
      caller.abort(reason);
      const givenUpAt = performance.now();
      await expect(question).rejects.toBe(reason);
      // Every wait above is 15 s: one second (ms) tells "at once" from "when it was over" on any machine.
      expect(performance.now() - givenUpAt).toBeLessThan(1000);
    },
  );

  test('before anything was sent: nothing is sent', async () => {
    await using session = openScenario(sandbox, 'healthy', {
      signal: AbortSignal.abort(new Error('too late')),
    });
    await expect(session.collect('token')).rejects.toThrow('too late');
    expect(sandbox.state.received).toEqual([]);
  });
});

describe('a target that cannot be right', () => {
  const clouds = makeClouds({ sandboxOrigin: null });
  const fetch = () => Promise.reject(new Error('must not be called'));
  const secret = { type: 'client_secret', ...scenarioCredential('healthy') } as const;
  const options = () => ({ correlationId: randomUUID(), signal: new AbortController().signal });

  test.for(['', 'common', 'contoso.com', '../x', 'a/b', '{tenantid}', `${randomUUID()}\r\n`])(
    'directory %j never gets into an address',
    async (entraTenantId) => {
      const provider = createMicrosoftProvider({ clouds, fetch, now: systemClock });
      await using session = provider.openSession({ cloud: 'global', entraTenantId }, secret, options());
      for (const kind of evidenceKinds) {
        expect(await session.collect(kind)).toMatchObject({
          kind: 'unreadable',
          reason: 'tenant.identifier_invalid',
        });
      }
    },
  );

  test('the sandbox is no cloud unless it is configured', async () => {
    const provider = createMicrosoftProvider({ clouds, fetch, now: systemClock });
    const target = { cloud: 'sandbox', entraTenantId: scenarioTenantId('healthy') } as const;
    await using session = provider.openSession(target, secret, options());
    expect(await session.collect('token')).toMatchObject({
      kind: 'unreadable',
      reason: 'connection.invalid',
    });
  });
});

test('no answer to any question about any scenario holds a secret or a token', async () => {
  for (const name of Object.keys(scenarios) as ScenarioName[]) {
    if (name === 'slow') continue;
    await using session = openScenario(sandbox, name, noPatience);
    const answers = JSON.stringify(await Promise.all(evidenceKinds.map((kind) => session.collect(kind))));
    expect(answers).not.toContain(scenarioCredential(name).clientSecret.slice(8));
    // How every JWT begins: {"typ" or {"alg" in base64url.
    expect(answers).not.toMatch(/eyJ[\w-]{10}/);
  }
});
