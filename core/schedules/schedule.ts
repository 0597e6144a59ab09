import { badInput, Fault } from '../fault.ts';
import { operationTypes, type OperationType, verificationType } from '../runs/operation-types.ts';
import type { TenantSelector } from '../tenants/selector.ts';
import { dueTimesAfter, longestWindow, type Cadence } from './cadence.ts';
import { isTimeZone } from './local-time.ts';

/** What a schedule does, to whom and when. */
export interface SchedulePlan {
  readonly operationType: OperationType;
  readonly name: string;
  readonly selector: TenantSelector;
  readonly cadence: Cadence;
  readonly timeZone: string;
  /** The starts of one due time are spread across it, and a busy tenant is tried again until it ends. */
  readonly windowMinutes: number;
}

export interface Schedule extends SchedulePlan {
  readonly id: number;
  readonly workspaceId: number;
  readonly isEnabled: boolean;
  /** Why it is paused; null while it is enabled. */
  readonly pausedReason: string | null;
  /** null while it is paused. */
  readonly nextDueAt: Date | null;
  readonly createdByUserId: number | null;
  readonly createdAt: Date;
}

export const longestScheduleName = 100;

/** Every workspace begins with it. */
export function nightlyVerification(timeZone: string): SchedulePlan {
  return {
    operationType: verificationType,
    name: 'Nightly verification',
    selector: { all: true },
    cadence: { kind: 'daily', atLocal: '02:00' },
    timeZone,
    windowMinutes: 240,
  };
}

/** Throws BAD_USER_INPUT for what no schedule can be. */
/** Far more than anyone reads; the viewer shows all of a workspace's schedules on one page. */
export const schedulesPerWorkspace = 50;

export function assertPlan({ operationType, cadence, timeZone, windowMinutes }: SchedulePlan): void {
  if (!operationTypes[operationType].schedulable) {
    throw badInput('operationType', `${operationType} cannot be scheduled.`);
  }
  assertTimeZone(timeZone);
  const longest = longestWindow(cadence);
  if (!Number.isInteger(windowMinutes) || windowMinutes < 1 || windowMinutes > longest) {
    throw badInput('windowMinutes', `windowMinutes must be 1 to ${longest} here.`);
  }
}

export function nextDueOf(
  { cadence, timeZone }: Pick<SchedulePlan, 'cadence' | 'timeZone'>,
  now: Date,
): Date {
  const [next] = dueTimesAfter(cadence, timeZone, now, 1);
  if (next === undefined) throw new Fault('BAD_USER_INPUT', 'The schedule is never due.');
  return next.at;
}

export function assertTimeZone(zone: string): void {
  if (!isTimeZone(zone))
    throw badInput('timeZone', 'timeZone must be an IANA time zone such as Europe/Berlin.');
}
