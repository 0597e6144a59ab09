import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { SelectField } from '../../ui/fields.tsx';
import { CapabilityList } from './capability-list.tsx';
import { allowedTo, toRoleOptions, type Role } from './roles.ts';

export interface RoleFieldProps {
  readonly role: WorkspaceRole;
  readonly roles: readonly Role[];
  readonly onChange: (role: WorkspaceRole) => void;
}

/** A role for someone new, and what it allows. */
export function RoleField({ role, roles, onChange }: RoleFieldProps) {
  return (
    <>
      <SelectField
        label={texts.people.role}
        value={role}
        options={toRoleOptions(roles)}
        onChange={onChange}
      />
      <CapabilityList title={texts.people.may} allowed={allowedTo(roles, role)} />
    </>
  );
}
