import { sql } from 'drizzle-orm';
import {
  fromDrizzle,
  PgBoss,
  type ConstructorOptions,
  type Job,
  type Queue as QueueDefinition,
} from 'pg-boss';
import {
  abandonedRunQueue,
  notificationTickQueue,
  priorityOf,
  recheckQueue,
  reconcileQueue,
  scheduleTickQueue,
  systemQueues,
  type JobPlace,
  type RecheckJob,
  type RunJob,
  type SystemQueue,
} from '../../core/runs/jobs.ts';
import { operationTypes, type OperationType } from '../../core/runs/operation-types.ts';
import type { Tx } from './client.ts';
import type { DatabaseConnection } from './sessions/address.ts';
import { toPgOptions } from './sessions/pg-options.ts';

export interface Queue extends AsyncDisposable {
  /** For workers/, which fetch from it. */
  readonly boss: PgBoss;
  /** Writes the job in the caller's transaction: commit gives both run and job, rollback neither. */
  send(tx: Tx, queue: OperationType, job: RunJob, as: JobIdentity): Promise<void>;
  /** The same for many jobs of one queue. */
  sendMany(
    tx: Tx,
    queue: OperationType,
    jobs: readonly (JobIdentity & { readonly job: RunJob })[],
  ): Promise<void>;
  /** Removes the job, even if a worker has fetched it. Atomic with `tx`; safe if it is already gone. */
  remove(tx: Tx, queue: OperationType, jobId: string): Promise<void>;
  /** The same as `send`, for a recheck that is due at `at`. */
  sendRecheck(tx: Tx, job: RecheckJob, at: Date): Promise<void>;
  /**
   * Ends a job that a worker holds. false: another worker has it by now, which pg-boss knows from the attempt;
   * nothing is changed.
   */
  complete(tx: Tx, queue: OperationType, job: ClaimedJob): Promise<boolean>;
}

export interface JobIdentity extends JobPlace {
  /** UUID, chosen by the caller, so that the run's row can name it from the start. */
  readonly id: string;
}

/** As a worker gets it. */
export type ClaimedJob = Job;

export interface QueueOptions {
  readonly connection: DatabaseConnection;
  readonly onTrouble: (error: unknown) => void;
  /** Only worker processes look for dead workers and old jobs. */
  readonly supervise: boolean;
  /** How long a job may take to finish after the program was asked to stop. */
  readonly drainMs: number;
  /** pg-boss keeps a pool of its own on `pg`: its queries rely on that driver's handling of JSON and transactions. */
  readonly maxConnections?: number;
}

export async function startQueue(options: QueueOptions): Promise<Queue> {
  const boss = await startBoss(options);
  return {
    boss,
    async send(tx, queue, job, { id, ...place }) {
      const sending = { id, priority: priorityOf(place), db: fromDrizzle(tx, sql) };
      if ((await boss.send(queue, job, sending)) === null) {
        throw new Error(`pg-boss took no job for ${queue}`);
      }
    },
    async sendMany(tx, queue, jobs) {
      const sending = jobs.map(({ id, job, ...place }) => ({ id, priority: priorityOf(place), data: job }));
      const ids = await boss.insert(queue, sending, { db: fromDrizzle(tx, sql), returnId: true });
      if (ids?.length !== jobs.length)
        throw new Error(`pg-boss took fewer jobs than it was given for ${queue}`);
    },
    async remove(tx, queue, jobId) {
      await boss.deleteJob(queue, jobId, { db: fromDrizzle(tx, sql) });
    },
    async sendRecheck(tx, job, at) {
      const id = await boss.send(recheckQueue, job, { db: fromDrizzle(tx, sql), startAfter: at });
      if (id === null) throw new Error('pg-boss took no re-check');
    },
    async complete(tx, queue, job) {
      const ended: object = await boss.complete(queue, job, null, { db: fromDrizzle(tx, sql) });
      // pg-boss returns how many it has completed, but its types do not declare it.
      return 'affected' in ended && ended.affected === 1;
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, timeout: options.drainMs });
    },
  };
}

async function startBoss(options: QueueOptions): Promise<PgBoss> {
  const { connection, onTrouble, supervise, maxConnections = 4 } = options;
  const boss = new PgBoss({
    ...toPgOptions(connection),
    ...timing,
    clock: steadyClock,
    application_name: 'tenantatlas-queue',
    max: maxConnections,
    supervise,
    schedule: supervise,
    useListenNotify: supervise,
  });
  boss.on('error', (error) => onTrouble(toError(error)));
  await boss.start();
  await declareQueues(boss);
  return boss;
}

/** pg-boss reports a worker's failure as an object of its own; only what an error has is kept. */
function toError(trouble: unknown): unknown {
  if (trouble instanceof Error || typeof trouble !== 'object' || trouble === null) return trouble;
  const error = new Error('message' in trouble ? String(trouble.message) : 'the queue has failed');
  if ('stack' in trouble && typeof trouble.stack === 'string') error.stack = trouble.stack;
  return 'code' in trouble ? Object.assign(error, { code: trouble.code }) : error;
}

/**
 * pg-boss waits until `now()` has passed a remembered time: with a clock set back by two hours, it would look for
 * lost workers two hours late. This clock starts correct and then only advances; its timers are Node's.
 */
const steadyClock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  setTimeout: (work: () => void, ms?: number) => setTimeout(work, ms),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work: () => void, ms?: number) => setInterval(work, ms),
  clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
};

/** A dead worker is noticed after its heartbeat (10 s) plus one round of monitoring. pg-boss's default is 60 s each. */
const timing: ConstructorOptions = {
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  maintenanceIntervalSeconds: 600,
};

/** Otherwise pg-boss's defaults apply: two retries, fifteen minutes. */
const systemPolicies: Readonly<Record<SystemQueue, Omit<QueueDefinition, 'name'>>> = {
  [abandonedRunQueue]: { notify: true },
  [recheckQueue]: { notify: true, retryLimit: 5, retryDelay: 30, retryBackoff: true },
  // If a round is missed, the next one, a minute later, does the work.
  [reconcileQueue]: { retryLimit: 0, expireInSeconds: 60 },
  // The same; one tick may start a thousand runs.
  [scheduleTickQueue]: { retryLimit: 0, expireInSeconds: 300 },
  [notificationTickQueue]: { retryLimit: 0, expireInSeconds: 60 },
};

/** Safe to repeat, and when several processes start at once. Policies change with the program, not by hand. */
async function declareQueues(boss: PgBoss): Promise<void> {
  for (const name of systemQueues) await declareQueue(boss, name, systemPolicies[name]);
  for (const [name, { job }] of Object.entries(operationTypes)) {
    const { retryDelaySeconds: retryDelay, ...policy } = job;
    const usual = { retryBackoff: true, notify: true, deadLetter: abandonedRunQueue };
    await declareQueue(boss, name, { ...policy, retryDelay, ...usual });
  }
}

async function declareQueue(
  boss: PgBoss,
  name: string,
  policy: Omit<QueueDefinition, 'name'>,
): Promise<void> {
  await boss.createQueue(name, policy);
  await boss.updateQueue(name, policy);
}
