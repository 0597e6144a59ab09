import { useApolloClient, useQuery } from '@apollo/client/react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import { useOnReconnected } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import type { WorkspacePageQuery as WorkspacePageData } from '../gql/graphql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { reasonOf } from '../ui/action-button.tsx';
import { useDocumentHead } from '../ui/document-head.ts';
import { FilterSelect } from '../ui/filter-select.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { Panel } from '../ui/panel.tsx';
import { FleetProgress } from '../workspace/fleet-progress.tsx';
import { rememberWorkspace } from '../workspace/last-workspace.ts';
import { useLiveTenants } from '../workspace/live-tenants.ts';
import { NoTenants } from '../workspace/no-tenants.tsx';
import { toBadges, toReadinessBadges } from '../workspace/readiness-badges.ts';
import { ReadinessTiles } from '../workspace/readiness-tiles.tsx';
import { TenantSearch } from '../workspace/tenant-search.tsx';
import { TenantTable } from '../workspace/tenant-table.tsx';
import { tenantStatuses, useTenantFilter } from '../workspace/tenant-filter.ts';
import { VerifyFleetButton } from '../workspace/verify-fleet-button.tsx';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';
import { WorkspacePageBones } from './workspace-page-bones.tsx';

const WorkspacePageQuery = graphql(`
  query WorkspacePage(
    $id: ID!
    $first: Int!
    $after: String
    $search: String
    $readiness: [Readiness!]
    $status: [TenantStatus!]
    $orderBy: TenantOrder
  ) {
    badgeCatalog {
      ...ReadinessBadges
    }
    workspace(id: $id) {
      id
      name
      role
      actions {
        action
        enabled
        disabledReason
      }
      verificationOverview {
        running
        total
      }
      ...ReadinessTiles
      tenants(
        first: $first
        after: $after
        search: $search
        readiness: $readiness
        status: $status
        orderBy: $orderBy
      ) {
        edges {
          cursor
          node {
            id
          }
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
  const { filter, sort, setFilter, sortBy } = useTenantFilter();
  const { data, previousData, error, refetch, fetchMore } = useQuery(WorkspacePageQuery, {
    variables: {
      id,
      first: tenantsPage,
      search: filter.search,
      readiness: filter.readiness && [filter.readiness],
      status: filter.status && [filter.status],
      orderBy: sort,
    },
  });
  const shown = data ?? previousData;
  const workspace = shown?.workspace;
  const rows = workspace?.tenants.edges.length ?? 0;
  // Asks for as many rows as are shown, so that the list does not fold up under the reader.
  const askAgain = useCallback(
    () => void refetch({ first: Math.min(Math.max(rows, tenantsPage), largestPage) }),
    [refetch, rows],
  );
  const counts = useCounts(id);
  useOnReconnected(askAgain);
  useLiveTenants(id, { shown: workspace != null, onStatusChange: counts.refreshSoon, onError: askAgain });
  useDocumentHead(workspace?.name ?? null);
  useEffect(() => {
    if (workspace != null) rememberWorkspace(workspace.id);
  }, [workspace]);

  if (shown == null || workspace == null) {
    return error === undefined ? <WorkspacePageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  return (
    <Page>
      <PageHead
        title={workspace.name}
        below={texts.home.role(texts.roles[workspace.role])}
        actions={<VerifyFleet workspace={workspace} onStarted={counts.refresh} />}
      />
      <PartialProblem failures={sortFailures(error).others} onRetry={askAgain} />
      <ReadinessTiles
        workspace={workspace}
        badges={toReadinessBadges(shown.badgeCatalog)}
        chosen={filter.readiness}
        onChoose={(chosen) => setFilter('readiness', chosen)}
      />
      <FleetProgress workspaceId={workspace.id} running={workspace.verificationOverview.running} />
      <Panel title={texts.workspace.tenants} aside={<Filters badges={shown.badgeCatalog} />}>
        <Tenants workspace={workspace}>
          <TenantTable
            tenants={workspace.tenants}
            outdated={data === undefined}
            sort={sort}
            onSort={sortBy}
            onMore={(after) => fetchMore({ variables: { after } })}
          />
        </Tenants>
      </Panel>
    </Page>
  );
}

type WorkspaceData = NonNullable<WorkspacePageData['workspace']>;

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, maxWidth: '100%' },
});

function Filters({ badges }: { badges: WorkspacePageData['badgeCatalog'] }) {
  const styles = useStyles();
  const { filter, setFilter } = useTenantFilter();
  const labels = toBadges(badges, 'tenant_status');
  return (
    <div className={styles.filters}>
      <FilterSelect
        label={texts.workspace.status}
        all={texts.workspace.allStatuses}
        value={filter.status}
        options={tenantStatuses.map((value) => ({ value, label: labels.get(value)?.label ?? value }))}
        onChange={(value) => setFilter('status', value)}
      />
      <TenantSearch search={filter.search} onSearch={(search) => setFilter('search', search)} />
    </div>
  );
}

interface VerifyFleetProps {
  readonly workspace: WorkspaceData;
  readonly onStarted: () => Promise<unknown>;
}

/** All tenants, or with a filter those that are shown: "verify everything that is blocked". */
function VerifyFleet({ workspace, onStarted }: VerifyFleetProps) {
  const { isFiltered } = useTenantFilter();
  const tenantIds = isFiltered ? workspace.tenants.edges.map(({ node }) => node.id) : null;
  return (
    <VerifyFleetButton
      workspaceId={workspace.id}
      tenantIds={tenantIds}
      count={tenantIds?.length ?? workspace.verificationOverview.total}
      reason={reasonOf(workspace.actions, 'verify_all', texts.workspace.notAllowed)}
      onStarted={onStarted}
    />
  );
}

function Tenants({ workspace, children }: { workspace: WorkspaceData; children: React.ReactNode }) {
  const { isFiltered, clear } = useTenantFilter();
  if (workspace.tenants.edges.length > 0) return children;
  const onboard = (
    <ButtonLink href={paths.onboardings(workspace.id)} appearance="primary">
      {texts.workspace.onboard}
    </ButtonLink>
  );
  return <NoTenants filtered={isFiltered} onShowAll={clear} onboard={onboard} />;
}

/** Many runs may begin or end at once; one question a moment later answers for all of them. */
const gatherForMs = 300;

function useCounts(id: string) {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refresh = async () =>
    await client.query({ query: WorkspaceCountsQuery, variables: { id }, fetchPolicy: 'network-only' });
  const refreshSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refresh(), gatherForMs);
  };
  return { refresh, refreshSoon };
}
