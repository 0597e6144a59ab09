import type { SummaryCounts } from '../../core/runs/run.ts';
import type { Database } from '../../db/engine/client.ts';
import { claimRun, lockActiveRun, type Attempt, type ClaimedRun } from '../../db/runs/run-writes.ts';
import { Interruption, type Cancellations } from './cancellations.ts';
import { cancelled, endRun } from './end-run.ts';

export interface WorkDependencies {
  readonly database: Database;
  readonly cancellations: Cancellations;
  readonly now: () => Date;
}

export interface Work {
  readonly runId: number;
  /** The program is stopping, or pg-boss has taken the job back: rejects, and the job is retried. */
  readonly signal: AbortSignal;
  /** Progress as it is at the beginning of an attempt. */
  readonly countsAtStart: SummaryCounts;
}

/**
 * One attempt at a run, whatever its type: claim it, do the work, and end it as cancelled if someone requests that.
 * Safe to run twice and concurrently with another attempt: `work` fences its writes by the attempt number, and is
 * interrupted when the run no longer belongs to this attempt. Anything else that makes `work` reject is the job's
 * failure and is retried.
 */
export async function workOnRun(
  { database, cancellations, now }: WorkDependencies,
  { runId, signal, countsAtStart }: Work,
  work: (claimed: ClaimedRun, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const claimed = await database.transaction((tx) => claimRun(tx, runId, countsAtStart, now()));
  if (claimed === null) return;
  const attempt = { runId, attempt: claimed.run.attempt };
  // Requested while no worker had it: the previous one was lost.
  if (claimed.run.cancelRequestedAt !== null) {
    await endAsCancelled(database, attempt, now());
    return;
  }
  using watched = cancellations.watch(attempt);
  try {
    await work(claimed, AbortSignal.any([signal, watched.signal]));
  } catch (error) {
    // Work stops by rejecting with its signal's reason (core/provider/provider.ts), the one error that was intended.
    if (!(error instanceof Interruption)) throw error;
    if (error.why === 'cancelled') await endAsCancelled(database, attempt, now());
  }
}

async function endAsCancelled(database: Database, { runId, attempt }: Attempt, now: Date): Promise<void> {
  await database.transaction(async (tx) => {
    const locked = await lockActiveRun(tx, runId);
    if (locked?.run.attempt === attempt) await endRun(tx, locked, cancelled, now);
  });
}
