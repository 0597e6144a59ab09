import { usePage } from '../../app/page/use-page.tsx';
import { graphql } from '../../gql/gql.ts';
import type { TenantMembersPageQuery as TenantMembersPageData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { AppLink } from '../../ui/links.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { Stack } from '../../ui/stack.tsx';
import { labelOf, readRoles } from '../roles/roles.ts';
import { useTenantMemberChanges } from './member-changes.ts';
import { MembersView } from './members-view.tsx';

/** The workspace's members are whom one can choose from: the API's largest page of them; everyone else goes by address. */
const TenantMembersPageQuery = graphql(`
  query TenantMembersPage($id: ID!) {
    viewer {
      user {
        id
      }
    }
    roles {
      ...RoleCatalog
    }
    tenant(id: $id) {
      id
      name
      workspace {
        id
        members(first: 100) {
          edges {
            cursor
            node {
              user {
                id
                displayName
                email
              }
            }
          }
        }
      }
      actions {
        ...Action
      }
      members {
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
    }
  }
`);

const smallTeam = 4;

export function TenantMembersPage({ id }: { id: string }) {
  const { title, lead, panel, notGiven } = texts.tenantMembers;
  const { columns } = texts.people;
  const changes = useTenantMemberChanges(id);
  const page = usePage(
    TenantMembersPageQuery,
    { id },
    {
      of: ({ tenant, ...rest }) => tenant && { ...rest, tenant },
      title: (shown) => shown && title(shown.tenant.name),
      workspaceId: ({ tenant }) => tenant.workspace.id,
      skeleton: (
        <PageSkeleton
          title={texts.workspaceMembers.title}
          lead={lead}
          actions
          panels={[{ title: panel, rows: smallTeam }]}
        />
      ),
    },
  );
  if (page.shown === null) return page.instead;
  const { tenant, viewer, roles } = page.shown;
  return (
    <MembersView
      page={page}
      above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
      title={title(tenant.name)}
      below={lead}
      words={texts.tenantMembers}
      catalog={roles}
      viewerId={viewer.user.id}
      actions={tenant.actions}
      changes={changes}
      candidates={toCandidates(tenant)}
      members={tenant.members.map((member) => ({
        ...member,
        fixed: member.isGiven ? null : (member.effectiveRoleReason ?? notGiven),
      }))}
      roleTitle={columns.given}
      detail={{
        title: columns.effective,
        width: 'minmax(0, 3fr)',
        named: true,
        cell: ({ effectiveRole, effectiveRoleReason }) => (
          <Effective label={labelOf(readRoles(roles), effectiveRole)} why={effectiveRoleReason} />
        ),
      }}
    />
  );
}

type TenantData = NonNullable<TenantMembersPageData['tenant']>;

/** Who is entitled already is changed in the list, if at all. */
function toCandidates({ members, workspace }: TenantData) {
  const entitled = new Set(members.map(({ user }) => user.id));
  return workspace.members.edges.map(({ node }) => node.user).filter((user) => !entitled.has(user.id));
}

function Effective({ label, why }: { label: string; why: string | null }) {
  return (
    <Stack>
      <span>{label}</span>
      {why !== null && <Quiet small>{why}</Quiet>}
    </Stack>
  );
}
