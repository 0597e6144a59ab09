import type { Assignment } from './assignments.ts';
import type { Leaf } from './leaf.ts';
import { toLeaves } from './leaves.ts';
import { policyKindRow, type PolicyKind } from './policy-kinds.ts';
import type { Definitions } from './settings.ts';

export const policyChangeKinds = ['added', 'removed', 'changed'] as const;

/** One thing that two versions of a policy say differently. */
export interface PolicyChange {
  readonly kind: (typeof policyChangeKinds)[number];
  readonly path: string;
  /** As the portal shows it, outermost first. */
  readonly label: readonly string[];
  /** null: it was not said; empty for a secret. More than one value: a list. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
  readonly isSecret: boolean;
}

export function diffPolicies(
  kind: PolicyKind,
  before: unknown,
  after: unknown,
  definitions: Definitions,
): PolicyChange[] {
  const { form } = policyKindRow(kind);
  const old = byPath(toLeaves(form, before, definitions));
  const fresh = byPath(toLeaves(form, after, definitions));
  const changes = [...fresh.values()].flatMap((leaf) => changeOf(old.get(leaf.path), leaf));
  const removed = [...old.values()].filter(({ path }) => !fresh.has(path));
  return [...changes, ...removed.map((leaf) => toChange('removed', leaf, leaf, null))];
}

function byPath(leaves: readonly Leaf[]): Map<string, Leaf> {
  return new Map(leaves.map((leaf) => [leaf.path, leaf]));
}

function changeOf(before: Leaf | undefined, after: Leaf): PolicyChange[] {
  if (before === undefined) return [toChange('added', after, null, after)];
  const isSame =
    before.isSecret === after.isSecret &&
    before.values.length === after.values.length &&
    before.values.every((value, index) => value === after.values[index]);
  return isSame ? [] : [toChange('changed', after, before, after)];
}

function toChange(
  kind: PolicyChange['kind'],
  { path, label }: Leaf,
  before: Leaf | null,
  after: Leaf | null,
): PolicyChange {
  const isSecret = (before?.isSecret ?? false) || (after?.isSecret ?? false);
  // Beside a secret the other side is a secret's too, or what was there before it became one.
  const valuesOf = (leaf: Leaf | null) => leaf && (isSecret ? [] : leaf.values);
  return { kind, path, label, before: valuesOf(before), after: valuesOf(after), isSecret };
}

export const policyTargetKinds = ['group', 'excluded_group', 'all_users', 'all_devices', 'other'] as const;

/** Who an assignment is about, without names: the group's id, or everyone of a kind. */
export interface AssignmentTarget {
  readonly kind: (typeof policyTargetKinds)[number];
  readonly groupId: string | null;
  readonly filterId: string | null;
  readonly filterMode: 'include' | 'exclude' | null;
  readonly isFromPolicySet: boolean;
}

const targetKinds: Readonly<Record<string, AssignmentTarget['kind']>> = {
  '#microsoft.graph.groupAssignmentTarget': 'group',
  '#microsoft.graph.exclusionGroupAssignmentTarget': 'excluded_group',
  '#microsoft.graph.allLicensedUsersAssignmentTarget': 'all_users',
  '#microsoft.graph.allDevicesAssignmentTarget': 'all_devices',
};

export function toTarget({ target, isFromPolicySet }: Assignment): AssignmentTarget {
  const text = (name: string) => (typeof target[name] === 'string' ? target[name] : null);
  const mode = text('deviceAndAppManagementAssignmentFilterType');
  return {
    kind: targetKinds[text('@odata.type') ?? ''] ?? 'other',
    groupId: text('groupId')?.toLowerCase() ?? null,
    filterId: text('deviceAndAppManagementAssignmentFilterId'),
    filterMode: mode === 'include' || mode === 'exclude' ? mode : null,
    isFromPolicySet,
  };
}

export interface AssignmentDiff {
  readonly added: readonly AssignmentTarget[];
  readonly removed: readonly AssignmentTarget[];
}

/** A filter or its mode that changed is one removed and one added: who gets the policy is another set of devices. */
export function diffAssignments(before: readonly Assignment[], after: readonly Assignment[]): AssignmentDiff {
  const old = before.map(toTarget);
  const fresh = after.map(toTarget);
  const keys = (targets: readonly AssignmentTarget[]) =>
    new Set(targets.map((target) => JSON.stringify(target)));
  const [oldKeys, freshKeys] = [keys(old), keys(fresh)];
  return {
    added: fresh.filter((target) => !oldKeys.has(JSON.stringify(target))),
    removed: old.filter((target) => !freshKeys.has(JSON.stringify(target))),
  };
}
