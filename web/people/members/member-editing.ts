import { useState } from 'react';
import { toastError } from '../../api/toast-error.ts';
import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { toastDone } from '../../ui/show-toast.ts';
import type { MemberChanges } from './member-changes.ts';
import type { Person } from '../person.tsx';
import { labelOf, type Role } from '../roles/roles.ts';

/** What a dialog is open for. */
export type Asking =
  | {
      readonly kind: 'role';
      readonly person: Person;
      readonly from: WorkspaceRole;
      readonly to: WorkspaceRole;
    }
  | { readonly kind: 'remove'; readonly person: Person; readonly role: WorkspaceRole };

export interface MemberEditing {
  readonly asking: Asking | null;
  readonly choose: (person: Person, from: WorkspaceRole, to: WorkspaceRole) => void;
  readonly askToRemove: (person: Person, role: WorkspaceRole) => void;
  readonly stopAsking: () => void;
}

export interface MemberEditingOptions {
  readonly changes: MemberChanges;
  readonly roles: readonly Role[];
  readonly viewerId: string;
  /** Something was changed, or refused because it had changed in between. */
  readonly onChanged: () => void;
}

/** A role changes without a question where a slip is easily mended, and with one where it is not. */
export function useMemberEditing(options: MemberEditingOptions): MemberEditing {
  const { changes, roles, viewerId, onChanged } = options;
  const [asking, setAsking] = useState<Asking | null>(null);
  const change = (person: Person, role: WorkspaceRole) =>
    changes
      .set({ userId: person.id }, role)
      .then(() => sayRoleChanged(person, labelOf(roles, role)))
      .catch((error: unknown) => toastError(texts.people.notChanged, error))
      .finally(onChanged);
  return {
    asking,
    choose: (person, from, to) => {
      const isGrave = person.id === viewerId || from === 'OWNER' || to === 'OWNER';
      if (isGrave) setAsking({ kind: 'role', person, from, to });
      else void change(person, to);
    },
    askToRemove: (person, role) => setAsking({ kind: 'remove', person, role }),
    stopAsking: () => setAsking(null),
  };
}

export function sayRoleChanged({ displayName }: Person, label: string): void {
  toastDone(texts.people.roleChanged(displayName, label));
}
