import { useQuery } from '@apollo/client/react';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { pageFor } from '../../api/list-page.ts';
import { useOnOutdated } from '../../api/live.tsx';
import { graphql } from '../../gql/gql.ts';
import { readFragment } from '../../gql/fragment-masking.ts';
import { paths, routes } from '../../paths.ts';
import { useWorkspaceMemberChanges } from './member-changes.ts';
import { MemberEditor } from './member-editor.tsx';
import { useMemberEditing } from './member-editing.ts';
import { MemberTable, MemberTableFragment } from './member-table.tsx';
import { PeopleBones } from './people-bones.tsx';
import { RoleTable } from '../roles/role-table.tsx';
import { readRoles } from '../roles/roles.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf } from '../../ui/availability.ts';
import { titleIn, useDocumentHead } from '../../ui/document-head.ts';
import { AppLink } from '../../ui/links.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rememberWorkspace } from '../../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../../app/page-problem.tsx';

const AddMemberDialog = lazy(async () => ({
  default: (await import('./add-member-dialog.tsx')).AddMemberDialog,
}));

const MembersPageQuery = graphql(`
  query MembersPage($id: ID!, $first: Int!, $after: String) {
    viewer {
      user {
        id
      }
    }
    roles {
      ...RoleCatalogue
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
        }
        totalCount
        ...MemberTable
      }
    }
  }
`);

/** More than most providers have people. */
const membersPage = 50;

export function MembersPage({ id }: { id: string }) {
  const { data, error, refetch, fetchMore } = useQuery(MembersPageQuery, {
    variables: { id, first: membersPage },
  });
  const workspace = data?.workspace;
  const rows = workspace?.members.edges.length ?? 0;
  const read = useCallback(() => refetch({ first: pageFor(rows, membersPage) }), [refetch, rows]);
  const askAgain = useCallback(() => void read(), [read]);
  useOnOutdated(askAgain);
  useDocumentHead(titleIn(texts.workspaceMembers.title, workspace));
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);
  const changes = useWorkspaceMemberChanges(id);
  const roles = readRoles(data?.roles ?? []);
  const viewerId = data?.viewer.user.id ?? '';
  const editing = useMemberEditing({ changes, roles, viewerId, onChanged: askAgain });
  const [adding, setAdding] = useState(false);
  const panel = useRef<HTMLElement>(null);
  // The row that had the focus is gone; the list it was in takes it.
  const takeFocus = () => panel.current?.focus();

  if (data === undefined || workspace == null) {
    const { title, panel: panelTitle } = texts.workspaceMembers;
    if (error !== undefined) return <PageProblem error={error} onRetry={askAgain} />;
    return <PeopleBones title={title} panel={panelTitle} columns={['184px', '120px', '104px']} />;
  }
  const { title, lead, panel: panelTitle, addAbout } = texts.workspaceMembers;
  const reason = reasonOf(workspace.actions, 'manage_members', texts.people.unavailable);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={title}
        below={lead(workspace.members.totalCount)}
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
        <MemberTable
          members={workspace.members}
          roles={roles}
          viewerId={viewerId}
          reason={reason}
          editing={editing}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      </Panel>
      <RoleTable roles={roles} />
      <Suspense>
        {adding && (
          <AddMemberDialog
            changes={changes}
            roles={roles}
            present={readFragment(MemberTableFragment, workspace.members).edges.map(({ node }) => node.user)}
            onClose={() => setAdding(false)}
            onAdded={askAgain}
          />
        )}
      </Suspense>
      <MemberEditor
        editing={editing}
        viewerId={viewerId}
        changes={changes}
        roles={roles}
        words={texts.workspaceMembers}
        onChanged={askAgain}
        onRemoved={(wasYou) => {
          if (wasYou) leave();
          else void read().then(takeFocus);
        }}
      />
    </Page>
  );
}

/** Loads the page anew on purpose: nothing of the workspace may stay in the cache, the menus or on the socket. */
function leave(): void {
  location.assign(routes.home);
}
