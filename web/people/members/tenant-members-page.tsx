import { useQuery } from '@apollo/client/react';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useOnOutdated } from '../../api/live.tsx';
import { graphql } from '../../gql/gql.ts';
import type { TenantMembersPageQuery as TenantMembersPageData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { useTenantMemberChanges } from './member-changes.ts';
import { MemberEditor } from './member-editor.tsx';
import { useMemberEditing } from './member-editing.ts';
import { PeopleBones } from './people-bones.tsx';
import { RoleTable } from '../roles/role-table.tsx';
import { readRoles } from '../roles/roles.ts';
import { TenantMemberTable } from './tenant-member-table.tsx';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { useDocumentHead } from '../../ui/document-head.ts';
import { AppLink } from '../../ui/links.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rememberWorkspace } from '../../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../../app/page-problem.tsx';

const AddTenantMemberDialog = lazy(async () => ({
  default: (await import('./add-tenant-member-dialog.tsx')).AddTenantMemberDialog,
}));

/** The workspace's members are whom one can choose from: the API's largest page of them; anybody else goes by address. */
const TenantMembersPageQuery = graphql(`
  query TenantMembersPage($id: ID!) {
    viewer {
      user {
        id
      }
    }
    roles {
      ...RoleCatalogue
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
        ...TenantMemberRow
      }
    }
  }
`);

export function TenantMembersPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(TenantMembersPageQuery, { variables: { id } });
  const tenant = data?.tenant;
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  const { title, lead, panel: panelTitle, addAbout } = texts.tenantMembers;
  useDocumentHead(tenant == null ? null : title(tenant.name));
  useEffect(() => {
    if (tenant != null) rememberWorkspace(tenant.workspace.id);
  }, [tenant]);
  const changes = useTenantMemberChanges(id);
  const roles = readRoles(data?.roles ?? []);
  const viewerId = data?.viewer.user.id ?? '';
  const editing = useMemberEditing({ changes, roles, viewerId, onChanged: askAgain });
  const [adding, setAdding] = useState(false);
  const panel = useRef<HTMLElement>(null);
  // The row that had the focus is gone; the list it was in takes it.
  const takeFocus = () => panel.current?.focus();

  if (data === undefined || tenant == null) {
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return (
      <PeopleBones
        title={texts.workspaceMembers.title}
        panel={panelTitle}
        columns={['184px', '200px', '104px']}
      />
    );
  }
  const reason = reasonOf(tenant.actions, 'manage_members', texts.people.unavailable);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.tenant(tenant.id)}>{tenant.name}</AppLink>}
        title={title(tenant.name)}
        below={lead}
        actions={
          <ActionButton
            label={texts.people.add}
            reason={reason}
            about={addAbout}
            icon={<PersonAddRegular />}
            appearance="primary"
            onClick={() => setAdding(true)}
          />
        }
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <Panel title={panelTitle} ref={panel}>
        <TenantMemberTable
          members={tenant.members}
          roles={roles}
          viewerId={viewerId}
          reason={reason}
          editing={editing}
        />
      </Panel>
      <RoleTable roles={roles} />
      {adding && (
        <Suspense>
          <AddTenantMemberDialog
            changes={changes}
            roles={roles}
            {...toChoice(tenant)}
            onClose={() => setAdding(false)}
            onAdded={askAgain}
          />
        </Suspense>
      )}
      <MemberEditor
        editing={editing}
        viewerId={viewerId}
        changes={changes}
        roles={roles}
        words={texts.tenantMembers}
        onChanged={askAgain}
        onRemoved={() => void refetch().then(takeFocus)}
      />
    </Page>
  );
}

type TenantData = NonNullable<TenantMembersPageData['tenant']>;

/** Who is entitled already is changed in the list, if at all. */
function toChoice({ members, workspace }: TenantData) {
  const present = members.map(({ user }) => user);
  const entitled = new Set(present.map(({ id }) => id));
  const candidates = workspace.members.edges
    .map(({ node }) => node.user)
    .filter((user) => !entitled.has(user.id));
  return { present, candidates };
}
