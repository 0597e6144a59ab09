import { useApolloClient } from '@apollo/client/react';
import { useOnReturn } from '../../api/on-return.ts';
import { graphql } from '../../gql/gql.ts';
import type { OnboardingsPageQuery as OnboardingsPageData, OnboardingStatus } from '../../gql/graphql.ts';
import { BeginButton } from '../begin/begin-button.tsx';
import { onboardingStatuses, useSessionFilter } from './session-filter.ts';
import { SessionTable } from './session-table.tsx';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { titleIn } from '../../ui/document-head.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { IgnoredFilters } from '../../ui/ignored-filters.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PartialProblem, sortFailures } from '../../app/page/page-problem.tsx';
import { usePage } from '../../app/page/use-page.tsx';

/** What goes on and what has ended are two lists with a paging of their own: the open ones come first. */
const OnboardingsPageQuery = graphql(`
  query OnboardingsPage(
    $id: ID!
    $first: Int!
    $open: [OnboardingStatus!]!
    $ended: [OnboardingStatus!]!
    $withOpen: Boolean!
    $withEnded: Boolean!
  ) {
    workspace(id: $id) {
      id
      name
      ...BeginButton
      open: onboardingSessions(first: $first, status: $open) @include(if: $withOpen) {
        totalCount
        ...SessionTable
      }
      ended: onboardingSessions(first: $first, status: $ended) @include(if: $withEnded) {
        totalCount
        ...SessionTable
      }
    }
  }
`);

const MoreOnboardingsQuery = graphql(`
  query MoreOnboardings($id: ID!, $first: Int!, $after: String!, $status: [OnboardingStatus!]!) {
    workspace(id: $id) {
      id
      onboardingSessions(first: $first, after: $after, status: $status) {
        ...SessionTable
      }
    }
  }
`);

const pageSize = 20;
const aFew = 3;

export function OnboardingsPage({ id }: { id: string }) {
  const { status, setStatus, ignored, open, ended } = useSessionFilter();
  const page = usePage(
    OnboardingsPageQuery,
    {
      id,
      first: pageSize,
      open: [...open],
      ended: [...ended],
      withOpen: open.length > 0,
      withEnded: ended.length > 0,
    },
    {
      of: ({ workspace }) => workspace,
      title: (workspace) => titleIn(texts.onboardings.title, workspace),
      workspaceId: (workspace) => workspace.id,
      skeleton: <Skeleton />,
    },
  );
  const { shown: workspace, error, refetch } = page;
  useOnReturn(refetch);
  if (workspace === null) return page.instead;
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(workspace.id)}>{workspace.name}</AppLink>}
        title={texts.onboardings.title}
        below={texts.onboardings.about}
        actions={
          <>
            <FilterSelect
              label={texts.onboardings.filter}
              value={status}
              all={texts.onboardings.all}
              options={onboardingStatuses.map((value) => ({
                value,
                label: texts.onboardings.statuses[value],
              }))}
              onChange={setStatus}
            />
            <BeginButton workspace={workspace} />
          </>
        }
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={refetch} />
      <IgnoredFilters ignored={ignored} />
      <Sessions workspace={workspace} open={open} ended={ended} />
    </Page>
  );
}

function Skeleton() {
  const { title, about, open, ended } = texts.onboardings;
  return (
    <PageSkeleton
      title={title}
      lead={about}
      actions
      panels={[
        { title: open, rows: aFew },
        { title: ended, rows: aFew },
      ]}
    />
  );
}

type WorkspaceData = NonNullable<OnboardingsPageData['workspace']>;

interface SessionsProps {
  readonly workspace: WorkspaceData;
  readonly open: readonly OnboardingStatus[];
  readonly ended: readonly OnboardingStatus[];
}

function Sessions({ workspace, open, ended }: SessionsProps) {
  const { none, noneAbout, noneOpen, noneOpenAbout, noneEnded, noneEndedAbout } = texts.onboardings;
  const isEmpty = workspace.open?.totalCount === 0 && workspace.ended?.totalCount === 0;
  if (isEmpty) {
    return (
      <Panel title={texts.onboardings.open}>
        <Message badge={{ color: 'NEUTRAL', icon: 'circle' }} title={none} about={noneAbout} />
      </Panel>
    );
  }
  return (
    <>
      <SessionPanel
        title={texts.onboardings.open}
        workspaceId={workspace.id}
        sessions={workspace.open}
        status={open}
        empty={{ title: noneOpen, about: noneOpenAbout }}
      />
      <SessionPanel
        title={texts.onboardings.ended}
        workspaceId={workspace.id}
        sessions={workspace.ended}
        status={ended}
        empty={{ title: noneEnded, about: noneEndedAbout }}
      />
    </>
  );
}

interface SessionPanelProps {
  readonly title: string;
  readonly workspaceId: string;
  readonly sessions: WorkspaceData['open'];
  readonly status: readonly OnboardingStatus[];
  readonly empty: { readonly title: string; readonly about: string };
}

function SessionPanel({ title, workspaceId, sessions, status, empty }: SessionPanelProps) {
  const client = useApolloClient();
  if (sessions === undefined || status.length === 0) return null;
  const more = (after: string) =>
    client.query({
      query: MoreOnboardingsQuery,
      variables: { id: workspaceId, first: pageSize, after, status: [...status] },
      fetchPolicy: 'network-only',
    });
  return (
    <Panel title={title}>
      {sessions.totalCount === 0 ? (
        <Message badge={{ color: 'NEUTRAL', icon: 'circle' }} {...empty} />
      ) : (
        <SessionTable sessions={sessions} label={title} onMore={more} />
      )}
    </Panel>
  );
}
