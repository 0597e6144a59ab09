/** A job carries only the run's id: the row is the truth, so a job may be lost, duplicated or late without harm. */
export interface RunJob {
  readonly runId: number;
}

/** Single starts first: a start that someone is waiting for overtakes a fleet of hundreds, and both overtake scheduled runs. */
const priorities = { single: 0, fleet: -10, schedule: -20 } as const;
export type Urgency = keyof typeof priorities;

export interface JobPlace {
  readonly urgency: Urgency;
  /** How many of the same workspace are before it: behind the first of every other one, so that none waits for all of another. */
  readonly behind?: number;
}

export function priorityOf({ urgency, behind = 0 }: JobPlace): number {
  return priorities[urgency] - behind;
}

/** Every minute: finishes or requeues runs whose job has disappeared. */
export const reconcileQueue = 'operation-run.reconcile';

/** Where pg-boss puts a job that failed on every attempt: its worker finishes the run as `worker.lost`. */
export const abandonedRunQueue = 'operation-run.abandoned';

/** Payloads are parsed on both sides: a job inserted by hand fails with a clear message. */
export function parseRunJob(payload: unknown): RunJob {
  if (typeof payload === 'object' && payload !== null && 'runId' in payload) {
    const { runId } = payload;
    if (typeof runId === 'number' && Number.isSafeInteger(runId) && runId > 0) return { runId };
  }
  throw new TypeError('A run job is { "runId": <positive integer> }.');
}

/** Wakes a connection's automatic recheck; the row in `verification_rechecks` says whether it is still wanted. */
export const recheckQueue = 'verification.recheck';

/** Every minute: plans what schedules are due and starts whose turn has come. */
export const scheduleTickQueue = 'schedule.tick';

/** Every minute: records what happens because time passes. */
export const notificationTickQueue = 'notification.tick';

/** The queues for the program's own work; every other queue belongs to an operation and has the name of its type. */
export const systemQueues = [
  reconcileQueue,
  abandonedRunQueue,
  recheckQueue,
  scheduleTickQueue,
  notificationTickQueue,
] as const;
export type SystemQueue = (typeof systemQueues)[number];

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
