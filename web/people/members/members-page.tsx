import { nextCursor, pageFor } from '../../api/list-page.ts';
import { usePage } from '../../app/page/use-page.tsx';
import { graphql } from '../../gql/gql.ts';
import { paths, routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { titleIn } from '../../ui/document-head.ts';
import { SkeletonBlock } from '../../ui/skeleton.tsx';
import { AppLink } from '../../ui/links.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { DateOnly } from '../../ui/time.tsx';
import { useWorkspaceMemberChanges } from './member-changes.ts';
import { LeaveWorkspace } from './leave-workspace.tsx';
import { MembersView } from './members-view.tsx';
import { RenameWorkspace } from './rename-workspace.tsx';

const MembersPageQuery = graphql(`
  query MembersPage($id: ID!, $first: Int!, $after: String) {
    viewer {
      user {
        id
      }
    }
    roles {
      ...RoleCatalog
    }
    workspace(id: $id) {
      id
      name
      actions {
        ...Action
      }
      members(first: $first, after: $after) {
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
    }
  }
`);

/** More than most providers have people. */
const membersPage = 50;
const smallTeam = 4;

export function MembersPage({ id }: { id: string }) {
  const { title, lead, panel } = texts.workspaceMembers;
  const { columns } = texts.people;
  const changes = useWorkspaceMemberChanges(id);
  const page = usePage(
    MembersPageQuery,
    { id, first: membersPage },
    {
      of: ({ workspace, ...rest }) => workspace && { ...rest, workspace },
      title: (shown) => titleIn(title, shown?.workspace),
      workspaceId: ({ workspace }) => workspace.id,
      refetchWith: ({ workspace }) => ({ first: pageFor(workspace.members.edges.length, membersPage) }),
      skeleton: (
        <PageSkeleton
          title={title}
          lead={<SkeletonBlock width="260px" height="20px" />}
          actions
          panels={[{ title: panel, rows: smallTeam }]}
        />
      ),
    },
  );
  if (page.shown === null) return page.instead;
  const { workspace, viewer, roles } = page.shown;
  const { edges, pageInfo, totalCount } = workspace.members;
  return (
    <MembersView
      page={page}
      above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
      title={title}
      below={lead(totalCount)}
      words={texts.workspaceMembers}
      catalog={roles}
      viewerId={viewer.user.id}
      actions={workspace.actions}
      changes={changes}
      candidates={null}
      members={edges.map(({ node }) => ({ ...node, fixed: null }))}
      roleTitle={columns.role}
      detail={{
        title: columns.joined,
        width: '120px',
        named: true,
        cell: ({ joinedAt }) => <DateOnly at={joinedAt} />,
      }}
      otherActions={
        <>
          <RenameWorkspace workspace={workspace} actions={workspace.actions} />
          <LeaveWorkspace workspaceId={workspace.id} />
        </>
      }
      foot={
        <LoadMore
          shown={edges.length}
          total={totalCount}
          after={nextCursor(pageInfo)}
          onMore={(after) => page.fetchMore({ after })}
        />
      }
      onLeft={leave}
    />
  );
}

/** Reloads the page on purpose: nothing of the workspace may stay in the cache, the menus or on the socket. */
function leave(): void {
  location.assign(routes.home);
}
