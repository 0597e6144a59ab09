import { verificationType, type OperationType } from './operation-types.ts';

/**
 * A job carries the run's id and nothing else: the row is the truth, so a job can be lost, doubled or late without
 * saying anything wrong.
 */
export interface RunJob {
  readonly runId: number;
}

export interface JobPolicy {
  /** Retries after the first attempt; then the job goes to `abandonedRunQueue`. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  /** pg-boss refuses less than 10. A worker silent for this long is taken for dead. */
  readonly heartbeatSeconds: number;
  /** Bound on one attempt, above the longest a provider's own budgets allow. */
  readonly expireInSeconds: number;
}

const usual = { retryLimit: 2, retryDelaySeconds: 1, heartbeatSeconds: 10 } as const;

/** One queue per operation type that has a worker; a queue is named after its type. */
export const jobPolicies = {
  [verificationType]: { ...usual, expireInSeconds: 600 },
  // A directory with hundreds of thousands of groups takes hundreds of pages of a second or two each.
  'inventory.sync': { ...usual, expireInSeconds: 3_600 },
  'entra.groups.sync': { ...usual, expireInSeconds: 3_600 },
} as const satisfies Partial<Record<OperationType, JobPolicy>>;

export type QueueName = keyof typeof jobPolicies;

/** Of the types in the registry those with a worker: what can be started. */
export function isQueueName(type: string): type is QueueName {
  return Object.hasOwn(jobPolicies, type);
}

/** Singles first: a start somebody waits for overtakes a fleet of hundreds that was queued before it. */
export const jobPriorities = { single: 0, fleet: -10 } as const;
export type Urgency = keyof typeof jobPriorities;

/** Every minute: finishes or requeues runs whose job has vanished. */
export const reconcileQueue = 'operation-run.reconcile';

/** Where pg-boss puts a job that failed on every attempt: its worker finishes the run as `worker.lost`. */
export const abandonedRunQueue = 'operation-run.abandoned';

/** Payloads are parsed on both sides: whoever puts a job in by hand gets a clear failure instead of a strange one. */
export function parseRunJob(payload: unknown): RunJob {
  if (typeof payload === 'object' && payload !== null && 'runId' in payload) {
    const { runId } = payload;
    if (typeof runId === 'number' && Number.isSafeInteger(runId) && runId > 0) return { runId };
  }
  throw new TypeError('A run job is { "runId": <positive integer> }.');
}

/** Wakes a connection's automatic re-check; the row in `verification_rechecks` says whether it still counts. */
export const recheckQueue = 'verification.recheck';

export interface RecheckJob {
  readonly connectionId: number;
  readonly attempt: number;
}

export function parseRecheckJob(payload: unknown): RecheckJob {
  if (typeof payload === 'object' && payload !== null && 'connectionId' in payload && 'attempt' in payload) {
    const { connectionId, attempt } = payload;
    if (isPositive(connectionId) && isPositive(attempt)) return { connectionId, attempt };
  }
  throw new TypeError(
    'A re-check job is { "connectionId": <positive integer>, "attempt": <positive integer> }.',
  );
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
