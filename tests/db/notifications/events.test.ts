import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { recordExpiries } from '../../../flows/notifications/record-expiries.ts';
import { repairStandings } from '../../../flows/verification/repair-standings.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let database: Database;
let test: TestSql;

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 4, applicationName: 'events-test' });
  test = openSql(connection);
  await test.sql`insert into workspaces (name, slug) values ('One', 'one')`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const expired = { code: 'credential.secret_expired', appId: 'app-1' };
const unconsented = { code: 'consent.missing', appId: 'app-1' };
type Reason = typeof expired;

async function addTenant(): Promise<number> {
  const [row] = await test.sql<{ id: number }[]>`
    insert into tenants (workspace_id, name, status) values (1, 'T', 'active') returning id::int`;
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

async function start(tenantId: number): Promise<number> {
  const [row] = await test.sql<{ id: number }[]>`
    insert into operation_runs (workspace_id, tenant_id, type, trigger, status, started_at)
    values (1, ${tenantId}, 'provider.connection.check', 'schedule', 'running', now()) returning id::int`;
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

/** `reason` null: it is ready. */
async function end(runId: number, overall: string, reason: Reason | null, sql = test.sql): Promise<void> {
  const evidence = [
    { kind: 'app_id', value: reason?.appId },
    { kind: 'microsoft_message', value: 'AADSTS7000222: for a person’s eyes' },
  ];
  const check = {
    key: 'provider.token',
    status: 'fail',
    blocking: overall === 'blocked',
    reason_code: reason?.code,
    evidence,
  };
  const checks = reason === null ? [] : [check];
  const context = { verification_report: { summary: { overall, counts: { total: 1 } }, checks } };
  await sql`update operation_runs set status = 'completed', outcome = 'succeeded', completed_at = now(),
    context = context || ${test.sql.json(context)} where id = ${runId}`;
}

async function verified(tenantId: number, overall: string, reason: Reason | null = null): Promise<number> {
  const runId = await start(tenantId);
  await end(runId, overall, reason);
  return runId;
}

const eventsOf = (tenantId: number) =>
  test.sql`select kind, severity, cause_key, data, trigger, operation_run_id::int as run from events
    where tenant_id = ${tenantId} order by id`;
const kindsOf = async (tenantId: number) => (await eventsOf(tenantId)).map((row): unknown => row['kind']);

it('records a transition once, and nothing while a tenant stays as it is', async () => {
  const tenantId = await addTenant();
  await verified(tenantId, 'ready');
  expect(await kindsOf(tenantId)).toEqual([]);
  const broken = await verified(tenantId, 'blocked', expired);
  await verified(tenantId, 'blocked', expired);
  await verified(tenantId, 'blocked', expired);
  const changed = await verified(tenantId, 'blocked', unconsented);
  await start(tenantId);
  const repaired = await verified(tenantId, 'ready');
  await verified(tenantId, 'ready');
  const common = { trigger: 'schedule' };
  expect(await eventsOf(tenantId)).toEqual([
    {
      ...common,
      kind: 'tenant.not_ready',
      severity: 'critical',
      cause_key: 'credential.secret_expired app_id=app-1',
      data: {
        reason: expired.code,
        overall: 'blocked',
        before: 'ready',
        facts: [{ kind: 'app_id', value: 'app-1' }],
      },
      run: broken,
    },
    expect.objectContaining({ kind: 'tenant.reason_changed', run: changed }),
    expect.objectContaining({
      kind: 'tenant.ready',
      severity: 'info',
      cause_key: 'consent.missing app_id=app-1',
      run: repaired,
    }),
  ]);
});

it('gives tenants that one application’s secret broke one cause, and another application’s another', async () => {
  const tenants = [await addTenant(), await addTenant(), await addTenant()];
  const appIds = ['app-1', 'app-1', 'app-2'];
  for (const [index, tenantId] of tenants.entries())
    await verified(tenantId, 'blocked', { code: expired.code, appId: appIds[index] ?? '' });
  const causes = await test.sql`select cause_key, count(*)::int from events
    where tenant_id in ${test.sql(tenants)} group by 1 order by 1`;
  expect(causes.map(({ count }): unknown => count)).toEqual([2, 1]);
});

it('loses the event with the transaction that made the transition, and finds both in its repetition', async () => {
  const tenantId = await addTenant();
  const runId = await start(tenantId);
  const dying = test.sql.begin(async (tx) => {
    await end(runId, 'blocked', expired, tx as unknown as typeof test.sql);
    throw new Error('the worker dies');
  });
  await expect(dying).rejects.toThrow('the worker dies');
  expect(await kindsOf(tenantId)).toEqual([]);
  await end(runId, 'blocked', expired);
  expect(await kindsOf(tenantId)).toEqual(['tenant.not_ready']);
});

it('is not told twice by a repair, and tells what a lost standing kept back', async () => {
  const tenantId = await addTenant();
  await verified(tenantId, 'blocked', expired);
  await test.sql`update tenant_standing set verdict_run_id = null, overall = null where tenant_id = ${tenantId}`;
  await repairStandings({ database }, { repair: true });
  expect(await kindsOf(tenantId)).toEqual(['tenant.not_ready']);
  await test.sql`alter table tenant_standing disable trigger tenant_standing_events`;
  await verified(tenantId, 'ready');
  await test.sql`alter table tenant_standing enable trigger tenant_standing_events`;
  await test.sql`update tenant_standing set verdict_run_id = verdict_run_id - 1, overall = 'blocked' where tenant_id = ${tenantId}`;
  await repairStandings({ database }, { repair: true });
  expect(await kindsOf(tenantId)).toEqual(['tenant.not_ready', 'tenant.ready']);
});

it('says nothing about an archived tenant', async () => {
  const tenantId = await addTenant();
  const runId = await start(tenantId);
  await test.sql`update tenants set status = 'archived' where id = ${tenantId}`;
  await end(runId, 'blocked', expired);
  expect(await kindsOf(tenantId)).toEqual([]);
});

it('warns of a credential at 30, 14, 7 and 1 days and when it has expired, whoever looks and how often', async () => {
  const tenantId = await addTenant();
  const expiresAt = new Date('2027-03-31T12:00:00Z');
  await test.sql`update tenant_standing set credential_expires_at = ${expiresAt} where tenant_id = ${tenantId}`;
  const daysBefore = (days: number) => new Date(expiresAt.getTime() - days * 86_400_000);
  const look = (days: number) => recordExpiries({ database, now: () => daysBefore(days) });
  for (const days of [31, 29, 28, 14, 13, 6, 1, 0, -1]) await Promise.all([look(days), look(days)]);
  const told =
    await test.sql`select data -> 'days' as days, severity from events where tenant_id = ${tenantId} order by id`;
  expect(told.map(({ days, severity }): unknown => [days, severity])).toEqual([
    [30, 'low'],
    [14, 'medium'],
    [7, 'medium'],
    [1, 'high'],
    [0, 'critical'],
  ]);
  // Replaced: the new one is another.
  await test.sql`update tenant_standing set credential_expires_at = ${daysBefore(-20)} where tenant_id = ${tenantId}`;
  await look(-1);
  expect(await kindsOf(tenantId)).toHaveLength(6);
});

it('tells of a missed round once for each schedule and due time, and of each lost run', async () => {
  const [first, second] = [await addTenant(), await addTenant()];
  await test.sql`insert into schedules (workspace_id, operation_type, name, selector, cadence, at_local, time_zone, window_minutes, next_due_at)
    values (1, 'provider.connection.check', 'Nightly', '{"all": true}', 'daily', '02:00', 'UTC', 60, now())`;
  await test.sql`insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status, reason_code, ended_at)
    select 1, (select max(id) from schedules), tenant, 'provider.connection.check', due, due + interval '1 hour', 'skipped', 'schedule.missed', now()
    from unnest(array[${first}, ${second}]::bigint[]) tenant, unnest(array['2027-01-01T02:00Z', '2027-01-02T02:00Z']::timestamptz[]) due`;
  const missed =
    await test.sql`select data from events where kind = 'schedule.missed' order by data ->> 'dueAt'`;
  expect(missed.map(({ data }): unknown => data)).toEqual(
    ['2027-01-01T02:00:00Z', '2027-01-02T02:00:00Z'].map((dueAt) => ({
      reason: 'schedule.missed',
      schedule: 'Nightly',
      dueAt,
      tenants: 2,
    })),
  );
  const runId = await start(first);
  const lost = test.sql.json([{ code: 'run.abandoned', reason_code: 'worker.lost', message: '' }]);
  await test.sql`update operation_runs set status = 'completed', outcome = 'failed', completed_at = now(), failure_summary = ${lost},
    context = '{"verification_report": {"summary": {"overall": "needs_attention"}, "checks": []}}' where id = ${runId}`;
  expect(await kindsOf(first)).toEqual(['run.lost']);
});

it('never changes what it has recorded', async () => {
  await expect(test.sql`update events set severity = 'info'`).rejects.toThrow('events is append-only');
  await expect(test.sql`delete from events`).rejects.toThrow('events is append-only');
});
