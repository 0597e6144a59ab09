import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../../core/runs/verdict.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { listStaleStandings } from '../../../db/verification/verification-standing.ts';
import { repairStandings } from '../../../flows/verification/repair-standings.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { until } from '../../support/until.ts';

let database: Database;
let test: TestSql;
let tenants = 0;

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'tenant-standing-test' });
  test = openSql(connection);
  await test.sql`insert into workspaces (name, slug) values ('One', 'one')`;
  await test.sql`insert into users (display_name) values ('Owner')`;
  await test.sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

interface Check {
  readonly key: string;
  readonly status: 'pass' | 'fail' | 'warn' | 'unknown' | 'skip';
  readonly blocking: boolean;
  readonly reason_code: string | null;
  readonly evidence: readonly { readonly kind: string; readonly value: string }[];
}

interface Run {
  readonly ending: 'verdict' | 'cancelled' | 'worker lost' | 'under way';
  readonly isRehearsal: boolean;
  readonly overall: Verdict;
  readonly checks: readonly Check[];
  /** Of the check at this place, if it can be acknowledged; `days` null: without an end. */
  readonly acknowledged: {
    readonly place: number;
    readonly days: number | null;
    readonly isTaken: boolean;
  } | null;
}

const check = fc.record({
  status: fc.constantFrom('pass', 'fail', 'warn', 'unknown', 'skip'),
  blocking: fc.boolean(),
  reason_code: fc.constantFrom(
    null,
    'permission.missing',
    'permissions.unverifiable',
    'network.timeout',
    'app.disabled',
  ),
  evidence: fc.array(
    fc.record({ kind: fc.constantFrom('app_id', 'permission'), value: fc.constantFrom('a', 'b') }),
    { maxLength: 3 },
  ),
});
const run: fc.Arbitrary<Run> = fc.record({
  ending: fc.constantFrom('verdict', 'verdict', 'verdict', 'cancelled', 'worker lost', 'under way'),
  isRehearsal: fc.constantFrom(false, false, false, true),
  overall: fc.constantFrom<Verdict>('ready', 'needs_attention', 'blocked'),
  checks: fc
    .array(check, { maxLength: 5 })
    .map((checks) => checks.map((each, place) => ({ ...each, key: `check.${place}` }))),
  acknowledged: fc.option(
    fc.record({ place: fc.nat(4), days: fc.option(fc.integer({ min: 1, max: 90 })), isTaken: fc.boolean() }),
  ),
});
const credential = fc.record({ days: fc.option(fc.integer({ min: -5, max: 90 })), isDisabled: fc.boolean() });
const history = fc.record({
  runs: fc.array(run, { maxLength: 6 }),
  credentials: fc.array(credential, { maxLength: 2 }),
});

const start = Date.UTC(2026, 0, 1);
const day = (n: number) => new Date(start + n * 86_400_000);

/** As the program does it: started, ended, acknowledged; each in a transaction of its own. */
async function live({ runs, credentials }: { runs: readonly Run[]; credentials: readonly Credential[] }) {
  const { sql } = test;
  tenants += 1;
  const [{ id: tenantId } = { id: 0 }] = await sql<{ id: number }[]>`
    insert into tenants (workspace_id, name, status) values (1, ${`Tenant ${tenants}`}, 'active') returning id::int`;
  const ids: number[] = [];
  for (const [place, each] of runs.entries()) ids.push(await verify(tenantId, each, place));
  for (const [place, { days, isDisabled }] of credentials.entries()) {
    const directory = `00000000-0000-0000-0000-${String(tenantId * 10 + place).padStart(12, '0')}`;
    const [{ id } = { id: 0 }] = await sql<{ id: number }[]>`
      insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name)
      values (1, ${tenantId}, ${directory}, 'Microsoft') returning id::int`;
    await sql`insert into provider_credentials (provider_connection_id, client_id, payload, key_id, expires_at)
      values (${id}, 'client', decode(repeat('01', 40), 'hex'), 'test', ${days === null ? null : day(days)})`;
    if (isDisabled) await sql`update provider_connections set status = 'disabled' where id = ${id}`;
  }
  return { tenantId, ids };
}

type Credential = { readonly days: number | null; readonly isDisabled: boolean };

