import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../../core/runs/verdict.ts';
import { countDays } from '../../../core/tenants/readiness-history.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { getReadinessHistory, listLackingDays } from '../../../db/verification/tenant-days.ts';
import { repairStandings } from '../../../flows/verification/repair-standings.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let database: Database;
let test: TestSql;
const viewer = { userId: 1, workspaceId: null, scopes: null };
const hour = 3_600_000;

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'tenant-days-test' });
  test = openSql(connection);
  await test.sql`insert into workspaces (name, slug) values ('One', 'one'), ('Two', 'two')`;
  await test.sql`insert into users (display_name) values ('Owner')`;
  await test.sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function addTenant(workspaceId = 1): Promise<number> {
  const [row] = await test.sql<{ id: number }[]>`
    insert into tenants (workspace_id, name, status) values (${workspaceId}, 'T', 'active') returning id::int`;
  return row?.id ?? 0;
}

interface Verification {
  readonly verdict: Verdict;
  readonly at: Date;
  /** Refused starts are completed from the beginning. */
  readonly isRefused: boolean;
  readonly code: string | null;
}

/** Queued in the order of the list; ended in the order in which they end. */
async function verify(tenantId: number, all: readonly Verification[], workspaceId = 1): Promise<number[]> {
  const ids: number[] = [];
  for (const each of all) {
    const end = each.isRefused ? ending(each) : { status: 'queued', outcome: 'pending' };
    const [row] = await test.sql<{ id: number }[]>`insert into operation_runs ${test.sql({
      workspace_id: workspaceId,
      tenant_id: tenantId,
      type: 'provider.connection.check',
      ...end,
    })} returning id::int`;
    ids.push(row?.id ?? 0);
  }
  const ended = all
    .map((each, place) => ({ each, id: ids[place] ?? 0 }))
    .filter(({ each }) => !each.isRefused)
    .sort((one, other) => one.each.at.getTime() - other.each.at.getTime());
  for (const { each, id } of ended)
    await test.sql`update operation_runs set ${test.sql(ending(each))} where id = ${id}`;
  return ids;
}

function ending({ verdict, at, code, isRefused }: Verification) {
  const checks = [
    { key: 'one', status: 'warn', blocking: false, reason_code: 'network.timeout' },
    { key: 'two', status: 'fail', blocking: true, reason_code: code },
  ];
  const report = { summary: { overall: verdict, counts: { total: 2 } }, checks };
  return {
    status: 'completed',
    outcome: isRefused ? 'blocked' : 'succeeded',
    completed_at: at,
    context: test.sql.json({ verification_report: report }),
  };
}

const storedDays = async (tenantId: number) =>
  await test.sql`select day::text, overall, top_reason, operation_run_id::int, runs from tenant_days
    where tenant_id = ${tenantId} order by day`;

/** The rule, written down without SQL. */
function daysOf(all: readonly Verification[], ids: readonly number[], timeZone: string) {
  const dayIn = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
  const days = new Map<string, { id: number; last: Verification; runs: number }>();
  for (const [place, each] of all.entries()) {
    const day = dayIn.format(each.at);
    days.set(day, { id: ids[place] ?? 0, last: each, runs: (days.get(day)?.runs ?? 0) + 1 });
  }
  return [...days].toSorted().map(([day, { id, last, runs }]) => ({
    day,
    overall: last.verdict,
    top_reason: last.verdict === 'ready' ? null : (last.code ?? 'network.timeout'),
    operation_run_id: id,
    runs,
  }));
}

/** Zones ahead of and behind UTC, with the two days on which each changes its clocks in 2026. */
const zones = fc.constantFrom(
  { timeZone: 'UTC', around: ['2026-06-01', '2026-12-31'] },
  { timeZone: 'Europe/Berlin', around: ['2026-03-29', '2026-10-25'] },
  { timeZone: 'America/New_York', around: ['2026-03-08', '2026-11-01'] },
  { timeZone: 'Pacific/Auckland', around: ['2026-04-05', '2026-09-27'] },
);
const histories = zones.chain(({ timeZone, around }) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    all: fc.array(
      fc.record({
        verdict: fc.constantFrom<Verdict>('ready', 'needs_attention', 'blocked'),
        // Every half hour of the days around a change.
        at: fc
          .record({ day: fc.constantFrom(...around), halfHours: fc.integer({ min: -60, max: 84 }) })
          .map(({ day, halfHours }) => new Date(Date.parse(day) + halfHours * (hour / 2))),
        isRefused: fc.boolean(),
        code: fc.constantFrom(null, 'permission.missing', 'app.disabled'),
      }),
      { maxLength: 10 },
    ),
  }),
);

