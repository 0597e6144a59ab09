import { and, eq, isNull, sql } from 'drizzle-orm';
import type { OperationRun } from '../../core/runs/run.ts';
import { abandonedRunQueue } from '../../core/runs/jobs.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { appendEvent, type Attempt } from './run-writes.ts';
import { runIsActive } from './runs.ts';
import { operationRuns } from '../tables/runs.ts';

/** What may happen to a run from outside: someone cancels it, or its job is lost. */

/** Safe to repeat: only the first request is recorded. The worker checks every second (flows/runs/cancellations.ts). */
export async function requestCancellation(tx: Tx, runId: number, now: Date): Promise<void> {
  const [requested] = await tx
    .update(operationRuns)
    .set({ cancelRequestedAt: now, lastEventSeq: sql`${operationRuns.lastEventSeq} + 1` })
    .where(
      and(
        eq(operationRuns.id, runId),
        eq(operationRuns.status, 'running'),
        isNull(operationRuns.cancelRequestedAt),
      ),
    )
    .returning({ seq: operationRuns.lastEventSeq });
  if (requested === undefined) return;
  await appendEvent(tx, runId, requested.seq, { kind: 'cancel_requested', message: 'Asked to stop.' });
}

export async function findJobId(tx: Tx, runId: number): Promise<string | null> {
  const [row] = await tx
    .select({ jobId: operationRuns.jobId })
    .from(operationRuns)
    .where(eq(operationRuns.id, runId));
  return row?.jobId ?? null;
}

export interface AttemptState extends Attempt {
  readonly status: OperationRun['status'];
  readonly cancelRequestedAt: Date | null;
}

/** The state of the runs this process works on, in one statement for all of them. */
export async function listAttemptStates(db: Db, runIds: readonly number[]): Promise<AttemptState[]> {
  return await db
    .select({
      runId: operationRuns.id,
      attempt: operationRuns.attempt,
      status: operationRuns.status,
      cancelRequestedAt: operationRuns.cancelRequestedAt,
    })
    .from(operationRuns)
    .where(isOneOf(operationRuns.id, runIds));
}

export interface Orphan {
  readonly runId: number;
  readonly type: string;
  readonly requeues: number;
  /** null: there is no such job. Otherwise, the job has ended and the run has not. */
  readonly jobState: 'completed' | 'cancelled' | 'failed' | null;
}

/**
 * Active runs that no one works on and no one will: their job does not exist or has ended. A job that has just failed
 * has a successor in the abandoned queue, and a worker commits shortly before its job ends: hence the grace period.
 * When in doubt, the jobs themselves are asked which run they are for.
 */
export async function listOrphans(db: Db, vanishedBefore: Date, runId?: number): Promise<Orphan[]> {
  const limit = sql`${vanishedBefore.toISOString()}::timestamptz`;
  const rows = await db.execute<{
    id: string;
    type: string;
    requeues: number;
    state: Orphan['jobState'];
  }>(sql`
    /* listOrphans */
    select run.id, run.type, run.requeues, job.state
    from operation_runs run
    left join pgboss.job job on job.name = run.type and job.id = run.job_id
    where run.status in ('queued', 'running')
      and ${runId === undefined ? sql`true` : sql`run.id = ${runId}`}
      and case when job.id is null then run.created_at < ${limit}
        else job.state in ('completed', 'cancelled', 'failed')
          and job.completed_on < ${limit} end
      and not exists (select from pgboss.job other where other.name in (run.type, ${abandonedRunQueue})
        and other.state in ('created', 'retry', 'active') and other.data @> jsonb_build_object('runId', run.id))
    order by run.id`);
  return rows.map(({ id, type, requeues, state }) => ({
    runId: Number(id),
    type,
    requeues,
    jobState: state,
  }));
}

/** Those of the queues in which a job waits that is due at `now`. */
export async function listWaitingQueues(db: Db, queues: readonly string[], now: Date): Promise<string[]> {
  const rows = await db.execute<{ queue: string }>(sql`
    /* listWaitingQueues */
    select queue from unnest(${sql.param(queues)}::text[]) queue
    where exists (select from pgboss.job job
      where job.name = queue and job.state < 'active' and not job.blocked and job.start_after <= ${now.toISOString()}::timestamptz)`);
  return rows.map(({ queue }) => queue);
}

/** Under the run's row lock. The job itself is sent by the caller in the same transaction. */
export async function markRequeued(tx: Tx, runId: number, jobId: string): Promise<void> {
  const [requeued] = await tx
    .update(operationRuns)
    .set({
      jobId,
      requeues: sql`${operationRuns.requeues} + 1`,
      lastEventSeq: sql`${operationRuns.lastEventSeq} + 1`,
    })
    .where(and(eq(operationRuns.id, runId), runIsActive))
    .returning({ seq: operationRuns.lastEventSeq });
  if (requeued === undefined) throw new Error(`run ${runId} ended under its own lock`);
  const message = 'Its job was lost; queued again.';
  await appendEvent(tx, runId, requeued.seq, { kind: 'requeued', message });
}

/** From now on the run waits for this job. Not a requeue: nothing was lost, so it does not count as one. */
export async function replaceJob(tx: Tx, runId: number, jobId: string): Promise<void> {
  await tx.update(operationRuns).set({ jobId }).where(eq(operationRuns.id, runId));
}
