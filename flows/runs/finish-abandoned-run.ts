import type { Database } from '../../db/engine/client.ts';
import { lockActiveRun } from '../../db/runs/run-writes.ts';
import { earlyEndOf, endRun } from './end-run.ts';

/**
 * Ends a run whose worker was lost on every attempt: failed, `worker.lost`, with the report so far; or cancelled, if
 * that was requested. Safe to repeat; does nothing if the run has ended in the meantime.
 */
export async function finishAbandonedRun(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  runId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const locked = await lockActiveRun(tx, runId);
    if (locked !== null) await endRun(tx, locked, earlyEndOf(locked), now());
  });
}
