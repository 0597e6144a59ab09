import { hashOf, toCanonicalForm } from './canonical-form.ts';
import type { FormRules } from './form-rules.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Who gets a policy, as Microsoft lists it. */
export interface Assignment {
  readonly target: Fields;
  /** From a policy set: it repeats a group, and goes when the set goes. */
  readonly isFromPolicySet: boolean;
  /** What else it says (a script's schedule, an app's intent). */
  readonly settings: Fields;
}

const rules: FormRules = { drop: [], unordered: [''], typed: ['target', '*.settings'] };

export function readAssignments(values: readonly unknown[]): Assignment[] {
  return values.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const { id, source, sourceId, target, ...settings } = value as Fields;
    void [id, sourceId];
    if (typeof target !== 'object' || target === null) return [];
    return [{ target: target as Fields, isFromPolicySet: source === 'policySets', settings }];
  });
}

export function hashAssignments(assignments: readonly Assignment[]): string {
  return hashOf(toCanonicalForm(rules, assignments));
}

/** Ids of the groups that assignments name, in lower case. */
export function groupsIn(assignments: readonly Assignment[]): string[] {
  return assignments.flatMap(({ target }) => {
    const group = target['groupId'];
    return typeof group === 'string' ? [group.toLowerCase()] : [];
  });
}
