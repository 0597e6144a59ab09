import { badInput } from '../fault.ts';
import { instantOf, wallTimeAt, type LocalInstant } from './local-time.ts';

export const cadenceKinds = ['daily', 'weekly', 'hourly'] as const;
export type CadenceKind = (typeof cadenceKinds)[number];

/** They divide a day, so that every day has the same local times. */
export const hourSteps = [1, 2, 3, 4, 6, 8, 12] as const;

/** When a schedule is due, by the clocks of its zone. Hours are counted from midnight. */
export type Cadence =
  | { readonly kind: 'daily'; readonly atLocal: string }
  | { readonly kind: 'weekly'; readonly atLocal: string; readonly weekdays: readonly number[] }
  | { readonly kind: 'hourly'; readonly everyHours: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The next `count` due times after an instant, in their order, each once. */
export function dueTimesAfter(cadence: Cadence, zone: string, after: Date, count: number): LocalInstant[] {
  const found: LocalInstant[] = [];
  // From the day before: a time that clocks skipped at its end is due on the day after.
  let midnight = Math.floor(wallTimeAt(zone, after) / dayMs) * dayMs - dayMs;
  let last = after.getTime();
  while (found.length < count) {
    for (const minutes of minutesOf(cadence, midnight)) {
      const due = instantOf(zone, midnight + minutes * minuteMs);
      if (due.at.getTime() <= last || found.length === count) continue;
      found.push(due);
      last = due.at.getTime();
    }
    midnight += dayMs;
  }
  return found;
}

/** Minutes after midnight at which it is due on that day. */
function minutesOf(cadence: Cadence, midnight: number): readonly number[] {
  switch (cadence.kind) {
    case 'daily':
      return [minuteOf(cadence.atLocal)];
    case 'weekly':
      return cadence.weekdays.includes(weekdayOf(midnight)) ? [minuteOf(cadence.atLocal)] : [];
    case 'hourly': {
      const step = cadence.everyHours * 60;
      return Array.from({ length: 1_440 / step }, (_, index) => index * step);
    }
  }
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(midnight: number): number {
  return new Date(midnight).getUTCDay() || 7;
}

const localTimeShape = /^([01]\d|2[0-3]):[0-5]\d$/;

function minuteOf(atLocal: string): number {
  return Number(atLocal.slice(0, 2)) * 60 + Number(atLocal.slice(3));
}

/** As it comes from outside, where what belongs to another kind may have been sent along. */
export interface CadenceInput {
  readonly kind: CadenceKind;
  readonly atLocal?: string | null;
  readonly weekdays?: readonly number[] | null;
  readonly everyHours?: number | null;
}

export function parseCadence({ kind, atLocal, weekdays, everyHours }: CadenceInput): Cadence {
  if (kind === 'hourly') {
    if (!hourSteps.some((step) => step === everyHours)) {
      throw badInput('everyHours', `everyHours must be one of ${hourSteps.join(', ')}.`);
    }
    return { kind, everyHours: everyHours ?? 1 };
  }
  const time = atLocal ?? '';
  if (!localTimeShape.test(time)) throw badInput('atLocal', 'atLocal must be a time of day such as 02:00.');
  if (kind === 'daily') return { kind, atLocal: time };
  const days = [...new Set(weekdays ?? [])].sort((a, b) => a - b);
  if (days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    throw badInput('weekdays', 'weekdays must name at least one day, 1 (Monday) to 7 (Sunday).');
  }
  return { kind, atLocal: time, weekdays: days };
}

/** Two windows of one schedule never meet: what was due before is over when it is due again. In minutes. */
export function longestWindow(cadence: Cadence): number {
  // Half a day leaves room on the shortest day, which a change of the clocks makes.
  return cadence.kind === 'hourly' ? cadence.everyHours * 60 : 720;
}
