import { setTimeout as delay } from 'node:timers/promises';
import type { Job, PgBoss } from 'pg-boss';
import { abandonedRunQueue, parseRunJob, type QueueName } from '../core/jobs.ts';
import { verificationType } from '../core/operation-types.ts';

/** The verbs the workers call, bound to their dependencies by server/app.ts. */
export interface WorkerFlows {
  runVerification(runId: number, signal: AbortSignal): Promise<void>;
  finishAbandonedRun(runId: number): Promise<void>;
  /** Gives a job that cannot be finished here to another worker, as if it had never been taken. */
  handBackJob(queue: QueueName, job: Job): Promise<void>;
}

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly flows: WorkerFlows;
  /** How many verifications this process works on at once. */
  readonly concurrency: number;
}

export interface Workers {
  /**
   * Takes no more jobs and lets those in hand finish; what is not finished after `withinMs` is stopped and handed
   * back, which costs no retry. Resolves when nothing is in hand any more.
   */
  stop(withinMs: number): Promise<void>;
}

/** The table of contents: which queue is worked on by which flow. */
export async function startWorkers({ boss, flows, concurrency }: WorkerOptions): Promise<Workers> {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  const bench = { boss, inHand };

  await work(bench, verificationType, concurrency, async (job) => {
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    try {
      await flows.runVerification(parseRunJob(job.data).runId, signal);
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
      await flows.handBackJob(verificationType, job);
    }
  });
  await work(bench, abandonedRunQueue, 1, ({ data }) => flows.finishAbandonedRun(parseRunJob(data).runId));

  return {
    async stop(withinMs) {
      for (const queue of [verificationType, abandonedRunQueue]) await boss.offWork(queue, { wait: false });
      const finished = Promise.allSettled(inHand);
      const deadline = new AbortController();
      await Promise.race([finished, delay(withinMs, undefined, { signal: deadline.signal })]);
      deadline.abort();
      stopping.abort(new Error('the program is stopping'));
      await finished;
    },
  };
}

/** Polling is the floor under LISTEN/NOTIFY; 2 s is how long a lost notification can delay a job. */
const pollingIntervalSeconds = 2;

interface Bench {
  readonly boss: PgBoss;
  readonly inHand: Set<Promise<void>>;
}

/**
 * `slots` independent workers of one job each, so that a slow tenant holds up nobody. A worker that has finished looks
 * for the next job at once: pg-boss would otherwise let it sleep for a polling interval while others wait.
 */
async function work(
  { boss, inHand }: Bench,
  queue: string,
  slots: number,
  handle: (job: Job) => Promise<void>,
): Promise<void> {
  const handleAll = async (jobs: Job[]) => {
    for (const job of jobs) await handle(job);
  };
  for (let slot = 0; slot < slots; slot += 1) {
    const workerId = await boss.work(queue, { batchSize: 1, pollingIntervalSeconds }, async (jobs: Job[]) => {
      const handling = handleAll(jobs);
      inHand.add(handling);
      try {
        await handling;
      } finally {
        inHand.delete(handling);
        boss.notifyWorker(workerId);
      }
    });
  }
}