async function verify(tenantId: number, each: Run, place: number): Promise<number> {
  const { sql } = test;
  const scope = each.isRehearsal ? { credential: 'candidate' } : {};
  const [{ id } = { id: 0 }] = await sql<{ id: number }[]>`
    insert into operation_runs (workspace_id, tenant_id, type, context)
    values (1, ${tenantId}, 'provider.connection.check', ${sql.json(scope)}) returning id::int`;
  await sql`update operation_runs set status = 'running', started_at = now() where id = ${id}`;
  if (each.ending === 'under way') return id;
  const report = {
    summary: { overall: each.overall, counts: { total: each.checks.length } },
    checks: each.checks,
  };
  const outcome = { verdict: 'succeeded', cancelled: 'cancelled', 'worker lost': 'failed' }[each.ending];
  const failures = each.ending === 'worker lost' ? [{ reason_code: 'worker.lost' }] : [];
  await sql`update operation_runs set status = 'completed', outcome = ${outcome}, completed_at = ${day(place)},
    failure_summary = ${sql.json(failures)}, context = ${sql.json({ ...scope, verification_report: report } as never)}
    where id = ${id}`;
  const known = acknowledgedCheck(each);
  if (known === null || each.acknowledged === null) return id;
  await sql`insert into verification_check_acknowledgements
    (operation_run_id, check_key, reason, acknowledged_by_user_id, acknowledged_at, expires_at, evidence_hash)
    values (${id}, ${known.key}, 'Known.', 1, ${day(0)}, ${untilOf(each, known)}, ${'0'.repeat(64)})`;
  if (each.acknowledged.isTaken)
    await sql`delete from verification_check_acknowledgements where operation_run_id = ${id}`;
  return id;
}

function acknowledgedCheck({ checks, acknowledged }: Run): Check | null {
  const chosen = acknowledged === null ? undefined : checks[acknowledged.place];
  return chosen !== undefined && ['fail', 'warn', 'unknown'].includes(chosen.status) ? chosen : null;
}

/** A blocking check needs an end. */
function untilOf({ acknowledged }: Run, { blocking }: Check): Date | null {
  const days = acknowledged?.days ?? (blocking ? 7 : null);
  return days === null ? null : day(days);
}

/** What the history says, written down once more and without SQL. */
function standingOf(runs: readonly Run[], ids: readonly number[], credentials: readonly Credential[]) {
  const own = runs
    .map((each, place) => ({ ...each, id: ids[place] ?? 0, at: day(place) }))
    .filter(({ isRehearsal }) => !isRehearsal);
  const expiries = credentials.flatMap(({ days, isDisabled }) =>
    days === null || isDisabled ? [] : [day(days).getTime()],
  );
  return {
    ...verdictOf(own.filter(({ ending }) => ending === 'verdict')),
    latest_run_id: own.at(-1)?.id ?? null,
    under_way_run_id: own.findLast(({ ending }) => ending === 'under way')?.id ?? null,
    credential_expires_at: expiries.length === 0 ? null : new Date(Math.min(...expiries)),
  };
}

function verdictOf(verdicts: readonly (Run & { readonly id: number; readonly at: Date })[]) {
  const latest = verdicts.at(-1);
  const lastOther = verdicts.findLastIndex(({ overall }) => overall !== latest?.overall);
  const lastGood = verdicts.findLastIndex(({ overall }) => overall === 'ready');
  return {
    overall: latest?.overall ?? null,
    verdict_run_id: latest?.id ?? null,
    since: verdicts[lastOther + 1]?.at ?? null,
    last_ready_at: verdicts[lastGood]?.at ?? null,
    first_not_ready_at: verdicts[lastGood + 1]?.at ?? null,
    ...reasonsOf(latest),
  };
}

function reasonsOf(latest: Run | undefined) {
  const open = latest === undefined || latest.overall === 'ready' ? [] : openChecks(latest.checks);
  return {
    top_reason: open[0]?.reason_code ?? null,
    reason_codes: open.map(({ reason_code }) => reason_code),
    blocking_codes: open.filter(blocks).map(({ reason_code }) => reason_code),
    reasons: groupByCode(open).map(([code, checks]) => ({
      code,
      blocks: checks.some(blocks),
      checks: checks.map((each) => ({ key: each.key, acknowledged_until: acknowledgedUntil(latest, each) })),
      facts: [
        ...new Set(checks.flatMap(({ evidence }) => evidence.map((fact) => JSON.stringify(fact)))),
      ].sort(),
    })),
  };
}

