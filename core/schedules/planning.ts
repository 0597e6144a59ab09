import { createHash } from 'node:crypto';
import { dueTimesAfter } from './cadence.ts';
import type { Schedule } from './schedule.ts';

export interface DuePlan {
  /** Due times that no one planned while they were due: they are recorded and never made up for. */
  readonly missed: readonly Date[];
  /** The one to run; null: none is due yet, or a newer one is still to be planned. */
  readonly due: Date | null;
  readonly next: Date;
}

/** Due times recorded in one transaction; the rest follows in the next. Two days of an hourly schedule. */
export const dueTimesAtOnce = 48;

/** What is due by `now`. After downtime the newest due time runs, whatever its window was: nothing is caught up in a storm. */
export function planDue(
  { cadence, timeZone }: Pick<Schedule, 'cadence' | 'timeZone'>,
  nextDueAt: Date,
  now: Date,
): DuePlan {
  if (nextDueAt > now) return { missed: [], due: null, next: nextDueAt };
  const later = dueTimesAfter(cadence, timeZone, nextDueAt, dueTimesAtOnce).map(({ at }) => at);
  const times = [nextDueAt, ...later];
  const next = times.find((at) => at > now);
  if (next === undefined)
    return { missed: times.slice(0, -1), due: null, next: times[dueTimesAtOnce] ?? now };
  const passed = times.filter((at) => at <= now);
  return { missed: passed.slice(0, -1), due: passed.at(-1) ?? null, next };
}

/** The last quarter of a window is for those that were busy at their turn. */
const spread = 0.75;

const minuteMs = 60_000;

/** When a tenant's turn comes: every night the same, and evenly over the window, whoever else is there. */
export function startOf(
  { id, windowMinutes }: Pick<Schedule, 'id' | 'windowMinutes'>,
  tenantId: number,
  from: Date,
): Date {
  const hash = createHash('sha256').update(`${id}:${tenantId}`).digest().readUInt32BE();
  return new Date(from.getTime() + Math.floor((hash / 2 ** 32) * spread * windowMinutes * minuteMs));
}

export function endOfWindow({ windowMinutes }: Pick<Schedule, 'windowMinutes'>, from: Date): Date {
  return new Date(from.getTime() + windowMinutes * minuteMs);
}
