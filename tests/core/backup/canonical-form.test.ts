import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, toCanonicalForm } from '../../../core/backup/canonical-form.ts';
import { policyKinds, policyKindRow, type PolicyKind } from '../../../core/backup/policy-kinds.ts';
import { accessPolicy, catalogPolicy, choice, group, settings, simple } from './samples.ts';

const formOf = (kind: PolicyKind, payload: unknown) => toCanonicalForm(policyKindRow(kind).form, payload);

const catalog = catalogPolicy(
  settings(
    choice('defender_cloud', '1', [choice('defender_level', '2'), simple('defender_timeout', 50, 'Integer')]),
    simple('lock_message', 'Property of Alder & Ash'),
    group('rules', [[simple('rule_name', 'one'), simple('rule_team', 'A')], [simple('rule_name', 'two')]]),
  ),
);

/** The same thing as Microsoft may answer it another day: keys in any order, notes of OData, other ids and times, nulls. */
function shuffled(value: unknown, random: () => number, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) {
    const isOrderFree = [
      'settings',
      'children',
      'roleScopeTagIds',
      'excludeGroups',
      'clientAppTypes',
      'builtInControls',
    ];
    const items = value.map((item) => shuffled(item, random, path));
    return isOrderFree.includes(path.at(-1) ?? '') ? shuffle(items, random) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, of]): [string, unknown][] => [
    [name, shuffled(of, random, [...path, name])],
    ...(random() < 0.3 ? [[`${name}@odata.type`, '#Collection(String)'] as [string, unknown]] : []),
  ]);
  if (random() < 0.3) entries.push(['@odata.editLink', 'x'], ['#microsoft.graph.assign', { target: 'x' }]);
  if (random() < 0.3) entries.push(['somethingUnset', null], ['nothingIn', []], ['empty', {}]);
  return Object.fromEntries(shuffle(entries, random));
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** A small generator with a seed of fast-check's, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

describe('the form of a policy that is hashed', () => {
  test('is the same however Microsoft happens to write an unchanged policy', () => {
    const samples = [
      ['settings_catalog', catalog],
      ['conditional_access', accessPolicy()],
    ] as const;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...samples), (seed, [kind, payload]) => {
        const again = {
          ...(shuffled(payload, randomFrom(seed)) as object),
          lastModifiedDateTime: '2026-11-30T00:00:00Z',
          modifiedDateTime: null,
        };
        expect(formOf(kind, again)).toBe(formOf(kind, payload));
      }),
      { numRuns: 200 },
    );
  });

  test('is another one after every change of a value, however deep', () => {
    const changed = [
      catalogPolicy(settings(choice('defender_cloud', '1', [choice('defender_level', '4')]))),
      catalogPolicy(settings(choice('defender_cloud', '1', [choice('defender_level', '2')]))),
      catalogPolicy(settings(choice('defender_cloud', '1'))),
      catalogPolicy(settings(choice('defender_cloud', '0'))),
      catalogPolicy(settings(simple('defender_cloud', '1'))),
      catalogPolicy(settings(simple('defender_cloud', 1, 'Integer'))),
      catalogPolicy(settings(simple('defender_cloud', '1')), { name: 'defender antivirus' }),
      catalogPolicy(settings(simple('defender_cloud', '1')), { roleScopeTagIds: ['0'] }),
    ];
    expect(new Set(changed.map((payload) => formOf('settings_catalog', payload))).size).toBe(changed.length);
  });

  test('keeps the order of entries that a device goes through one by one', () => {
    const rules = (...names: readonly string[]) =>
      catalogPolicy(
        settings(
          group(
            'rules',
            names.map((name) => [simple('rule_name', name)]),
          ),
        ),
      );
    expect(formOf('settings_catalog', rules('a', 'b'))).not.toBe(formOf('settings_catalog', rules('b', 'a')));
  });

  test('tells a location of countries from one of addresses, and a strength by its id only', () => {
    const location = (type: string) => ({ '@odata.type': type, displayName: 'Office' });
    expect(formOf('named_locations', location('#microsoft.graph.countryNamedLocation'))).not.toBe(
      formOf('named_locations', location('#microsoft.graph.ipNamedLocation')),
    );
    const withStrength = (displayName: string, id: string) =>
      formOf(
        'conditional_access',
        accessPolicy({ grantControls: { authenticationStrength: { id, displayName } } }),
      );
    expect(withStrength('Phishing-resistant', 'a')).toBe(withStrength('Phishing resistant', 'a'));
    expect(withStrength('Phishing-resistant', 'a')).not.toBe(withStrength('Phishing-resistant', 'b'));
  });

  test('writes dates and flags once, and only where the kind says so', () => {
    const rules = { drop: [], dates: ['from'], flags: ['of'] };
    const form = (from: string, of: string) => toCanonicalForm(rules, { from, of, text: from });
    expect(form('2026-03-01T01:00:00.5000000+01:00', 'b, a')).toBe(
      '{"from":"2026-03-01T00:00:00.5Z","of":"a,b","text":"2026-03-01T01:00:00.5000000+01:00"}',
    );
    expect(form('tomorrow', 'a')).toBe('{"from":"tomorrow","of":"a","text":"tomorrow"}');
  });

  test('has one hash of 64 digits, and every kind has rules that name it', () => {
    expect(hashOf(formOf('settings_catalog', catalog))).toMatch(/^[0-9a-f]{64}$/);
    for (const { form } of Object.values(policyKinds)) expect(form.drop).toContain('id');
  });
});
