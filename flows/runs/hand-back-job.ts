import { randomUUID } from 'node:crypto';
import { parseRunJob } from '../../core/runs/jobs.ts';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { Database } from '../../db/engine/client.ts';
import type { ClaimedJob, Queue } from '../../db/engine/queue.ts';
import { replaceJob } from '../../db/runs/run-life.ts';
import { lockActiveRun } from '../../db/runs/run-writes.ts';

/**
 * For a worker that has to stop: another one should begin the run's next attempt immediately, with all retries left.
 * One transaction ends the current job and sends a new one; it does neither if the run has ended or the job has
 * passed to another worker. The run's row is locked first, as cancelling and reconciling do.
 */
export async function handBackJob(
  { database, queue }: { readonly database: Database; readonly queue: Queue },
  type: OperationType,
  job: ClaimedJob,
): Promise<void> {
  const { runId } = parseRunJob(job.data);
  await database.transaction(async (tx) => {
    if ((await lockActiveRun(tx, runId)) === null) return;
    if (!(await queue.complete(tx, type, job))) return;
    const jobId = randomUUID();
    await replaceJob(tx, runId, jobId);
    await queue.send(tx, type, { runId }, { id: jobId, urgency: 'single' });
  });
}
