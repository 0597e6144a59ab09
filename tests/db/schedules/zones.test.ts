import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../../core/schedules/local-time.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let test: TestSql;
beforeAll(async () => {
  test = openSql((await createTestDatabase()).connection);
});
afterAll(() => test[Symbol.asyncDispose]());

/** Changes of an hour, of half an hour, at midnight, of a whole day, against the year's grain, and none. */
const days = [
  ['Europe/Berlin', '2024-03-31', '2024-10-27'],
  ['America/New_York', '2024-03-10', '2024-11-03'],
  ['Australia/Lord_Howe', '2024-04-07', '2024-10-06'],
  ['America/Santiago', '2024-04-07', '2024-09-08'],
  ['Africa/Casablanca', '2024-03-10', '2024-04-14'],
  ['Asia/Beirut', '2024-03-31', '2024-10-27'],
  ['Pacific/Apia', '2011-12-29', '2011-12-30'],
  ['Asia/Kathmandu', '2024-05-01', '2024-05-02'],
] as const;

it('finds the instants that PostgreSQL finds minute by minute, on the days on which clocks change', async () => {
  for (const [zone, ...dates] of days) {
    const rows = await test.sql<{ wall: Date; at: Date }[]>`
      select (wall at time zone 'UTC') as wall, (select min(instant) from generate_series(
        (wall at time zone 'UTC') - interval '15 hours', (wall at time zone 'UTC') + interval '40 hours', interval '1 minute') instant
        where instant at time zone ${zone} >= wall) as at
      from unnest(${dates.map(String)}::text[]) as day
      cross join lateral generate_series(day::timestamp, day::timestamp + interval '23 hours 30 minutes', interval '30 minutes') wall`;
    expect(rows.length).toBe(dates.length * 48);
    const wrong = rows.filter(
      ({ wall, at }) => instantOf(zone, wall.getTime()).at.getTime() !== at.getTime(),
    );
    expect(wrong).toEqual([]);
  }
});
