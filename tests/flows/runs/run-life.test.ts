import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../core/access/access.ts';
import { toRunningCheck } from '../../../core/verification/checks/results.ts';
import { verificationChecks } from '../../../core/verification/checks/verification.ts';
import { buildReport } from '../../../core/verification/report.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { createKeyring } from '../../../db/connections/envelope.ts';
import { startQueue, type Queue } from '../../../db/engine/queue.ts';
import { claimRun, finishRun, recordCounts, recordProgress } from '../../../db/runs/run-writes.ts';
import { cancelRun } from '../../../flows/runs/cancel-run.ts';
import { createCancellations, type Cancellations } from '../../../flows/runs/cancellations.ts';
import { reconcileRuns } from '../../../flows/runs/reconcile-runs.ts';
import { startVerification } from '../../../flows/verification/start-verification.ts';
import { workOnRun } from '../../../flows/runs/work-on-run.ts';
import { seedDemo } from '../../../server/sign-in/demo.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

/** Without a worker: each step of a run's life is taken by hand. */
let stack: AsyncDisposableStack;
let database: Database;
let queue: Queue;
let sql: TestSql['sql'];
let cancellations: Cancellations;
let owner: Viewer;
const now = () => new Date();
const keyring = createKeyring([{ id: 'test', key: Buffer.alloc(32) }]);
const fail = (error: unknown) => {
  throw error;
};

beforeAll(async () => {
  stack = new AsyncDisposableStack();
  const { connection } = await createTestDatabase();
  database = stack.use(createDatabase({ connection, maxConnections: 4, applicationName: 'test' }));
  ({ sql } = stack.use(openSql(connection)));
  queue = stack.use(await startQueue({ connection, onTrouble: fail, supervise: false, drainMs: 1_000 }));
  cancellations = stack.use(createCancellations({ db: database.db, onTrouble: fail }));
  await seedDemo(database, keyring, now());
  const [user] = await sql`select id::int from users where email = 'owner@northwind.example'`;
  owner = { userId: user?.['id'] as number, workspaceId: null, scopes: null };
});
afterAll(async () => {
  await stack.disposeAsync();
});

async function start(scenario: string): Promise<number> {
  const [row] = await sql`select t.id::int from tenants t join workspaces w on w.id = workspace_id
    where slug = 'northwind' and external_id = ${scenario}`;
  const request = { tenantId: row?.['id'] as number, connectionId: null };
  const { result, run } = await startVerification({ database, queue, keyring, now }, owner, request);
  expect(result).toBe('started');
  return run.id;
}

async function look(runId: number) {
  const [run] = await sql`select status, outcome, attempt, requeues, report_overall, failure_summary,
    (select count(*)::int from pgboss.job job where job.id = run.job_id) as jobs,
    (select array_agg(kind order by seq) from operation_run_events e where e.run_id = run.id) as events
    from operation_runs run where id = ${runId}`;
  return run;
}

const claim = (runId: number) => database.transaction((tx) => claimRun(tx, runId, {}, now()));
const reconcile = () => reconcileRuns({ database, queue, now });
const loseJob = (runId: number) => sql`with gone as (
    delete from pgboss.job where id = (select job_id from operation_runs where id = ${runId}))
  update operation_runs set created_at = now() - interval '2 minutes' where id = ${runId}`;

