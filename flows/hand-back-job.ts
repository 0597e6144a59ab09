import type { QueueName } from '../core/jobs.ts';
import type { Database } from '../db/client.ts';
import type { ClaimedJob, Queue } from '../db/queue.ts';

/**
 * For a worker that has to stop: another one is to begin the run's next attempt at once, with all retries left. One
 * transaction ends the job in hand and sends it anew; it does neither when the job has passed to another worker.
 */
export async function handBackJob(
  { database, queue }: { readonly database: Database; readonly queue: Queue },
  name: QueueName,
  job: ClaimedJob,
): Promise<void> {
  await database.transaction((tx) => queue.sendAnew(tx, name, job));
}