it('keeps the last verdict of each local day, and makes the same days again from the runs', async () => {
  const property = fc.asyncProperty(histories, fc.nat(), async ({ timeZone, all }, which) => {
    await test.sql`update workspaces set time_zone = ${timeZone} where id = 1`;
    const tenantId = await addTenant();
    const ids = await verify(tenantId, all);
    const kept = [...(await storedDays(tenantId))];
    expect(kept).toEqual(daysOf(all, ids, timeZone));
    expect(await listLackingDays(database.db, [tenantId])).toEqual([]);
    const one = kept[which % Math.max(kept.length, 1)];
    if (one === undefined) return;
    const day = one['day'] as string;
    for (const lost of [test.sql``, test.sql`and day = ${day}`]) {
      await test.sql`delete from tenant_days where tenant_id = ${tenantId} ${lost}`;
      expect((await repairStandings({ database }, { repair: true })).stale).toEqual([tenantId]);
      expect([...(await storedDays(tenantId))]).toEqual(kept);
    }
  });
  await fc.assert(property, { numRuns: 25 });
});

const verdictAt = (at: string, verdict: Verdict): Verification => ({
  verdict,
  at: new Date(at),
  isRefused: false,
  code: 'app.disabled',
});

it('leaves the days that have passed as they are when the workspace moves to another time zone', async () => {
  await test.sql`update workspaces set time_zone = 'Pacific/Auckland' where id = 1`;
  const tenantId = await addTenant();
  const evenings = ['2026-06-01T20:00Z', '2026-06-02T20:00Z', '2026-06-03T20:00Z'];
  await verify(
    tenantId,
    evenings.map((at) => verdictAt(at, 'blocked')),
  );
  const kept = [...(await storedDays(tenantId))];
  expect(kept.map(({ day }) => day as string)).toEqual(['2026-06-02', '2026-06-03', '2026-06-04']);
  await test.sql`update workspaces set time_zone = 'UTC' where id = 1`;
  expect(await repairStandings({ database }, { repair: true })).toMatchObject({ stale: [] });
  expect([...(await storedDays(tenantId))]).toEqual(kept);
});

it('finds and repairs a day that was changed by hand', async () => {
  const tenantId = await addTenant();
  const [older = 0] = await verify(tenantId, [
    verdictAt('2026-06-01T12:00Z', 'ready'),
    verdictAt('2026-06-02T12:00Z', 'blocked'),
  ]);
  const right = [...(await storedDays(tenantId))];
  for (const damage of [
    `overall = 'needs_attention'`,
    `operation_run_id = ${older} - 1`,
    `top_reason = 'made.up'`,
  ]) {
    await test.sql.unsafe(`update tenant_days set ${damage} where tenant_id = ${tenantId}`);
    expect(await repairStandings({ database }, { repair: false })).toMatchObject({ stale: [tenantId] });
    expect(await repairStandings({ database }, { repair: true })).toMatchObject({ stale: [tenantId] });
    expect(await repairStandings({ database }, { repair: false })).toMatchObject({ stale: [] });
    expect([...(await storedDays(tenantId))]).toEqual(right);
  }
});

it('shows each tenant of the viewer as a row of letters, archived ones aside', async () => {
  await test.sql`update workspaces set time_zone = 'Pacific/Auckland' where id = 1`;
  await test.sql`update tenants set status = 'archived'`;
  const [tenantId, never, archived, foreign] = [
    await addTenant(),
    await addTenant(),
    await addTenant(),
    await addTenant(2),
  ];
  const now = new Date('2026-11-30T12:00Z');
  const all = [
    verdictAt('2026-11-28T12:00Z', 'ready'),
    verdictAt('2026-11-30T10:00Z', 'needs_attention'),
    verdictAt('2026-11-30T12:00Z', 'blocked'),
  ];
  for (const id of [tenantId, archived]) await verify(id, all);
  await verify(foreign, all, 2);
  await test.sql`update tenants set status = 'archived' where id = ${archived}`;
  // Already the first of December there.
  expect(await getReadinessHistory(database.db, viewer, 1, { days: 4, now })).toEqual({
    days: ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'],
    tenants: [
      { tenantId, letters: '.RAB' },
      { tenantId: never, letters: '....' },
    ],
  });
  expect((await getReadinessHistory(database.db, viewer, 2, { days: 1, now })).tenants).toEqual([]);
});

it('counts tenants by letter and day', () => {
  const tenants = ['R.', 'BA', 'RB'].map((letters, tenantId) => ({ tenantId, letters }));
  expect(countDays({ days: ['2026-11-29', '2026-11-30'], tenants })).toEqual([
    { day: '2026-11-29', ready: 2, needsAttention: 0, blocked: 1, notVerified: 0 },
    { day: '2026-11-30', ready: 0, needsAttention: 1, blocked: 1, notVerified: 1 },
  ]);
});
