import { describe, expect, test } from 'vitest';
import { hashAssignments, groupsIn, readAssignments } from '../../../core/backup/assignments.ts';
import { diffAssignments, diffPolicies } from '../../../core/backup/policy-diff.ts';
import { cutSecrets } from '../../../core/backup/secret-marks.ts';
import { accessPolicy, catalogPolicy, choice, group, settings, simple } from './samples.ts';

const definitions = new Map([
  [
    'cloud',
    {
      id: 'cloud',
      name: 'Allow cloud protection',
      description: null,
      options: { cloud_1: 'Allowed', cloud_0: 'Not allowed' },
    },
  ],
  [
    'level',
    {
      id: 'level',
      name: 'Cloud block level',
      description: null,
      options: { level_2: 'High', level_4: 'High plus' },
    },
  ],
]);

const diff = (kind: Parameters<typeof diffPolicies>[0], before: unknown, after: unknown) =>
  diffPolicies(kind, before, after, definitions).map(
    ({ kind: change, label, before: old, after: fresh }) => ({
      change,
      label: label.join(' › '),
      old,
      fresh,
    }),
  );

describe('what changed in a policy', () => {
  test('is named as the portal names it, three levels down too', () => {
    const policy = (level: string) =>
      catalogPolicy(settings(group('rules', [[choice('cloud', '1', [choice('level', level)])]])));
    expect(diff('settings_catalog', policy('2'), policy('4'))).toEqual([
      {
        change: 'changed',
        label: 'rules › Allow cloud protection › Cloud block level',
        old: ['High'],
        fresh: ['High plus'],
      },
    ]);
  });

  test('is nothing where only order, times and ids differ', () => {
    const before = catalogPolicy(settings(simple('a', 'x'), simple('b', 'y')));
    const after = catalogPolicy([...settings(simple('b', 'y'), simple('a', 'x'))], {
      id: 'other',
      lastModifiedDateTime: '2026-11-30T00:00:00Z',
      roleScopeTagIds: ['11', '0'],
    });
    expect(diff('settings_catalog', before, after)).toEqual([]);
  });

  test('says what was added and removed', () => {
    const before = catalogPolicy(settings(choice('cloud', '1'), simple('gone', 'x')));
    const after = catalogPolicy(settings(choice('cloud', '1'), simple('new', 7, 'Integer')));
    expect(diff('settings_catalog', before, after)).toEqual([
      { change: 'added', label: 'new', old: null, fresh: ['7'] },
      { change: 'removed', label: 'gone', old: ['x'], fresh: null },
    ]);
  });

  test('shows a list whole, whatever its order', () => {
    const before = accessPolicy();
    const after = accessPolicy({
      state: 'disabled',
      grantControls: { operator: 'OR', builtInControls: ['compliantDevice'] },
    });
    expect(diff('conditional_access', before, after)).toEqual([
      { change: 'changed', label: 'Enable policy', old: ['enabled'], fresh: ['disabled'] },
      {
        change: 'changed',
        label: 'Grant › Controls',
        old: ['compliantDevice', 'mfa'],
        fresh: ['compliantDevice'],
      },
    ]);
  });

  test('finds an action again by its name, wherever it stands', () => {
    const policy = (...actions: readonly [string, number][]) => ({
      displayName: 'Windows',
      scheduledActionsForRule: [
        {
          ruleName: 'PasswordRequired',
          scheduledActionConfigurations: actions.map(([actionType, gracePeriodHours]) => ({
            actionType,
            gracePeriodHours,
          })),
        },
      ],
    });
    expect(
      diff(
        'compliance_policies',
        policy(['block', 0], ['notification', 24]),
        policy(['notification', 24], ['block', 72]),
      ),
    ).toEqual([
      {
        change: 'changed',
        label: 'Actions for noncompliance › Action › block › Schedule (hours after noncompliance)',
        old: ['0'],
        fresh: ['72'],
      },
    ]);
  });

  test('never shows a secret, nor what stood where one is now', () => {
    const known = catalogPolicy(settings(simple('password', 'was plain')));
    const hidden = cutSecrets(catalogPolicy(settings(simple('password', 'P1ANTED', 'Secret')))).payload;
    const changes = diffPolicies('settings_catalog', known, hidden, definitions);
    expect(changes).toMatchObject([{ kind: 'changed', before: [], after: [], isSecret: true }]);
    expect(JSON.stringify(changes)).not.toMatch(/was plain|P1ANTED/);
  });
});

describe('a secret that was read', () => {
  test('a kind’s own secrets are cut wherever they are, and null there is one that Microsoft does not show', () => {
    const policy = { name: 'x', script: 'P1ANTED', deep: [{ key: null, other: 'kept' }], empty: { key: '' } };
    expect(cutSecrets(policy, ['script', 'key'])).toEqual({
      payload: {
        name: 'x',
        script: { $secret: 'unknown' },
        deep: [{ key: { $secret: 'unknown' }, other: 'kept' }],
        empty: { key: '' },
      },
      secretState: 'unknown',
    });
  });

  test('is nowhere in what is kept, and the policy says that it has one', () => {
    const policy = catalogPolicy(
      settings(simple('wifi_key', 'P1ANTED-TOKEN', 'Secret'), simple('mask', '****')),
    );
    const { payload, secretState } = cutSecrets(policy);
    expect(secretState).toBe('unknown');
    expect(JSON.stringify(payload)).not.toMatch(/P1ANTED|\*\*\*\*/);
    expect(cutSecrets(catalogPolicy(settings(simple('a', 'x')))).secretState).toBe('none');
  });
});

describe('who gets a policy', () => {
  const target = (type: string, fields: { groupId?: string } = {}) => ({
    id: Math.PI.toString(),
    source: 'direct',
    sourceId: 'x',
    target: {
      '@odata.type': `#microsoft.graph.${type}`,
      deviceAndAppManagementAssignmentFilterId: null,
      deviceAndAppManagementAssignmentFilterType: 'none',
      ...fields,
    },
  });
  const groupA = target('groupAssignmentTarget', { groupId: '0D5E6F10-0000-4000-8000-0000000000AA' });
  const everyone = target('allLicensedUsersAssignmentTarget');

  test('does not depend on the order or on the ids of the assignments', () => {
    const hash = (values: readonly unknown[]) => hashAssignments(readAssignments(values));
    expect(hash([groupA, everyone])).toBe(hash([{ ...everyone, id: 'z' }, groupA]));
    expect(hash([groupA])).not.toBe(hash([{ ...groupA, source: 'policySets' }]));
    expect(hash([groupA])).not.toBe(hash([target('exclusionGroupAssignmentTarget', { groupId: 'x' })]));
  });

  test('is compared target by target, a filter included', () => {
    const filtered = {
      ...groupA,
      target: {
        ...groupA.target,
        deviceAndAppManagementAssignmentFilterId: 'f',
        deviceAndAppManagementAssignmentFilterType: 'exclude',
      },
    };
    const { added, removed } = diffAssignments(
      readAssignments([groupA, everyone]),
      readAssignments([filtered, everyone]),
    );
    const groupId = '0d5e6f10-0000-4000-8000-0000000000aa';
    expect(added).toEqual([
      { kind: 'group', groupId, filterId: 'f', filterMode: 'exclude', isFromPolicySet: false },
    ]);
    expect(removed).toEqual([
      { kind: 'group', groupId, filterId: null, filterMode: null, isFromPolicySet: false },
    ]);
    expect(groupsIn(readAssignments([groupA, everyone]))).toEqual([groupId]);
  });
});