function acknowledgedUntil(latest: Run | undefined, each: Check): string | null {
  if (latest?.acknowledged?.isTaken !== false || each !== acknowledgedCheck(latest)) return null;
  return untilOf(latest, each)?.toISOString().replace('Z', '000Z') ?? 'infinity';
}

function groupByCode(open: readonly Check[]): (readonly [string | null, Check[]])[] {
  const codes = [...new Set(open.map(({ reason_code }) => reason_code))];
  return codes.map((code) => [code, open.filter(({ reason_code }) => reason_code === code)]);
}

const blocks = ({ status, blocking }: Check) => status === 'fail' && blocking;

function openChecks(checks: readonly Check[]): Check[] {
  const isUnverifiable = checks.some(({ reason_code }) => reason_code === 'permissions.unverifiable');
  const urgency = (each: Check) => (blocks(each) ? 0 : 1 + ['fail', 'warn', 'unknown'].indexOf(each.status));
  return checks
    .filter(({ status, reason_code }) => ['fail', 'warn', 'unknown'].includes(status) && reason_code !== null)
    .filter(
      (each) => !(isUnverifiable && each.status === 'unknown' && each.reason_code === 'permission.missing'),
    )
    .sort((one, other) => urgency(one) - urgency(other));
}

async function storedStanding(tenantId: number) {
  const [row] = await test.sql`
    select overall, verdict_run_id::int, since, last_ready_at, first_not_ready_at, top_reason, reason_codes, blocking_codes,
      reasons, latest_run_id::int, under_way_run_id::int, credential_expires_at
    from tenant_standing where tenant_id = ${tenantId}`;
  const reasons = row?.['reasons'] as { facts: unknown[] }[];
  const asText = (facts: unknown[]) => facts.map((fact) => JSON.stringify(fact)).sort();
  return { ...row, reasons: reasons.map((reason) => ({ ...reason, facts: asText(reason.facts) })) };
}

it('a tenant stands as its history says, whatever happened in which order', async () => {
  const property = fc.asyncProperty(history, async (lived) => {
    const { tenantId, ids } = await live(lived);
    expect(await storedStanding(tenantId)).toEqual(standingOf(lived.runs, ids, lived.credentials));
    expect(await listStaleStandings(database.db, [tenantId])).toEqual([]);
  });
  await fc.assert(property, { numRuns: 40 });
});

it('a start and an end of one tenant at the same time both leave their mark', async () => {
  const { tenantId, ids } = await live({
    runs: [{ ending: 'under way', isRehearsal: false, overall: 'ready', checks: [], acknowledged: null }],
    credentials: [],
  });
  let ending: Promise<unknown> = Promise.resolve();
  const begun = await test.sql.begin(async (tx) => {
    const [row] = await tx<{ id: number }[]>`insert into operation_runs (workspace_id, tenant_id, type)
      values (1, ${tenantId}, 'provider.connection.check') returning id::int`;
    ending =
      test.sql`update operation_runs set status = 'completed', outcome = 'succeeded', completed_at = now(),
      started_at = now(), context = '{"verification_report": {"summary": {"overall": "ready"}}}'
      where id = ${ids[0] ?? 0}`.execute();
    // The end needs the tenant's row, which the start holds.
    await until('the end to wait', async () => {
      // Not in the transaction, to which the list of sessions stays what it was at first.
      const [waiting] = await database.db.execute(`select count(*)::int as count from pg_stat_activity
        where wait_event_type = 'Lock' and query like 'update operation_runs%' and datname = current_database()`);
      return waiting?.['count'] === 1;
    });
    return row?.id;
  });
  await ending;
  expect(await storedStanding(tenantId)).toMatchObject({
    overall: 'ready',
    verdict_run_id: ids[0],
    under_way_run_id: begun,
  });
});

it('a row that was changed by hand is found, named and repaired', async () => {
  const { tenantId } = await live({ runs: [], credentials: [] });
  await test.sql`update tenant_standing set overall = 'ready', verdict_run_id = 1 where tenant_id = ${tenantId}`;
  const lost = await live({ runs: [], credentials: [] });
  await test.sql`delete from tenant_standing where tenant_id = ${lost.tenantId}`;
  const wrong = [tenantId, lost.tenantId];
  expect(await repairStandings({ database }, { repair: false })).toMatchObject({ stale: wrong });
  expect(await repairStandings({ database }, { repair: true })).toMatchObject({ stale: wrong });
  expect(await repairStandings({ database }, { repair: true })).toEqual({ checked: tenants, stale: [] });
});
