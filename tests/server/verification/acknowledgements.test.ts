import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import type { ApiClient, GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let operator: ApiClient;
let sql: ReturnType<typeof createClient>;
beforeAll(async () => {
  app = await startTestApp();
  operator = await app.as('operator');
  sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
});
afterAll(async () => {
  await sql.end();
  await app[Symbol.asyncDispose]();
});

const checkFields =
  'key status group groupPosition acknowledgement { id reason expiresAt acknowledgedBy { displayName } } endedAcknowledgement { reason ended expiresAt }';
const report = `verificationReport { summary { overall acknowledged counts { fail } } checks { ${checkFields} } }`;
const acknowledge = `mutation ($input: AcknowledgeVerificationCheckInput!) {
  acknowledgeVerificationCheck(input: $input) { check { ${checkFields} } run { id version ${report} } } }`;
const withdraw = `mutation ($input: WithdrawAcknowledgementInput!) {
  withdrawVerificationCheckAcknowledgement(input: $input) { check { ${checkFields} } run { version } } }`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

async function verify(scenario: string): Promise<string> {
  const input = { tenantId: await app.tenantId(scenario) };
  const start =
    'mutation ($input: StartVerificationInput!) { startVerification(input: $input) { run { id } } }';
  const { data } = await operator.query(start, { input });
  const id: string = data.startVerification.run.id;
  const follow = 'subscription ($id: ID!) { operationRun(id: $id) { status } }';
  for await (const _event of operator.subscribe(follow, { id })) continue;
  return id;
}

interface SeenRun {
  readonly version: number;
  readonly reports: boolean;
  readonly verificationReport: {
    readonly summary: { readonly overall: string; readonly acknowledged: number };
    readonly checks: readonly {
      readonly key: string;
      readonly group: string;
      readonly acknowledgement: object | null;
      readonly endedAcknowledgement: object | null;
    }[];
  };
}

async function readRun(id: string): Promise<SeenRun> {
  const { data } = await operator.query(
    `query ($id: ID!) { operationRun(id: $id) { version reports ${report} } }`,
    {
      id,
    },
  );
  return data.operationRun as SeenRun;
}

const known = (run: SeenRun) =>
  run.verificationReport.checks
    .filter(({ acknowledgement }) => acknowledgement !== null)
    .map(({ key }) => key);

const ended = (run: SeenRun) =>
  run.verificationReport.checks.flatMap(({ key, endedAcknowledgement }) =>
    endedAcknowledgement === null ? [] : [{ key, ...endedAcknowledgement }],
  );

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];

