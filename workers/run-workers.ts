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
  readonly onTrouble: (error: unknown) => void;
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
export async function startWorkers({ boss, flows, concurrency, onTrouble }: WorkerOptions): Promise<Workers> {
  const stopping = new AbortController();
  const bench: Bench = { boss, inHand: new Set(), queues: new Map() };

  const looking = lookForJobs(bench, flows.waitingQueues, onTrouble);
  const stop = (withinMs: number) => {
    clearInterval(looking);
    return stopWork(bench, stopping, withinMs);
  };
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
  for (const queue of queues.keys()) await boss.offWork(queue, { wait: false });
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
 * A notification that was lost, or a job that is to be tried again, which sends none, delays a job by this much. All queues
 * are looked at with one statement, whatever their slots, so that an idle process stays idle.
 */
const lookEveryMs = 2_000;
/** pg-boss's own polling, for every slot: the look is what finds jobs. */
const polling = { pollingIntervalSeconds: 60, notifyPollingIntervalSeconds: 60 };

interface Bench {
  readonly boss: PgBoss;
  readonly inHand: Set<Promise<void>>;
  /** Each queue that is worked on, with its workers that have no job; the drain takes from none of them any longer. */
  readonly queues: Map<string, Set<string>>;
}

function lookForJobs(
  bench: Bench,
  waitingQueues: JobFlows['waitingQueues'],
  onTrouble: WorkerOptions['onTrouble'],
): NodeJS.Timeout {
  const look = async () => {
    for (const queue of await waitingQueues([...bench.queues.keys()])) wakeOne(bench, queue);
  };
  // If it fails (the database is restarting), the next one makes up for it.
  return setInterval(() => void look().catch(onTrouble), lookEveryMs);
}

/** One that finds a job wakes the next, until one finds none. */
function wakeOne({ boss, queues }: Bench, queue: string): void {
  const [idle] = queues.get(queue) ?? [];
  if (idle !== undefined) boss.notifyWorker(idle);
}

/**
 * `slots` independent workers of one job each, so that a slow tenant holds up no one. A worker that has finished looks
 * for the next job at once: pg-boss would otherwise let it sleep for a polling interval while others wait.
 */
async function work(
  bench: Bench,
  queue: string,
  slots: number,
  handle: (job: Job) => Promise<void>,
): Promise<void> {
  const { boss, inHand, queues } = bench;
  const idle = new Set<string>();
  queues.set(queue, idle);
  const handleAll = async (jobs: Job[]) => {
    for (const job of jobs) await handle(job);
  };
  for (let slot = 0; slot < slots; slot += 1) {
    const workerId: string = await boss.work(queue, { batchSize: 1, ...polling }, async (jobs: Job[]) => {
      idle.delete(workerId);
      wakeOne(bench, queue);
      const handling = handleAll(jobs);
      inHand.add(handling);
      try {
        await handling;
      } finally {
        inHand.delete(handling);
        idle.add(workerId);
        boss.notifyWorker(workerId);
      }
    });
    idle.add(workerId);
  }
}
