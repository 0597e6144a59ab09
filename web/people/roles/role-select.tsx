import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { labelOf, type Role } from './roles.ts';

export interface RoleSelectProps {
  readonly name: string;
  readonly role: WorkspaceRole;
  readonly roles: readonly Role[];
  /** Why it cannot be changed now; null when it can. */
  readonly reason: string | null;
  readonly onChoose: (role: WorkspaceRole) => void;
}

const useStyles = makeStyles({
  fixed: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  role: { minWidth: '72px' },
});

/** A disabled select could not be reached by keyboard and would keep its reason to itself, so a button stands for it. */
export function RoleSelect({ name, role, roles, reason, onChoose }: RoleSelectProps) {
  const styles = useStyles();
  if (reason !== null) {
    return (
      <div className={styles.fixed}>
        <span className={styles.role}>{labelOf(roles, role)}</span>
        <ActionButton
          label={texts.people.changeRole}
          subject={texts.people.ofPerson(name)}
          reason={reason}
          appearance="subtle"
          onClick={() => undefined}
        />
      </div>
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
