import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../../core/runs/verdict.ts';
import { countDays } from '../../../core/tenants/readiness-history.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { getReadinessHistory } from '../../../db/verification/tenant-days.ts';
import { repairStandings } from '../../../flows/verification/repair-standings.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let database: Database;
let test: TestSql;
const viewer = { userId: 1, workspaceId: null, scopes: null };
const now = new Date('2026-11-30T12:00:00Z');

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'tenant-days-test' });
  test = openSql(connection);
  await test.sql`insert into workspaces (name, slug, time_zone) values ('One', 'one', 'Pacific/Auckland'), ('Two', 'two', 'UTC')`;
  await test.sql`insert into users (display_name) values ('Owner')`;
  await test.sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function addTenant(workspaceId = 1): Promise<number> {
  const [row] = await test.sql<{ id: string }[]>`
    insert into tenants (workspace_id, name, status) values (${workspaceId}, 'T', 'active') returning id`;
  return Number(row?.id);
}

/** As a verification ends that was queued before; or, as a refused start, is there at once. */
async function verify(tenantId: number, verdict: Verdict, at: Date, how: 'ended' | 'refused'): Promise<number> {
  const report = { summary: { overall: verdict, counts: { total: 0 } }, checks: [] };
  const context = test.sql.json({ verification_report: report });
  const [place] = await test.sql`select workspace_id from tenants where id = ${tenantId}`;
  const workspaceId = place?.['workspace_id'] as string;
  const outcome = how === 'ended' ? 'succeeded' : 'blocked';
  if (how === 'refused') {
    const [row] = await test.sql<{ id: string }[]>`
      insert into operation_runs (workspace_id, tenant_id, type, status, outcome, completed_at, context)
      values (${workspaceId}, ${tenantId}, 'provider.connection.check', 'completed', ${outcome}, ${at}, ${context}) returning id`;
    return Number(row?.id);
  }
  const [row] = await test.sql<{ id: string }[]>`
    insert into operation_runs (workspace_id, tenant_id, type) values (${workspaceId}, ${tenantId}, 'provider.connection.check')
    returning id`;
  await test.sql`update operation_runs set status = 'completed', outcome = ${outcome}, completed_at = ${at}, context = ${context}
    where id = ${row?.id ?? 0}`;
  return Number(row?.id);
}

const history = (days: number) => getReadinessHistory(database.db, viewer, 1, { days, now });
const lettersOf = async (tenantId: number, days: number) =>
  (await history(days)).tenants.find((tenant) => tenant.tenantId === tenantId)?.letters;

const letters = { ready: 'R', needs_attention: 'A', blocked: 'B' } as const;

it('keeps the last verdict of each day in the workspace’s zone, whatever came when', async () => {
  const verdicts = fc.array(
    fc.record({
      verdict: fc.constantFrom<Verdict>('ready', 'needs_attention', 'blocked'),
      hoursAgo: fc.integer({ min: 0, max: 6 * 24 }),
      how: fc.constantFrom('ended', 'refused'),
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(verdicts, async (found) => {
      const tenantId = await addTenant();
      const days = new Map<string, string>();
      const inAuckland = new Intl.DateTimeFormat('sv', { timeZone: 'Pacific/Auckland', dateStyle: 'short' });
      for (const { verdict, hoursAgo, how } of found.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
        const at = new Date(now.getTime() - hoursAgo * 3_600_000);
        await verify(tenantId, verdict, at, how);
        days.set(inAuckland.format(at), letters[verdict]);
      }
      const shown = await history(8);
      const expected = shown.days.map((day) => days.get(day) ?? '.').join('');
      expect(await lettersOf(tenantId, 8)).toBe(expected);
    }),
    { numRuns: 15 },
  );
  const { days } = await history(3);
  // Already the first of December there.
  expect(days).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
});

it('shows a viewer their tenants and no others, archived ones aside', async () => {
  const archived = await addTenant();
  const foreign = await addTenant(2);
  await verify(archived, 'blocked', now, 'ended');
  await verify(foreign, 'blocked', now, 'ended');
  await test.sql`update tenants set status = 'archived' where id = ${archived}`;
  expect(await lettersOf(archived, 1)).toBeUndefined();
  expect(await lettersOf(foreign, 1)).toBeUndefined();
  const of = await getReadinessHistory(database.db, viewer, 2, { days: 1, now });
  expect(of.tenants).toEqual([]);
});

it('is checked and repaired with the standing', async () => {
  const tenantId = await addTenant();
  const older = await verify(tenantId, 'ready', new Date(now.getTime() - 24 * 3_600_000), 'ended');
  await verify(tenantId, 'blocked', now, 'ended');
  expect((await repairStandings({ database }, { repair: false })).stale).not.toContain(tenantId);
  const right = await lettersOf(tenantId, 3);
  for (const damage of [
    'delete from tenant_days where tenant_id = $1',
    `update tenant_days set overall = 'needs_attention' where tenant_id = $1`,
    `update tenant_days set operation_run_id = ${older} - 1 where tenant_id = $1`,
  ]) {
    await test.sql.unsafe(damage, [tenantId]);
    expect((await repairStandings({ database }, { repair: false })).stale).toContain(tenantId);
    expect((await repairStandings({ database }, { repair: true })).stale).toContain(tenantId);
    expect((await repairStandings({ database }, { repair: false })).stale).not.toContain(tenantId);
    expect(await lettersOf(tenantId, 3)).toBe(right);
  }
});

it('counts tenants by letter and day', () => {
  const tenants = ['R.', 'BA', 'RB'].map((row, index) => ({ tenantId: index, letters: row }));
  expect(countDays({ days: ['2026-11-29', '2026-11-30'], tenants })).toEqual([
    { day: '2026-11-29', ready: 2, needsAttention: 0, blocked: 1, notVerified: 0 },
    { day: '2026-11-30', ready: 0, needsAttention: 1, blocked: 1, notVerified: 1 },
  ]);
});
