import { describe, expect, test } from 'vitest';
import {
  permissionProfilesOf,
  requirementsOf,
  stateOf,
  type PermissionState,
} from '../../../core/connections/permission-profiles.ts';
import { planAfter } from '../../../core/verification/recheck-ladder.ts';

/** Token, directory, probe: yes, no, or not heard. */
const truths: readonly [string, PermissionState][] = [
  ['yes yes yes', 'effective'],
  ['yes yes  - ', 'effective'],
  ['yes yes no ', 'granted_not_yet_effective'],
  ['yes no  yes', 'revoked_still_effective'],
  ['yes no   - ', 'revoked_still_effective'],
  ['yes no  no ', 'missing'],
  ['no  yes yes', 'granted_not_yet_effective'],
  ['no  yes  - ', 'granted_not_yet_effective'],
  ['no  yes no ', 'granted_not_yet_effective'],
  ['no  no  yes', 'missing'],
  ['no  no   - ', 'missing'],
  ['no  no  no ', 'missing'],
  [' -  yes yes', 'effective'],
  [' -  yes  - ', 'unverifiable'],
  [' -  yes no ', 'granted_not_yet_effective'],
  [' -  no  yes', 'revoked_still_effective'],
  [' -  no   - ', 'unverifiable'],
  [' -  no  no ', 'missing'],
  ['yes  -  yes', 'unverifiable'],
  ['yes  -   - ', 'unverifiable'],
  ['yes  -  no ', 'unverifiable'],
  ['no   -  yes', 'unverifiable'],
  ['no   -   - ', 'unverifiable'],
  ['no   -  no ', 'missing'],
  [' -   -  yes', 'unverifiable'],
  [' -   -   - ', 'unverifiable'],
  [' -   -  no ', 'unverifiable'],
];

const heard = (word: string | undefined): boolean | null => (word === '-' ? null : word === 'yes');

describe('three truths about a permission', () => {
  test.for(truths)('%s is %s', ([words, state]) => {
    const [token, directory, probe] = words.trim().split(/\s+/);
    expect(stateOf(heard(token), heard(directory), heard(probe))).toBe(state);
  });

  test('the table has every combination once', () => {
    expect(new Set(truths.map(([words]) => words.trim().replaceAll(/\s+/g, ' '))).size).toBe(27);
  });
});

describe('permission profiles of a connection', () => {
  test.for<[unknown, string[]]>([
    [undefined, ['read']],
    [[], ['read']],
    [['manage'], ['read', 'manage']],
    [
      ['scripts', 'read'],
      ['read', 'scripts'],
    ],
    [['everything', 7, null], ['read']],
    ['manage', ['read']],
  ])('%j is %j', ([chosen, profiles]) => {
    expect(permissionProfilesOf({ permission_profiles: chosen })).toEqual(profiles);
  });

  test('no permission is required twice, whatever is chosen', () => {
    const names = requirementsOf(['read', 'manage', 'scripts']).map(({ permission }) => permission);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(15);
  });
});

describe('the re-check ladder', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  test('climbs 2, 10, 60 minutes and 24 hours, then ends', () => {
    const delays: number[] = [];
    let plan = planAfter('pending', null, now);
    while (plan.kind === 'schedule') {
      delays.push((plan.recheck.dueAt.getTime() - now.getTime()) / 60_000);
      plan = planAfter('pending', { ...plan.recheck, dueAt: now }, now);
    }
    expect([delays, plan.kind]).toEqual([[2, 10, 60, 1440], 'end']);
  });

  test.for([
    ['pending', { attempt: 2, dueAt: after(5) }, { kind: 'keep' }],
    ['settled', { attempt: 2, dueAt: after(5) }, { kind: 'end' }],
    ['settled', null, { kind: 'end' }],
    ['unknown', null, { kind: 'keep' }],
    [
      'unknown',
      { attempt: 2, dueAt: after(-1) },
      { kind: 'schedule', recheck: { attempt: 3, dueAt: after(60) } },
    ],
  ] as const)('found %s with %j: %j', ([found, current, plan]) => {
    expect(planAfter(found, current, now)).toEqual(plan);
  });
});
