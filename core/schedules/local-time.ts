/** What a clock on the wall shows, as if its place were UTC: milliseconds, comparable with each other and with nothing else. */
export type WallTime = number;

/** Whether the time changes on that day, where the clock on the wall says it. */
export const clockChanges = ['shifted', 'doubled'] as const;
export type ClockChange = (typeof clockChanges)[number];

export interface LocalInstant {
  readonly at: Date;
  /** `shifted`: the local time does not exist, so it is the next one that does. `doubled`: it comes twice, this is the first. */
  readonly clockChange: ClockChange | null;
}

const hourMs = 3_600_000;

/** Wider than any zone is away from UTC (-12 to +14 hours): around a wall time it holds every instant that could show it. */
const reachMs = 15 * hourMs;

/** Whether the runtime knows the IANA zone; the database asks PostgreSQL the same. */
export function isTimeZone(zone: string): boolean {
  try {
    offsetsOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function wallTimeAt(zone: string, instant: Date): WallTime {
  return instant.getTime() + offsetAt(zone, instant.getTime());
}

/** The first instant at which the clocks of the zone have reached the wall time: once, also where they show it twice or never. */
export function instantOf(zone: string, wall: WallTime): LocalInstant {
  const before = offsetAt(zone, wall - reachMs);
  const after = offsetAt(zone, wall + reachMs);
  if (before === after) return { at: new Date(wall - before), clockChange: null };
  const change = findChange(zone, wall - reachMs, wall + reachMs);
  if (wall - before < change) {
    return { at: new Date(wall - before), clockChange: wall - after >= change ? 'doubled' : null };
  }
  if (wall - after >= change) return { at: new Date(wall - after), clockChange: null };
  return { at: new Date(change), clockChange: 'shifted' };
}

/** Between two instants with different offsets: the first at which the later one applies. Zones change on whole seconds. */
function findChange(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let low = Math.floor(from / 1_000);
  let high = Math.ceil(to / 1_000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * 1_000) === before) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a zone that is not known. Making one costs a hundred times what using it does. */
function offsetsOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, made);
  return made;
}

/** Milliseconds that the zone is ahead of UTC. */
function offsetAt(zone: string, instant: number): number {
  const parts = offsetsOf(zone).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name) ?? [];
  const ahead = Number(hours) * hourMs + Number(minutes) * 60_000 + Number(seconds) * 1_000;
  return sign === '-' ? -ahead : ahead;
}
