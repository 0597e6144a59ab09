import { setTimeout as delay } from 'node:timers/promises';
import type { Job, PgBoss } from 'pg-boss';
import {
  abandonedRunQueue,
  parseRecheckJob,
  parseRunJob,
  recheckQueue,
  reconcileQueue,
  type QueueName,
  type RecheckJob,
} from '../core/runs/jobs.ts';
import type { SyncType } from '../core/inventory/inventory.ts';
import { verificationType } from '../core/runs/operation-types.ts';

/** The verbs the workers call, bound to their dependencies by server/app.ts. */
export interface WorkerFlows {
  runVerification(runId: number, signal: AbortSignal): Promise<void>;
  runSync(job: {
    readonly type: SyncType;
    readonly runId: number;
    readonly signal: AbortSignal;
  }): Promise<void>;
  finishAbandonedRun(runId: number): Promise<void>;
  startDueRecheck(job: RecheckJob): Promise<void>;
  /** Gives a job that cannot be finished here to another worker, as if it had never been taken. */
  handBackJob(queue: QueueName, job: Job): Promise<void>;
  reconcileRuns(): Promise<void>;
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

/** A sync holds a whole collection in memory until it is stored; nobody waits for one as for a verification. */
const syncSlots = 2;

/** Every minute: how long a run whose job has vanished can look alive, on top of the reconciler's own grace. */
const reconcileCron = '* * * * *';

const queues = [
  verificationType,
  'inventory.sync',
  'entra.groups.sync',
  reconcileQueue,
  abandonedRunQueue,
  recheckQueue,
];

/** The table of contents: which queue is worked on by which flow. */
export async function startWorkers({ boss, flows, concurrency }: WorkerOptions): Promise<Workers> {
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  const bench = { boss, inHand };

  const serve = (
    queue: QueueName,
    slots: number,
    run: (runId: number, signal: AbortSignal) => Promise<void>,
  ) =>
    work(bench, queue, slots, async (job) => {
      const signal = AbortSignal.any([job.signal, stopping.signal]);
      try {
        await run(parseRunJob(job.data).runId, signal);
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
        await flows.handBackJob(queue, job);
      }
    });
  const sync = (type: SyncType) =>
    serve(type, syncSlots, (runId, signal) => flows.runSync({ type, runId, signal }));

  await serve(verificationType, concurrency, (runId, signal) => flows.runVerification(runId, signal));
  await sync('inventory.sync');
  await sync('entra.groups.sync');
  await boss.schedule(reconcileQueue, reconcileCron);
  await work(bench, reconcileQueue, 1, () => flows.reconcileRuns());
  await work(bench, abandonedRunQueue, 1, ({ data }) => flows.finishAbandonedRun(parseRunJob(data).runId));
  await work(bench, recheckQueue, 1, ({ data }) => flows.startDueRecheck(parseRecheckJob(data)));

  return {
    async stop(withinMs) {
      for (const queue of queues) await boss.offWork(queue, { wait: false });
      const finished = Promise.allSettled(inHand);
      const deadline = new AbortController();
      await Promise.race([finished, delay(withinMs, undefined, { signal: deadline.signal })]);
      deadline.abort();
      stopping.abort(new Error('the program is stopping'));
      await finished;
    },
  };
}

/**
 * Polling is the floor under LISTEN/NOTIFY; 2 s is how long a lost notification can delay a job. A job that is to be tried
 * again sends none, and pg-boss would poll every 30 s where notifications arrive.
 */
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

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
