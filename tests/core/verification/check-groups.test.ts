import { describe, expect, it } from 'vitest';
import { groupOf, positionOf, type CheckGroup } from '../../../core/verification/check-groups.ts';
import type { CheckStatus } from '../../../core/runs/report-summary.ts';

function group(
  status: CheckStatus,
  more: { blocking?: boolean; reason?: string; acknowledged?: boolean } = {},
) {
  const check = { status, blocking: more.blocking ?? false, reason_code: more.reason ?? null };
  return groupOf(check, more.acknowledged ?? false);
}

describe('the group of a check', () => {
  it.each<[string, CheckGroup, CheckGroup]>([
    ['a failure that blocks the tenant', group('fail', { blocking: true }), 'blocking'],
    ['any other failure', group('fail'), 'fail'],
    ['a blocking check that passed', group('pass', { blocking: true }), 'pass'],
    ['a blocking check that could not be read', group('unknown', { blocking: true }), 'unknown'],
    ['a check that a cancelled run did not get to', group('unknown', { reason: 'run.cancelled' }), 'not_run'],
    ['a check that a lost worker did not get to', group('unknown', { reason: 'worker.lost' }), 'not_run'],
    [
      'an acknowledged failure that blocks',
      group('fail', { blocking: true, acknowledged: true }),
      'acknowledged',
    ],
    ['an acknowledged warning', group('warn', { acknowledged: true }), 'acknowledged'],
    ['a check that passes again although acknowledged', group('pass', { acknowledged: true }), 'pass'],
    ['a running check', group('running'), 'running'],
    ['a skipped check', group('skip'), 'skip'],
  ])('of %s', (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  it('comes earlier the more it needs someone', () => {
    const wanted: CheckGroup[] = ['blocking', 'fail', 'warn', 'unknown', 'not_run', 'acknowledged', 'pass'];
    const positions = wanted.map(positionOf);
    expect(positions).toEqual(positions.toSorted((left, right) => left - right));
    expect(new Set(positions).size).toBe(wanted.length);
  });
});
