import type { WorkspaceRole } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { MemberEditing } from './member-editing.ts';
import { PersonView, type Person } from '../person.tsx';
import { RoleSelect } from '../roles/role-select.tsx';
import type { Role } from '../roles/roles.ts';

export interface Member {
  readonly user: Person;
  readonly role: WorkspaceRole;
  /** Why this role cannot be changed here by anyone; null where it can. */
  readonly fixed: string | null;
}

export interface MemberTableProps<Row extends Member> {
  readonly members: readonly Row[];
  readonly roles: readonly Role[];
  readonly viewerId: string;
  /** Why members cannot be managed; null when they can. */
  readonly reason: string | null;
  readonly editing: MemberEditing;
  readonly words: typeof texts.workspaceMembers | typeof texts.tenantMembers;
  readonly roleTitle: string;
  /** What else there is to say of a member. */
  readonly detail: Column<Row>;
}

export function MemberTable<Row extends Member>(props: MemberTableProps<Row>) {
  const { members, roles, viewerId, reason, editing, words, roleTitle, detail } = props;
  const { columns, remove } = texts.people;
  const shown: readonly Column<Row>[] = [
    {
      title: columns.name,
      width: 'minmax(0, 4fr)',
      cell: ({ user }) => <PersonView person={user} isYou={user.id === viewerId} />,
    },
    {
      title: roleTitle,
      width: '184px',
      cell: ({ user, role, fixed }) => (
        <RoleSelect
          name={user.displayName}
          role={role}
          roles={roles}
          reason={reason ?? fixed}
          onChoose={(chosen) => editing.choose(user, role, chosen)}
        />
      ),
    },
    detail,
    {
      title: columns.actions,
      width: '104px',
      cell: ({ user, role, fixed }) => (
        <ActionButton
          label={remove}
          subject={user.displayName}
          reason={reason ?? fixed}
          about={words.removeAbout}
          appearance="subtle"
          danger
          onClick={() => editing.askToRemove(user, role)}
        />
      ),
    },
  ];
  return <DataTable label={words.panel} columns={shown} rows={members} rowKey={({ user }) => user.id} />;
}
