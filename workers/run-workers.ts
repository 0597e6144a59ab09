import { setTimeout as delay } from 'node:timers/promises';
import type { Job, PgBoss } from 'pg-boss';
import {
  abandonedRunQueue,
  notificationTickQueue,
  parseRecheckJob,
  parseRunJob,
  recheckQueue,
  reconcileQueue,
  scheduleTickQueue,
  systemQueues,
  type SystemQueue,
} from '../core/runs/jobs.ts';
import { operationTypeNames, operationTypes, type OperationType } from '../core/runs/operation-types.ts';
import type { JobFlows } from '../flows/flows.ts';

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly flows: JobFlows;
  /** WORKER_CONCURRENCY: how many runs of an operation this process works on at once, where its definition says so. */
  readonly concurrency: number;
}

export interface Workers {
  /**
   * Takes no more jobs and lets those in hand finish; what is not finished after `withinMs` is stopped and handed
   * back, which costs no retry. Resolves when nothing is in hand any longer.
   */
  stop(withinMs: number): Promise<void>;
}

/** How long a run whose job has vanished can look alive, on top of the reconciler's own grace; and how late a schedule is. */
const everyMinute = '* * * * *';

/** The table of contents: every operation is worked on by its flow, and the queues of what the program does on its own. */
export async function startWorkers({ boss, flows, concurrency }: WorkerOptions): Promise<Workers> {
  const stopping = new AbortController();
  const bench: Bench = { boss, inHand: new Set(), queues: new Set() };

  const stop = (withinMs: number) => stopWork(bench, stopping, withinMs);
  const systemJobs: Record<SystemQueue, (job: Job) => Promise<void>> = {
    [reconcileQueue]: () => flows.reconcileRuns(),
    [abandonedRunQueue]: ({ data }) => flows.finishAbandonedRun(parseRunJob(data).runId),
    [scheduleTickQueue]: () => flows.tickSchedules(),
    [notificationTickQueue]: () => flows.recordExpiries(),
    [recheckQueue]: ({ data }) => flows.startDueRecheck(parseRecheckJob(data)),
  };
  try {
    for (const type of operationTypeNames) {
      const { concurrency: slots } = operationTypes[type];
      await work(bench, type, slots === 'configured' ? concurrency : slots, (job) =>
        attempt(flows, type, job, stopping.signal),
      );
    }
    for (const queue of [reconcileQueue, scheduleTickQueue, notificationTickQueue])
      await boss.schedule(queue, everyMinute);
    for (const queue of systemQueues) await work(bench, queue, 1, systemJobs[queue]);
    return { stop };
  } catch (error) {
    // What has started already goes back to those who can finish it.
    await stop(0);
    throw error;
  }
}

async function stopWork(
  { boss, queues, inHand }: Bench,
  stopping: AbortController,
  withinMs: number,
): Promise<void> {
  for (const queue of queues) await boss.offWork(queue, { wait: false });
  const finished = Promise.allSettled(inHand);
  const deadline = new AbortController();
  await Promise.race([finished, delay(withinMs, undefined, { signal: deadline.signal })]);
  deadline.abort();
  stopping.abort(new Error('the program is stopping'));
  await finished;
}

/** A job that cannot be finished because the program stops goes back, as if it had never been taken. */
async function attempt(
  flows: Pick<JobFlows, 'operations' | 'handBackJob'>,
  type: OperationType,
  job: Job,
  stopping: AbortSignal,
): Promise<void> {
  try {
    await flows.operations[type](parseRunJob(job.data).runId, AbortSignal.any([job.signal, stopping]));
  } catch (error) {
    if (!stopping.aborted) throw error;
    await flows.handBackJob(type, job);
  }
}

/**
 * Polling is the floor under LISTEN/NOTIFY; 2 s is how long a lost notification can delay a job. A job that is to be tried
 * again sends none, and pg-boss would poll every 30 s where notifications arrive.
 */
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

interface Bench {
  readonly boss: PgBoss;
  readonly inHand: Set<Promise<void>>;
  /** All that are worked on: the drain takes from none of them any longer. */
  readonly queues: Set<string>;
}

/**
 * `slots` independent workers of one job each, so that a slow tenant holds up no one. A worker that has finished looks
 * for the next job at once: pg-boss would otherwise let it sleep for a polling interval while others wait.
 */
async function work(
  { boss, inHand, queues }: Bench,
  queue: string,
  slots: number,
  handle: (job: Job) => Promise<void>,
): Promise<void> {
  queues.add(queue);
  const handleAll = async (jobs: Job[]) => {
    for (const job of jobs) await handle(job);
  };
  for (let slot = 0; slot < slots; slot += 1) {
    const workerId = await boss.work(queue, { batchSize: 1, ...polling }, async (jobs: Job[]) => {
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
