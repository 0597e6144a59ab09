import { expect, it } from 'vitest';
import { createRateLimit } from '../../../server/graphql/policy/rate-limit.ts';

it('says what a caller has left, and when all of it is back', () => {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const limit = createRateLimit({ perMinute: 60, now: () => new Date(time) });
  expect(limit.allowanceOf('a')).toEqual({ perMinute: 60, left: 60, fullInSeconds: 0 });
  for (let taken = 0; taken < 10; taken += 1) limit.take('a');
  expect(limit.allowanceOf('a')).toEqual({ perMinute: 60, left: 50, fullInSeconds: 10 });
  expect(limit.allowanceOf('b')).toEqual({ perMinute: 60, left: 60, fullInSeconds: 0 });
  time += 4_500;
  expect(limit.allowanceOf('a')).toEqual({ perMinute: 60, left: 54, fullInSeconds: 6 });
  // Asking takes nothing.
  expect(limit.allowanceOf('a')).toEqual({ perMinute: 60, left: 54, fullInSeconds: 6 });
});

it('says nothing where there is no limit', () => {
  expect(createRateLimit({ perMinute: null, now: () => new Date(0) }).allowanceOf('a')).toBeNull();
});
