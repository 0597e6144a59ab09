import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonCodes } from '../../../core/reasons/reasons.ts';
import { runOutcomes } from '../../../core/runs/run.ts';
import { verdictOf, type JudgedRun, type Verdict } from '../../../core/runs/verdict.ts';
import { readinesses, readinessOf } from '../../../core/tenants/tenant.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { listLatestRuns } from '../../../db/runs/runs.ts';
import { countTenants } from '../../../db/tenants/tenants.ts';
import { getVerificationOverview } from '../../../db/tenants/workspaces.ts';
import { getVerificationProgress } from '../../../db/verification/verification-progress.ts';
import { listVerificationStandings } from '../../../db/verification/verification-standing.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let database: Database;
let test: TestSql;
const viewer = { userId: 1, workspaceId: null, scopes: null };
const type = 'provider.connection.check';

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'standing-test' });
  test = openSql(connection);
  await test.sql`insert into workspaces (name, slug) values ('One', 'one')`;
  await test.sql`insert into users (display_name) values ('Owner')`;
  await test.sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

async function addTenant(name: string): Promise<number> {
  const [row] = await test.sql<{ id: number }[]>`
    insert into tenants (workspace_id, name, status) values (1, ${name}, 'active') returning id::int`;
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

async function addRun(tenantId: number, run: JudgedRun): Promise<number> {
  const isOver = run.status === 'completed';
  const context = {
    ...(run.isRehearsal && { credential: 'candidate' }),
    ...(run.reportOverall && { verification_report: { summary: { overall: run.reportOverall } } }),
  };
  const [row] = await test.sql<{ id: number }[]>`
    insert into operation_runs (workspace_id, tenant_id, type, status, outcome, failure_summary, context, started_at, completed_at)
    values (1, ${tenantId}, ${run.type}, ${run.status}, ${run.outcome}, ${test.sql.json(run.failureSummary as never)},
      ${test.sql.json(context)}, now(), ${isOver ? test.sql`now()` : null})
    returning id::int`;
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

const failure = fc.constantFrom(...reasonCodes).map((reason_code) => ({
  code: 'token.acquire',
  reason_code,
  message: '',
}));
const overall = fc.constantFrom<Verdict>('ready', 'needs_attention', 'blocked');
const arbitraryRun: fc.Arbitrary<JudgedRun> = fc.oneof(
  fc.record({
    type: fc.constant(type),
    status: fc.constant('completed'),
    outcome: fc.constantFrom(...runOutcomes.filter((outcome) => outcome !== 'pending')),
    failureSummary: fc.array(failure, { maxLength: 2 }),
    reportOverall: overall,
    isRehearsal: fc.boolean(),
  }),
  fc.record({
    type: fc.constant(type),
    status: fc.constantFrom('queued', 'running'),
    outcome: fc.constant('pending'),
    failureSummary: fc.constant([]),
    reportOverall: fc.constant('running'),
    isRehearsal: fc.boolean(),
  }),
);

describe('what a run says about its tenant', () => {
  it('is the same to SQL as to core, for every reason and ending', async () => {
    const tenantId = await addTenant('Verdicts');
    const runs = fc.sample(arbitraryRun, { numRuns: 150, seed: 15 });
    for (const code of reasonCodes) {
      const failureSummary = [{ code: 'token.acquire', reason_code: code, message: '' }];
      const run = { type, status: 'completed', outcome: 'failed', failureSummary } as const;
      runs.push({ ...run, reportOverall: 'needs_attention', isRehearsal: false });
    }
    for (const run of runs) {
      const id = await addRun(tenantId, run);
      const [row] = await test.sql`select verdict from operation_runs where id = ${id}`;
      expect([run, row?.['verdict']]).toEqual([run, verdictOf(run)]);
    }
  });
});

/** What the history says, run by run: the rule that every statement has to agree with. */
function standingOf(history: readonly { readonly id: number; readonly run: JudgedRun }[]) {
  const verdicts = history.flatMap(({ id, run }) => {
    const verdict = verdictOf(run);
    return verdict === null ? [] : [{ id, verdict }];
  });
  const underWay = history.filter(({ run }) => run.status !== 'completed' && !run.isRehearsal);
  const latest = verdicts.at(-1);
  return {
    verdict: latest?.verdict ?? null,
    verdictRunId: latest?.id ?? null,
    underWayRunId: underWay.at(-1)?.id ?? null,
    wasReady: verdicts.some(({ verdict }) => verdict === 'ready'),
    isNotReady: latest !== undefined && latest.verdict !== 'ready',
  };
}

it('a fleet stands, is counted, filtered and listed by its latest verdicts, whatever else was attempted', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.array(arbitraryRun, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    async (histories) => {
      await test.sql`update tenants set status = 'archived'`;
      const fleet = [];
      for (const runs of histories) {
        const tenantId = await addTenant('Tenant');
        const history = [];
        for (const run of runs) history.push({ id: await addRun(tenantId, run), run });
        fleet.push({ tenantId, history, ...standingOf(history) });
      }
      await compare(fleet);
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

type Fleet = readonly (ReturnType<typeof standingOf> & {
  readonly tenantId: number;
  readonly history: readonly { readonly id: number; readonly run: JudgedRun }[];
})[];

async function compare(fleet: Fleet): Promise<void> {
  const { db } = database;
  const ids = fleet.map(({ tenantId }) => tenantId);
  const standings = await listVerificationStandings(db, viewer, ids);
  const latest = await listLatestRuns(db, viewer, type, ids);
  for (const { tenantId, history, wasReady, isNotReady, ...expected } of fleet) {
    const standing = standings.find((candidate) => candidate.tenantId === tenantId);
    expect(standing).toMatchObject(expected);
    expect([standing?.lastGoodAt != null, standing?.firstFailedAt != null]).toEqual([wasReady, isNotReady]);
    const attempt = latest.find((run) => run.tenantId === tenantId) ?? null;
    expect(attempt?.id).toBe(history.filter(({ run }) => !run.isRehearsal).at(-1)?.id);
    const readiness = expected.underWayRunId === null ? (expected.verdict ?? 'never_verified') : 'running';
    expect(readinessOf(attempt, standing ?? null)).toBe(readiness);
  }
  const count = (verdict: Verdict | null) => fleet.filter((tenant) => tenant.verdict === verdict).length;
  const expected = {
    ready: count('ready'),
    needs_attention: count('needs_attention'),
    blocked: count('blocked'),
    never_verified: count(null),
    running: fleet.filter(({ underWayRunId }) => underWayRunId !== null).length,
  };
  const counted = await getVerificationOverview(db, viewer, 1, ['active']);
  expect(counted).toEqual({
    ready: expected.ready,
    needsAttention: expected.needs_attention,
    blocked: expected.blocked,
    neverVerified: expected.never_verified,
    running: expected.running,
    total: fleet.length,
  });
  for (const readiness of readinesses) {
    const filter = { workspaceId: 1, search: null, status: ['active'], readiness: [readiness] } as const;
    expect([readiness, await countTenants(db, viewer, filter)]).toEqual([readiness, expected[readiness]]);
  }
  const runIds = fleet.flatMap(({ history }) => history.map(({ id }) => id));
  const progress = await getVerificationProgress(db, viewer, 1, runIds);
  const { total, ...parts } = progress;
  expect([total, Object.values(parts).reduce((sum, part) => sum + part, 0)]).toEqual([
    runIds.length,
    runIds.length,
  ]);
}