describe('a queued run', () => {
  it('ends at once when it is cancelled, its job gone and its report saying so', async () => {
    const runId = await start('healthy');
    const run = await cancelRun({ database, queue, now }, owner, runId);
    expect(run).toMatchObject({
      status: 'completed',
      outcome: 'cancelled',
      reportOverall: 'needs_attention',
    });
    expect(await look(runId)).toMatchObject({ jobs: 0, events: ['queued', 'completed'] });
    expect(await claim(runId)).toBeNull();
    const again = cancelRun({ database, queue, now }, owner, runId);
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('can be cancelled neither by a stranger nor by someone who may only look', async () => {
    const runId = await start('healthy');
    const as = async (email: string): Promise<Viewer> => {
      const [user] = await sql`select id::int from users where email = ${email}`;
      return { ...owner, userId: user?.['id'] as number };
    };
    const cancel = async (email: string) => cancelRun({ database, queue, now }, await as(email), runId);
    await expect(cancel('owner@contoso.example')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cancel('readonly@northwind.example')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await look(runId)).toMatchObject({ status: 'queued', jobs: 1 });
  });
});

describe('an attempt that was superseded', () => {
  it('changes nothing with any of its writes', async () => {
    const runId = await start('slow');
    const zombie = await claim(runId);
    const heir = await claim(runId);
    expect([zombie?.run.attempt, heir?.run.attempt]).toEqual([1, 2]);
    const before = await sql`select to_jsonb(run) from operation_runs run where id = ${runId}`;
    const report = buildReport({
      flow: 'provider.connection.check',
      generatedAt: now(),
      previousReportId: null,
      checks: verificationChecks.map(toRunningCheck),
    });
    const late = { runId, attempt: 1 };
    const event = { kind: 'check_finished', message: 'late' } as const;
    const ending = { outcome: 'succeeded', failures: [], report, message: 'late', at: now() } as const;
    const writes = [
      await database.transaction((tx) => recordProgress(tx, late, report, [event])),
      await database.transaction((tx) => recordCounts(tx, late, {}, event)),
      await database.transaction((tx) => finishRun(tx, late, ending)),
    ];
    expect(writes).toEqual([false, false, false]);
    expect(await sql`select to_jsonb(run) from operation_runs run where id = ${runId}`).toEqual(before);
  });

  it('is told so, and one that someone wants to stop ends as cancelled, also when its worker was lost', async () => {
    const dependencies = { database, cancellations, now };
    const untilAborted = (signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const runId = await start('graph-down');
    const work = { runId, signal: new AbortController().signal, countsAtStart: {} };
    await workOnRun(dependencies, work, async (_claimed, signal) => {
      await claim(runId);
      await untilAborted(signal);
    });
    expect(await look(runId)).toMatchObject({ status: 'running', attempt: 2 });

    await cancelRun({ database, queue, now }, owner, runId);
    await workOnRun(dependencies, work, () => Promise.reject(new Error('a cancelled run is not worked on')));
    expect(await look(runId)).toMatchObject({
      outcome: 'cancelled',
      attempt: 3,
      events: ['queued', 'started', 'attempt', 'cancel_requested', 'attempt', 'completed'],
    });
  });
});

describe('the reconciler', () => {
  it('leaves alone what has a job, and what was started just now', async () => {
    const [withJob, fresh] = [await start('throttled'), await start('wrong-directory')];
    await sql`update operation_runs set created_at = now() - interval '2 minutes' where id = ${withJob}`;
    await sql`delete from pgboss.job where id = (select job_id from operation_runs where id = ${fresh})`;
    await reconcile();
    expect(await look(withJob)).toMatchObject({ requeues: 0, events: ['queued'] });
    expect(await look(fresh)).toMatchObject({ requeues: 0, events: ['queued'] });
  });

  it('queues a run once more whose job has vanished, and gives it up when that happens again', async () => {
    const runId = await start('secret-invalid');
    await claim(runId);
    await loseJob(runId);
    await reconcile();
    expect(await look(runId)).toMatchObject({ status: 'running', requeues: 1, jobs: 1 });
    await reconcile();
    expect(await look(runId)).toMatchObject({ status: 'running', requeues: 1 });
    await loseJob(runId);
    await reconcile();
    expect(await look(runId)).toMatchObject({
      status: 'completed',
      outcome: 'failed',
      failure_summary: [{ code: 'run.abandoned', reason_code: 'worker.lost' }],
      report_overall: 'needs_attention',
      events: ['queued', 'started', 'requeued', 'completed'],
    });
  });

  it('does not try again what had all its attempts, and stops what someone wanted to stop', async () => {
    const [failed, unwanted] = [await start('secret-expired'), await start('no-consent')];
    await sql`update pgboss.job set state = 'failed', completed_on = now() - interval '2 minutes'
      where id = (select job_id from operation_runs where id = ${failed})`;
    await claim(unwanted);
    await cancelRun({ database, queue, now }, owner, unwanted);
    await loseJob(unwanted);
    await reconcile();
    expect(await look(failed)).toMatchObject({ outcome: 'failed', requeues: 0 });
    expect(await look(unwanted)).toMatchObject({ outcome: 'cancelled', requeues: 0 });
  });

  it('trusts the jobs when a run points at the wrong one', async () => {
    const runId = await start('missing-permission');
    await sql`update operation_runs set created_at = now() - interval '2 minutes',
      job_id = gen_random_uuid() where id = ${runId}`;
    await reconcile();
    expect(await look(runId)).toMatchObject({ status: 'queued', requeues: 0 });
  });
});
