import { Select } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { WorkspaceRole } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { labelOf, type Role } from './roles.ts';

export interface RoleSelectProps {
  readonly name: string;
  readonly role: WorkspaceRole;
  readonly roles: readonly Role[];
  /** Why it cannot be changed now; null when it can. */
  readonly reason: string | null;
  readonly onChoose: (role: WorkspaceRole) => void;
}

/** A disabled select could not be reached by keyboard and would keep its reason to itself, so a button stands for it. */
export function RoleSelect({ name, role, roles, reason, onChoose }: RoleSelectProps) {
  if (reason !== null) {
    return (
      <ActionButton
        label={labelOf(roles, role)}
        subject={texts.people.forPerson(name)}
        reason={reason}
        icon={<ChevronDownRegular />}
        onClick={() => undefined}
      />
    );
  }
  const choose = (value: string) => {
    const chosen = roles.find((one) => one.role === value);
    if (chosen !== undefined && chosen.role !== role) onChoose(chosen.role);
  };
  return (
    <Select
      aria-label={texts.people.roleOf(name)}
      value={role}
      onChange={(_event, { value }) => choose(value)}
    >
      {roles.map((one) => (
        <option key={one.role} value={one.role}>
          {one.label}
        </option>
      ))}
    </Select>
  );
}
