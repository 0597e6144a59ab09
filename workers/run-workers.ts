import type { Job, PgBoss } from 'pg-boss';
import {
  abandonedRunQueue,
  parseRecheckJob,
  parseRunJob,
  recheckQueue,
  type RecheckJob,
} from '../core/jobs.ts';
import { verificationType } from '../core/operation-types.ts';

/** The verbs the workers call, bound to their dependencies by server/app.ts. */
export interface WorkerFlows {
  runVerification(runId: number, signal: AbortSignal): Promise<void>;
  finishAbandonedRun(runId: number): Promise<void>;
  startDueRecheck(job: RecheckJob): Promise<void>;
}

export interface WorkerOptions {
  readonly boss: PgBoss;
  readonly flows: WorkerFlows;
  /** How many verifications this process works on at once. */
  readonly concurrency: number;
  /** Aborts what is running when the program stops: pg-boss gives the job to another worker. */
  readonly stopping: AbortSignal;
}

/** The table of contents: which queue is worked on by which flow. */
export async function startWorkers({ boss, flows, concurrency, stopping }: WorkerOptions): Promise<void> {
  await work(boss, verificationType, concurrency, ({ data, signal }) =>
    flows.runVerification(parseRunJob(data).runId, AbortSignal.any([signal, stopping])),
  );
  await work(boss, abandonedRunQueue, 1, ({ data }) => flows.finishAbandonedRun(parseRunJob(data).runId));
  await work(boss, recheckQueue, 1, ({ data }) => flows.startDueRecheck(parseRecheckJob(data)));
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
