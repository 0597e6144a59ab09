import type { Job, PgBoss } from 'pg-boss';
import { abandonedRunQueue, parseRunJob, reconcileQueue } from '../core/jobs.ts';
import type { SyncType } from '../core/inventory.ts';
import { verificationType } from '../core/operation-types.ts';

/** The verbs the workers call, bound to their dependencies by server/app.ts. */
export interface WorkerFlows {
  runVerification(runId: number, signal: AbortSignal): Promise<void>;
  runSync(job: {
    readonly type: SyncType;
    readonly runId: number;
    readonly signal: AbortSignal;
  }): Promise<void>;
  finishAbandonedRun(runId: number): Promise<void>;
  reconcileRuns(): Promise<void>;
}

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly flows: WorkerFlows;
  /** How many verifications this process works on at once. */
  readonly concurrency: number;
  /** Aborts what is running when the program stops: pg-boss gives the job to another worker. */
  readonly stopping: AbortSignal;
}

/** A sync holds a whole collection in memory until it is stored; nobody waits for one as for a verification. */
const syncSlots = 2;

/** Every minute: how long a run whose job has vanished can look alive, on top of the reconciler's own grace. */
const reconcileCron = '* * * * *';

/** The table of contents: which queue is worked on by which flow. */
export async function startWorkers({ boss, flows, concurrency, stopping }: WorkerOptions): Promise<void> {
  await work(boss, verificationType, concurrency, ({ data, signal }) =>
    flows.runVerification(parseRunJob(data).runId, AbortSignal.any([signal, stopping])),
  );
  const sync = (type: SyncType) =>
    work(boss, type, syncSlots, ({ data, signal }) => {
      const { runId } = parseRunJob(data);
      return flows.runSync({ type, runId, signal: AbortSignal.any([signal, stopping]) });
    });
  await sync('inventory.sync');
  await sync('entra.groups.sync');
  await boss.schedule(reconcileQueue, reconcileCron);
  await work(boss, reconcileQueue, 1, () => flows.reconcileRuns());
  await work(boss, abandonedRunQueue, 1, ({ data }) => flows.finishAbandonedRun(parseRunJob(data).runId));
}

/** Polling is the floor under LISTEN/NOTIFY; 2 s is how long a lost notification can delay a job. */
const pollingIntervalSeconds = 2;

/**
 * `slots` independent workers of one job each, so that a slow tenant holds up nobody. A worker that has finished looks
 * for the next job at once: pg-boss would otherwise let it sleep for a polling interval while others wait.
 */
async function work(
  boss: PgBoss,
  queue: string,
  slots: number,
  handle: (job: Job) => Promise<void>,
): Promise<void> {
  for (let slot = 0; slot < slots; slot += 1) {
    const workerId = await boss.work(queue, { batchSize: 1, pollingIntervalSeconds }, async (jobs: Job[]) => {
      try {
        for (const job of jobs) await handle(job);
      } finally {
        boss.notifyWorker(workerId);
      }
    });
  }
}
