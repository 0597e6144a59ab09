import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type { MemberTableFragment as MemberTableData } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { DateOnly } from '../../ui/time.tsx';
import type { MemberEditing } from './member-editing.ts';
import { PersonView } from '../person.tsx';
import { RoleSelect } from '../roles/role-select.tsx';
import type { Role } from '../roles/roles.ts';

export const MemberTableFragment = graphql(`
  fragment MemberTable on WorkspaceMemberConnection {
    edges {
      cursor
      node {
        user {
          id
          displayName
          email
        }
        role
        joinedAt
      }
    }
    pageInfo {
      ...PageInfo
    }
    totalCount
  }
`);

type Member = MemberTableData['edges'][number]['node'];

export interface MemberTableProps {
  readonly members: FragmentType<typeof MemberTableFragment>;
  readonly roles: readonly Role[];
  readonly viewerId: string;
  /** Why members cannot be managed; null when they can. */
  readonly reason: string | null;
  readonly editing: MemberEditing;
  readonly onMore: (after: string) => Promise<unknown>;
}

export function MemberTable({ members, roles, viewerId, reason, editing, onMore }: MemberTableProps) {
  const { edges, pageInfo, totalCount } = readFragment(MemberTableFragment, members);
  const { columns, remove } = texts.people;
  const shown: readonly Column<Member>[] = [
    {
      title: columns.name,
      width: 'minmax(0, 1fr)',
      cell: ({ user }) => <PersonView person={user} isYou={user.id === viewerId} />,
    },
    {
      title: columns.role,
      width: '184px',
      cell: ({ user, role }) => (
        <RoleSelect
          name={user.displayName}
          role={role}
          roles={roles}
          reason={reason}
          onChoose={(chosen) => editing.choose(user, role, chosen)}
        />
      ),
    },
    {
      title: columns.joined,
      width: '120px',
      named: true,
      cell: ({ joinedAt }) => <DateOnly at={joinedAt} />,
    },
    {
      title: columns.actions,
      width: '104px',
      cell: ({ user, role }) => (
        <ActionButton
          label={remove}
          subject={user.displayName}
          reason={reason}
          about={texts.workspaceMembers.removeAbout}
          appearance="subtle"
          danger
          onClick={() => editing.askToRemove(user, role)}
        />
      ),
    },
  ];
  return (
    <>
      <DataTable
        label={texts.workspaceMembers.panel}
        columns={shown}
        rows={edges.map(({ node }) => node)}
        rowKey={({ user }) => user.id}
      />
      <LoadMore shown={edges.length} total={totalCount} after={nextCursor(pageInfo)} onMore={onMore} />
    </>
  );
}
