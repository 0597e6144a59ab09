import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const start = `mutation ($id: ID!) {
  startVerification(input: { tenantId: $id }) { result reasonCode run { id status outcome } nextSteps { label url } }
}`;
const follow = `subscription ($id: ID!) {
  operationRun(id: $id) { version status outcome progress { completed total unit current }
    verificationReport { summary { overall counts { total pass running } } checks { key status reasonCode } } }
}`;

interface Seen {
  version: number;
  status: string;
  outcome: string;
  progress: { completed: number; total: number; unit: string };
  verificationReport: null | {
    summary: { overall: string };
    checks: { key: string; status: string; reasonCode: string | null }[];
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function verifyAndFollow(scenario: string): Promise<Seen[]> {
  const operator = await app.as('owner');
  const { data } = await operator.query(start, { id: await app.tenantId(scenario) });
  const seen: Seen[] = [];
  for await (const event of operator.subscribe(follow, { id: data.startVerification.run.id })) {
    seen.push(event.data.operationRun);
  }
  return seen;
}

describe('a verification, from the mutation to the stored report', () => {
  it('streams rising versions and completes after the final state', async () => {
    await app.setLatency('slow', 400);
    const seen = await verifyAndFollow('slow');
    const versions = seen.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(0)?.status).not.toBe('COMPLETED');
    expect(seen.at(-1)).toMatchObject({
      status: 'COMPLETED',
      outcome: 'SUCCEEDED',
      progress: { completed: 21, total: 21, unit: 'checks' },
      verificationReport: { summary: { overall: 'READY' } },
    });
  });

  // outcome, overall, and the first check that did not pass with its reason.
  const scenarios = [
    ['healthy', 'SUCCEEDED', 'READY', null, null],
    ['missing-permission', 'SUCCEEDED', 'NEEDS_ATTENTION', 'consent.app_roles', 'permission.missing'],
    ['secret-expired', 'FAILED', 'BLOCKED', 'token.acquire', 'credential.secret_expired'],
    ['secret-invalid', 'FAILED', 'BLOCKED', 'token.acquire', 'credential.secret_invalid'],
    ['no-consent', 'FAILED', 'BLOCKED', 'token.claims', 'consent.missing'],
    ['throttled', 'SUCCEEDED', 'READY', null, null],
    ['graph-down', 'FAILED', 'NEEDS_ATTENTION', 'tenant.identity', 'provider.transient'],
    ['wrong-directory', 'FAILED', 'BLOCKED', 'tenant.identity', 'tenant.target_mismatch'],
    ['no-connection', 'BLOCKED', 'BLOCKED', 'config.connection', 'connection.missing'],
    ['no-credential', 'BLOCKED', 'BLOCKED', 'config.credential', 'credential.missing'],
  ] as const;

  it.each(scenarios)('%s ends %s and %s', async (scenario, outcome, overall, key, reason) => {
    const last = (await verifyAndFollow(scenario)).at(-1);
    expect(last).toMatchObject({
      status: 'COMPLETED',
      outcome,
      verificationReport: { summary: { overall } },
    });
    const offender = last?.verificationReport?.checks.find(
      ({ status }) => status !== 'PASS' && status !== 'SKIP',
    );
    expect([offender?.key ?? null, offender?.reasonCode ?? null]).toEqual([key, reason]);
  });
});
