import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { toFinding } from '../../../core/inventory/findings.ts';
import {
  compareItems,
  isSafetyStopDue,
  withoutDoubles,
  type ListedItem,
} from '../../../core/inventory/inventory.ts';
import { concludeSync, countChanges, toProgress, type Part } from '../../../core/inventory/sync.ts';

const item = (externalId: string, name = externalId, revision: string | null = 'r1'): ListedItem => ({
  externalId,
  name,
  revision,
});
const known = (...items: ListedItem[]) => items.map((one) => ({ ...one, isGone: false }));

describe('two readings compared', () => {
  it.each([
    ['nothing changed', known(item('a')), [item('a')], []],
    ['a new thing', [], [item('a')], ['appeared']],
    ['an edit', known(item('a')), [item('a', 'a', 'r2')], ['changed']],
    ['a new name', known(item('a')), [item('a', 'b', 'r2')], ['renamed']],
    ['a loss', known(item('a')), [], ['gone']],
    ['a return', [{ ...item('a'), isGone: true }], [item('a')], ['appeared']],
    ['still gone', [{ ...item('a'), isGone: true }], [], []],
    ['a revision told for the first time', known(item('a', 'a', null)), [item('a')], []],
  ])('%s', (_case, before, after, changes) => {
    expect(compareItems(before, after).map(({ change }) => change)).toEqual(changes);
  });

  const items = fc
    .array(
      fc.record({
        externalId: fc.constantFrom('a', 'b', 'c', 'd'),
        name: fc.string(),
        revision: fc.string(),
      }),
    )
    .map(withoutDoubles);

  it('a reading does not differ from itself in any order, and every thing changes at most once', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        expect(compareItems(known(...before), before.toReversed())).toEqual([]);
        const changed = compareItems(known(...before), after).map((change) => change.item.externalId);
        expect(new Set(changed).size).toBe(changed.length);
      }),
    );
  });
});

it.each([
  [0, 0, false],
  [1, 1, true],
  [2, 1, false],
  [4, 2, false],
  [4, 3, true],
  [5, 3, true],
])('of %i known groups %i would vanish: safety stop %s', (present, vanishing, due) => {
  const before = known(...Array.from({ length: present }, (_, i) => item(String(i))));
  const changes = compareItems(before, before.slice(vanishing));
  expect(isSafetyStopDue(before, changes)).toBe(due);
});

describe('a sync ends', () => {
  const read: Part = { kind: 'apps', status: 'read', items: [item('a')] };
  const unreadable: Part = { kind: 'scripts', status: 'unreadable', reason: 'provider.transient' };

  it.each([
    ['succeeded', [read], false, []],
    ['partially_succeeded', [read, unreadable], false, ['part.scripts']],
    ['partially_succeeded', [read], true, ['safety_stop']],
    ['failed', [unreadable], false, ['part.scripts']],
  ] as const)('%s', (outcome, parts, isStopped, codes) => {
    const conclusion = concludeSync(parts, isStopped);
    expect(conclusion.outcome).toBe(outcome);
    expect(conclusion.failures.map(({ code }) => code)).toEqual(codes);
  });

  it('with a count for each kind that was read, and none for one that was not', () => {
    expect(toProgress(5, [read, unreadable])).toEqual({ total: 5, completed: 2, apps: 1 });
    expect(countChanges(compareItems(known(item('a')), [item('b')]))).toEqual({
      appeared: 1,
      changed: 0,
      gone: 1,
    });
  });
});

it('the same change has the same fingerprint; a second edit, another thing or connection has its own', () => {
  const edit = (revision: string, id = 'a') =>
    compareItems(known(item(id)), [item(id, id, revision)]).map((change) => change);
  const [first] = edit('r2');
  const [second] = edit('r3');
  const [elsewhere] = edit('r2', 'b');
  if (!first || !second || !elsewhere) throw new Error('an edit is a change');
  const prints = [
    toFinding(1, 'apps', first),
    toFinding(1, 'apps', second),
    toFinding(1, 'apps', elsewhere),
    toFinding(2, 'apps', first),
    toFinding(1, 'scripts', first),
  ].map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(5);
  expect(toFinding(1, 'apps', first).fingerprint).toBe(prints[0]);
});
