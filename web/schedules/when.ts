import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';

const ScheduleWhenFragment = graphql(`
  fragment ScheduleWhen on Schedule {
    timeZone
    windowMinutes
    cadence {
      kind
      atLocal
      weekdays
      everyHours
    }
  }
`);

/** In words: how often, and by which clocks. */
export function toWhen(schedule: FragmentType<typeof ScheduleWhenFragment>): {
  often: string;
  within: string;
} {
  const { timeZone, windowMinutes, cadence } = readFragment(ScheduleWhenFragment, schedule);
  const { kind, atLocal, weekdays, everyHours } = cadence;
  const { daily, weekly, hourly, within, weekdays: names } = texts.schedules;
  const often = {
    DAILY: () => daily(atLocal ?? ''),
    WEEKLY: () => weekly((weekdays ?? []).map((day) => names[day - 1] ?? '').join(', '), atLocal ?? ''),
    HOURLY: () => hourly(everyHours ?? 1),
  }[kind]();
  return { often, within: within(windowMinutes, timeZone) };
}

/** A due time in a schedule's own zone, with its day: "Tue, Dec 1, 02:00". */
export function toLocal(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(texts.locale, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** What the browser knows, and UTC, which some leave out; `chosen` in any case. */
export function zoneOptions(chosen: string): { value: string; label: string }[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), chosen]);
  return [...names].sort().map((value) => ({ value, label: value }));
}
