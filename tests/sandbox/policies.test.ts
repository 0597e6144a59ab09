import { describe, expect, test } from 'vitest';
import { estateOf, policyPaths } from '../../sandbox/policies/estate.ts';
import { scenarioIdentities, scenarioTenantId } from '../../sandbox/scenarios.ts';

const today = new Date('2026-11-30T09:00:00Z');
const at = (daysAgo: number, tenantId = scenarioTenantId('healthy')) =>
  estateOf(tenantId, { daysAgo, today });
const countOf = (estate: ReturnType<typeof at>) =>
  Object.values(policyPaths)
    .map((path) => estate.get(path) ?? [])
    .reduce((sum, items) => sum + items.length, 0);

describe('the policies of a directory', () => {
  test('are 30 to 80, of one directory other ones than of the next, and the same after every start', () => {
    const counts = scenarioIdentities.map(({ tenantId }) => countOf(at(0, tenantId)));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...counts)).toBeLessThanOrEqual(80);
    expect(new Set(counts).size).toBeGreaterThan(1);
    expect(at(0)).toEqual(at(0));
  });

  test('had a month of changes: edits, one that came, assignments that moved', () => {
    const changes = Array.from({ length: 30 }, (_, ago) => [at(ago + 1), at(ago)] as const).filter(
      ([before, after]) => JSON.stringify([...before]) !== JSON.stringify([...after]),
    );
    expect(changes.length).toBeGreaterThan(12);
  });

  test('say how many settings they have, and name every list', () => {
    for (const policy of at(0).get(policyPaths.catalog) ?? [])
      expect(policy['settings']).toHaveLength(policy['settingCount'] as number);
    expect([...at(0).keys()]).toEqual(expect.arrayContaining(Object.values(policyPaths)));
  });
});
