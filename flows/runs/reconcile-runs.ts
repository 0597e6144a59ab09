import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../db/engine/client.ts';
import { deleteExpiredIdempotencyKeys } from '../../db/runs/idempotency.ts';
import type { Queue } from '../../db/engine/queue.ts';
import { listOrphans, markRequeued, type Orphan } from '../../db/runs/run-life.ts';
import { lockActiveRun } from '../../db/runs/run-writes.ts';
import { earlyEndOf, endRun } from './end-run.ts';

export interface ReconcileDependencies {
  readonly database: Database;
  readonly queue: Queue;
  readonly now: () => Date;
}

/**
 * Longer than a run and its job are ever apart: between the commits of their ends, or on the way to the abandoned
 * queue.
 */
const graceMs = 60_000;

/**
 * No run stays active forever: one whose job has disappeared is queued once more, and finished as `worker.lost` if
 * that did not help. Each run in its own transaction; safe to repeat and to run concurrently. Also deletes expired
 * idempotency keys.
 */
export async function reconcileRuns({ database, queue, now }: ReconcileDependencies): Promise<void> {
  for (const { runId } of await listOrphans(database.db, vanishedBefore(now()))) {
    await database.transaction((tx) => reconcile(tx, queue, runId, now()));
  }
  await deleteExpiredIdempotencyKeys(database.db, now());
}

async function reconcile(tx: Tx, queue: Queue, runId: number, now: Date): Promise<void> {
  const locked = await lockActiveRun(tx, runId);
  // Checked again under the lock: another reconciler, a worker or a cancellation may have been here.
  const [orphan] = locked === null ? [] : await listOrphans(tx, vanishedBefore(now), runId);
  if (locked === null || orphan === undefined) return;
  const { type } = locked.run;
  if (!isWorthAnotherTry(orphan) || locked.run.cancelRequestedAt !== null) {
    await endRun(tx, locked, earlyEndOf(locked), now);
    return;
  }
  const jobId = randomUUID();
  await markRequeued(tx, runId, jobId);
  await queue.send(tx, type, { runId }, { id: jobId, urgency: 'single' });
}

/** A failed job has used its retries; one that disappeared has not. */
function isWorthAnotherTry({ jobState, requeues }: Orphan): boolean {
  return jobState !== 'failed' && requeues === 0;
}

function vanishedBefore(now: Date): Date {
  return new Date(now.getTime() - graceMs);
}
