import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { TenantMemberRowFragment as TenantMember } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { MemberEditing } from './member-editing.ts';
import { PersonView } from '../person.tsx';
import { RoleSelect } from '../roles/role-select.tsx';
import { labelOf, type Role } from '../roles/roles.ts';

const TenantMemberRowFragment = graphql(`
  fragment TenantMemberRow on TenantMember {
    user {
      id
      displayName
      email
    }
    role
    effectiveRole
    isGiven
    effectiveRoleReason
  }
`);

const useStyles = makeStyles({
  effective: { display: 'flex', flexDirection: 'column' },
  why: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface TenantMemberTableProps {
  readonly members: readonly FragmentType<typeof TenantMemberRowFragment>[];
  readonly roles: readonly Role[];
  readonly viewerId: string;
  /** Why members cannot be managed; null when they can. */
  readonly reason: string | null;
  readonly editing: MemberEditing;
}

export function TenantMemberTable(props: TenantMemberTableProps) {
  const { members, roles, viewerId, reason, editing } = props;
  const { columns, remove } = texts.people;
  const { panel, removeAbout, notGiven } = texts.tenantMembers;
  const shown: readonly Column<TenantMember>[] = [
    {
      title: columns.name,
      width: 'minmax(0, 4fr)',
      cell: ({ user }) => <PersonView person={user} isYou={user.id === viewerId} />,
    },
    {
      title: columns.given,
      width: '184px',
      cell: ({ user, role, isGiven, effectiveRoleReason }) => (
        <RoleSelect
          name={user.displayName}
          role={role}
          roles={roles}
          reason={reason ?? (isGiven ? null : (effectiveRoleReason ?? notGiven))}
          onChoose={(chosen) => editing.choose(user, role, chosen)}
        />
      ),
    },
    {
      title: columns.effective,
      named: true,
      width: 'minmax(0, 3fr)',
      cell: ({ effectiveRole, effectiveRoleReason }) => (
        <Effective label={labelOf(roles, effectiveRole)} why={effectiveRoleReason} />
      ),
    },
    {
      title: columns.actions,
      width: '104px',
      cell: ({ user, role, isGiven, effectiveRoleReason }) => (
        <ActionButton
          label={remove}
          subject={user.displayName}
          reason={reason ?? (isGiven ? null : (effectiveRoleReason ?? notGiven))}
          about={removeAbout}
          appearance="subtle"
          danger
          onClick={() => editing.askToRemove(user, role)}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={panel}
      columns={shown}
      rows={readFragment(TenantMemberRowFragment, members)}
      rowKey={({ user }) => user.id}
    />
  );
}

function Effective({ label, why }: { label: string; why: string | null }) {
  const styles = useStyles();
  return (
    <div className={styles.effective}>
      <span>{label}</span>
      {why !== null && <span className={styles.why}>{why}</span>}
    </div>
  );
}