describe('an acknowledgement', () => {
  const checkKey = 'consent.app_roles';

  it('stands beside a red check without turning it green, moves the version, and is carried while nothing changes', async () => {
    const runId = await verify('missing-permission');
    const before = await readRun(runId);
    expect(before.reports).toBe(true);
    expect(before.verificationReport.checks.find(({ key }) => key === checkKey)?.group).not.toBe(
      'ACKNOWLEDGED',
    );
    const { data } = await operator.query(acknowledge, {
      input: { runId, checkKey, reason: '  Ticket 4711 ' },
    });
    const { check, run } = data.acknowledgeVerificationCheck;
    expect(check).toEqual({
      key: checkKey,
      status: 'FAIL',
      group: 'ACKNOWLEDGED',
      groupPosition: 5,
      acknowledgement: {
        id: expect.any(String),
        reason: 'Ticket 4711',
        acknowledgedBy: { displayName: 'Ophelia Operator' },
        expiresAt: expect.any(String),
      },
      endedAcknowledgement: null,
    });
    expect(run.version).toBeGreaterThan(before.version);
    expect(run.verificationReport.summary).toEqual({ ...before.verificationReport.summary, acknowledged: 1 });

    const later = await readRun(await verify('missing-permission'));
    expect(known(later)).toEqual([checkKey]);
    expect(later.verificationReport.summary).toEqual(run.verificationReport.summary);
    const audit = await sql`select action, data ->> 'check_key' as key from audit_entries
        where subject_type = 'operation_run' and subject_id = ${rowOf(runId)} and action like 'verification.%'`;
    expect(audit).toEqual([expect.objectContaining({ action: 'verification.acknowledged', key: checkKey })]);
  });

  it('is void once the check fails on other evidence, says so from then on, and does not come back', async () => {
    const { tenantId, clientId } = await identityOf('missing-permission');
    await control('DELETE', 'roles', { tenantId, clientId, role: 'DeviceManagementApps.Read.All' });
    const changed = await readRun(await verify('missing-permission'));
    expect(known(changed)).toEqual([]);
    expect(changed.verificationReport.summary).toMatchObject({ acknowledged: 0, overall: 'NEEDS_ATTENTION' });
    const end = {
      key: checkKey,
      reason: 'Ticket 4711',
      ended: 'CHECK_CHANGED',
      expiresAt: expect.any(String) as unknown,
    };
    expect(ended(changed)).toEqual([end]);

    await control('POST', 'roles', { tenantId, clientId, role: 'DeviceManagementApps.Read.All' });
    const runId = await verify('missing-permission');
    expect([known(await readRun(runId)), ended(await readRun(runId))]).toEqual([[], [end]]);
    await operator.query(acknowledge, { input: { runId, checkKey, reason: 'Still known' } });
    expect([known(await readRun(runId)), ended(await readRun(runId))]).toEqual([[checkKey], []]);
    await operator.query(withdraw, { input: { runId, checkKey } });
    expect([known(await readRun(runId)), ended(await readRun(runId))]).toEqual([[], []]);
  });

  it('is seen by who watches the tenant, when given and when withdrawn', async () => {
    const runId = await verify('secret-expired');
    const tenantId = await app.tenantId('secret-expired');
    const watch = `subscription ($tenantId: ID!) { tenantVerification(tenantId: $tenantId) { version ${report} } }`;
    const reader = await app.as('readonly');
    const seen: { version: number; acknowledged: number }[] = [];
    const input = { runId, checkKey: 'token.acquire' };
    for await (const { data } of reader.subscribe(watch, { tenantId })) {
      const { version, verificationReport } = data.tenantVerification;
      seen.push({ version, acknowledged: verificationReport.summary.acknowledged });
      if (seen.length === 1) {
        await operator.query(acknowledge, {
          input: { ...input, reason: 'New secret on Monday', expiresAt: inDays(7) },
        });
      } else if (seen.length === 2) await operator.query(withdraw, { input });
      else break;
    }
    expect(seen.map(({ acknowledged }) => acknowledged)).toEqual([0, 1, 0]);
    const versions = seen.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    const again = await operator.query(withdraw, { input });
    expect(again.data.withdrawVerificationCheckAcknowledgement.run.version).toBe(versions.at(-1));
  });

  it('ends on its own', async () => {
    const runId = await verify('secret-expired');
    await operator.query(acknowledge, {
      input: { runId, checkKey: 'token.acquire', reason: 'soon', expiresAt: inDays(1) },
    });
    await sql`update verification_check_acknowledgements
      set acknowledged_at = now() - interval '2 days', expires_at = now() - interval '1 day' where operation_run_id = ${rowOf(runId)}`;
    for (const run of [await readRun(runId), await readRun(await verify('secret-expired'))]) {
      expect(known(run)).toEqual([]);
      expect(run.verificationReport.summary.acknowledged).toBe(0);
      expect(ended(run)).toMatchObject([{ key: 'token.acquire', reason: 'soon', ended: 'EXPIRED' }]);
    }
  });

  it('is refused with what was expected', async () => {
    const runId = await verify('secret-expired');
    const ask = async (input: object, as: ApiClient = operator) =>
      codeOf(
        await as.query(acknowledge, {
          input: { runId, checkKey: 'token.acquire', reason: 'x', expiresAt: inDays(3), ...input },
        }),
      );
    expect(await ask({ reason: '  ' })).toBe('BAD_USER_INPUT');
    expect(await ask({ reason: 'x'.repeat(1001) })).toBe('BAD_USER_INPUT');
    expect(await ask({ expiresAt: null })).toBe('BAD_USER_INPUT');
    expect(await ask({ expiresAt: inDays(15) })).toBe('BAD_USER_INPUT');
    expect(await ask({ expiresAt: inDays(-1) })).toBe('BAD_USER_INPUT');
    expect(await ask({ checkKey: 'no.such' })).toBe('BAD_USER_INPUT');
    expect(await ask({ checkKey: 'config.connection' })).toBe('CONFLICT');
    expect(await ask({}, await app.as('readonly'))).toBe('FORBIDDEN');
    const foreign = await (
      await app.as('stranger')
    ).query(acknowledge, { input: { runId, checkKey: 'a.b', reason: 'x' } });
    const absent = await operator.query(acknowledge, {
      input: { runId: '999999', checkKey: 'a.b', reason: 'x' },
    });
    expect(foreign.text).toBe(absent.text);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
  });

  it('is held by the database too, whoever writes', async () => {
    const [row] =
      await sql`select id from operation_runs where report_overall = 'blocked' order by id desc limit 1`;
    const insert = (
      key: string,
      expires: string | null,
    ) => sql`insert into verification_check_acknowledgements
      (operation_run_id, check_key, reason, acknowledged_by_user_id, evidence_hash, expires_at)
      select ${row?.['id'] as string}, ${key}, 'by hand', min(id), repeat('a', 64), ${expires}::timestamptz from users`;
    await expect(insert('token.acquire', null)).rejects.toThrow(/needs an end/);
    await expect(insert('config.connection', inDays(1))).rejects.toThrow(/did not fail/);
    await expect(sql`update operation_runs set acknowledgements_version = acknowledgements_version + 1,
      outcome = 'succeeded' where id = ${row?.['id'] as string}`).rejects.toThrow(
      /completed and cannot be changed/,
    );
  });
});

async function identityOf(scenario: string) {
  const { default: scenarios } = await import('../../../sandbox/scenarios.json', { with: { type: 'json' } });
  const identity = scenarios.find(({ name }) => name === scenario);
  if (identity === undefined) throw new Error(`no scenario ${scenario}`);
  return identity;
}

async function control(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${app.sandboxOrigin}/_control/${path}`, {
    method,
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(204);
}
