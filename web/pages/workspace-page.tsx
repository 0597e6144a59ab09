import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOnReconnected } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import type { WorkspacePageQuery as WorkspacePageData } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { useDocumentHead } from '../ui/document-head.ts';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { rememberWorkspace } from '../workspace/last-workspace.ts';
import { NoTenants } from '../workspace/no-tenants.tsx';
import { toReadinessBadges } from '../workspace/readiness-badges.ts';
import { ReadinessTiles } from '../workspace/readiness-tiles.tsx';
import { TenantSearch } from '../workspace/tenant-search.tsx';
import { TenantTable } from '../workspace/tenant-table.tsx';
import { useTenantFilter } from '../workspace/tenant-filter.ts';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';
import { WorkspacePageBones } from './workspace-page-bones.tsx';

const WorkspacePageQuery = graphql(`
  query WorkspacePage($id: ID!, $first: Int!, $after: String, $search: String, $readiness: [Readiness!]) {
    badgeCatalog {
      ...ReadinessBadges
    }
    workspace(id: $id) {
      id
      name
      role
      ...ReadinessTiles
      tenants(first: $first, after: $after, search: $search, readiness: $readiness) {
        edges {
          cursor
        }
        ...TenantTable
      }
    }
  }
`);

const WorkspaceCountsQuery = graphql(`
  query WorkspaceCounts($id: ID!) {
    workspace(id: $id) {
      id
      ...ReadinessTiles
    }
  }
`);

/** Two screens of rows: most workspaces need no second page, and the answer stays small. */
const tenantsPage = 50;
/** The API's largest page. */
const largestPage = 100;

export function WorkspacePage({ id }: { id: string }) {
  const { filter, setFilter } = useTenantFilter();
  const readiness = filter.readiness === null ? null : [filter.readiness];
  const { data, previousData, error, refetch, fetchMore } = useQuery(WorkspacePageQuery, {
    variables: { id, first: tenantsPage, search: filter.search, readiness },
  });
  const shown = data ?? previousData;
  const workspace = shown?.workspace;
  const rows = workspace?.tenants.edges.length ?? 0;
  // Asks for as many rows as are shown, so that the list does not fold up under the reader.
  const askAgain = useCallback(
    () => void refetch({ first: Math.min(Math.max(rows, tenantsPage), largestPage) }),
    [refetch, rows],
  );
  useOnReconnected(askAgain);
  useDocumentHead(workspace?.name ?? null);
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);
  const more = useMore((after) => fetchMore({ variables: { after } }));
  const refreshCounts = useRefreshCounts(id);

  if (shown == null || workspace == null) {
    return error === undefined ? <WorkspacePageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  return (
    <Page>
      <PageHead title={workspace.name} below={texts.home.role(texts.roles[workspace.role])} />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <ReadinessTiles
        workspace={workspace}
        badges={toReadinessBadges(shown.badgeCatalog)}
        chosen={filter.readiness}
        onChoose={(chosen) => setFilter({ ...filter, readiness: chosen })}
      />
      <Panel
        title={texts.workspace.tenants}
        aside={
          <TenantSearch search={filter.search} onSearch={(search) => setFilter({ ...filter, search })} />
        }
      >
        <Tenants workspace={workspace}>
          <TenantTable
            tenants={workspace.tenants}
            outdated={data === undefined}
            loadingMore={more.loading}
            onMore={more.load}
            onStatusChange={refreshCounts}
          />
        </Tenants>
      </Panel>
    </Page>
  );
}

type WorkspaceData = NonNullable<WorkspacePageData['workspace']>;

function Tenants({ workspace, children }: { workspace: WorkspaceData; children: React.ReactNode }) {
  const { isFiltered, clear } = useTenantFilter();
  if (workspace.tenants.edges.length > 0) return children;
  return <NoTenants filtered={isFiltered} onShowAll={clear} />;
}

function useMore(fetchMore: (after: string) => Promise<unknown>) {
  const [loading, setLoading] = useState(false);
  const load = (after: string) => {
    setLoading(true);
    void fetchMore(after).finally(() => setLoading(false));
  };
  return { load, loading };
}

/** Many runs may begin or end at once; one question a moment later answers for all of them. */
const gatherForMs = 300;

function useRefreshCounts(id: string): () => void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void client.query({ query: WorkspaceCountsQuery, variables: { id }, fetchPolicy: 'network-only' });
    }, gatherForMs);
  };
}
