import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { PartialProblem, sortFailures } from '../../app/page/page-problem.tsx';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { reasonOf, type ActionRefs } from '../../ui/availability.ts';
import { Page, PageHead, type PageHeadProps } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Person } from '../person.tsx';
import { RoleTable } from '../roles/role-table.tsx';
import { readRoles } from '../roles/roles.ts';
import type { MemberChanges } from './member-changes.ts';
import { MemberEditor } from './member-editor.tsx';
import { useMemberEditing } from './member-editing.ts';
import { MemberTable, type Member, type MemberTableProps } from './member-table.tsx';

const AddMemberDialog = lazy(async () => ({
  default: (await import('./add-member-dialog.tsx')).AddMemberDialog,
}));

export interface MembersViewProps<Row extends Member>
  extends
    Pick<PageHeadProps, 'above' | 'title' | 'below'>,
    Pick<MemberTableProps<Row>, 'members' | 'viewerId' | 'words' | 'roleTitle' | 'detail'> {
  readonly catalog: Parameters<typeof readRoles>[0];
  readonly actions: ActionRefs;
  readonly changes: MemberChanges;
  /** The people to choose from; null: anyone with an address. */
  readonly candidates: readonly Person[] | null;
  readonly page: {
    readonly error: unknown;
    readonly refetch: () => void;
    readonly refetchThen: (then: () => void) => void;
  };
  /** Beside the button that adds someone. */
  readonly otherActions?: ReactNode;
  /** Below the list. */
  readonly foot?: ReactNode;
  /** The viewer has removed themselves; without it the list is all that changes. */
  readonly onLeft?: () => void;
}

/** The members of a workspace, or of a tenant: who they are, what they may do, and how that is changed. */
export function MembersView<Row extends Member>(props: MembersViewProps<Row>) {
  const { above, title, below, members, viewerId, words, roleTitle, detail, otherActions, foot } = props;
  const { catalog, actions, changes, candidates, page, onLeft } = props;
  const roles = readRoles(catalog);
  const editing = useMemberEditing({ changes, roles, viewerId, onChanged: page.refetch });
  const [adding, setAdding] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const reason = reasonOf(actions, 'manage_members', texts.people.unavailable);
  const add = (
    <ActionButton
      label={texts.people.add}
      reason={reason}
      about={words.addAbout}
      icon={<PersonAddRegular />}
      appearance="primary"
      onClick={() => setAdding(true)}
    />
  );
  return (
    <Page>
      <PageHead
        above={above}
        title={title}
        below={below}
        actions={
          <>
            {add}
            {otherActions}
          </>
        }
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      <Panel title={words.panel} ref={panel}>
        <MemberTable {...{ members, roles, viewerId, reason, editing, words, roleTitle, detail }} />
        {foot}
      </Panel>
      <RoleTable roles={roles} />
      {adding && (
        <Suspense>
          <AddMemberDialog
            {...{ changes, roles, words, candidates }}
            present={members.map(({ user }) => user)}
            onClose={() => setAdding(false)}
            onAdded={page.refetch}
          />
        </Suspense>
      )}
      <MemberEditor
        {...{ editing, viewerId, changes, roles, words }}
        onChanged={page.refetch}
        onRemoved={(wasYou) => {
          if (wasYou && onLeft !== undefined) onLeft();
          // The row that had the focus is gone; the list it was in takes it.
          else page.refetchThen(() => panel.current?.focus());
        }}
      />
    </Page>
  );
}
