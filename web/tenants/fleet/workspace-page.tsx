import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef } from 'react';
import { largestPage } from '../../api/list-page.ts';
import type { WorkspacePageQuery as WorkspacePageData } from '../../gql/graphql.ts';
import { canVerify } from '../../runs/start/verify-button.tsx';
import { texts } from '../../texts.ts';
import { reasonOf } from '../../ui/availability.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { IgnoredFilters } from '../../ui/ignored-filters.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFleet } from './fleet-verification.ts';
import { useLiveTenants } from './live-tenants.ts';
import { toBadges, toReadinessBadges } from './readiness-badges.ts';
import { ReadinessTiles } from './readiness-tiles.tsx';
import { ReasonClusters } from './reason-clusters.tsx';
import { SettledSearch } from '../../ui/search-field.tsx';
import { useSelection } from '../../ui/selection.ts';
import { TenantTable } from '../table/tenant-table.tsx';
import { tenantStatuses, toTenantVariables, useTenantFilter } from '../table/tenant-filter.ts';
import { VerifyFleetButton } from './verify-fleet-button.tsx';
import { useCounts } from './workspace-counts.ts';
import { PartialProblem, sortFailures } from '../../app/page/page-problem.tsx';
import { useWorkspacePage, type WorkspaceData } from './workspace-page-query.tsx';

/** For many tenants at once: loaded on demand. */
const FleetProgress = lazy(async () => ({
  default: (await import('./fleet-progress.tsx')).FleetProgress,
}));
/** In place of rows, which is rare. */
const NoTenants = lazy(async () => ({ default: (await import('../table/no-tenants.tsx')).NoTenants }));
const NoMatch = lazy(async () => ({ default: (await import('../table/no-tenants.tsx')).NoMatch }));
const SelectionBar = lazy(async () => ({
  default: (await import('../../ui/selection-bar.tsx')).SelectionBar,
}));

export function WorkspacePage({ id }: { id: string }) {
  const { filter, sort, setFilter, ignored } = useTenantFilter();
  const page = useWorkspacePage(id, filter, sort);
  const refreshCounts = useCounts(id, toTenantVariables(filter).status);
  useLiveTenants(id, {
    shown: page.shown !== null,
    onStatusChange: refreshCounts,
    onError: () => {
      page.refetchRows();
      refreshCounts();
    },
  });
  const fleet = useFleet(id);
  const list = useRef<HTMLElement>(null);
  if (page.shown === null) return page.instead;
  const { workspace, badgeCatalog } = page.shown;
  const badges = toReadinessBadges(badgeCatalog);
  return (
    <Page>
      <PageHead
        title={workspace.name}
        below={texts.home.role(texts.roles[workspace.role])}
        actions={<VerifyAll workspace={workspace} onStarted={refreshCounts} />}
      />
      <PartialProblem failures={sortFailures(page.error).others} onRetry={page.refetch} />
      <IgnoredFilters ignored={ignored} />
      <ReadinessTiles
        workspace={workspace}
        badges={badges}
        chosen={filter.readiness}
        onChoose={(chosen) => setFilter('readiness', chosen)}
      />
      {fleet !== null && (
        <Suspense>
          <FleetProgress fleet={fleet} badges={badges} onDismissed={() => list.current?.focus()} />
        </Suspense>
      )}
      <ReasonClusters
        workspace={workspace}
        chosen={filter.reason}
        onChoose={(reason) => setFilter('reason', reason)}
      />
      <Panel title={texts.workspace.tenants} aside={<Filters badges={badgeCatalog} />} ref={list}>
        <Tenants
          workspace={workspace}
          outdated={page.outdated}
          onMore={(after) => page.fetchMore({ after, first: largestPage })}
          onStarted={refreshCounts}
        />
      </Panel>
    </Page>
  );
}

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
        all={texts.workspace.managed}
        value={filter.status}
        options={[
          ...tenantStatuses.map((value) => ({ value, label: labels.get(value)?.label ?? value })),
          { value: 'ALL', label: texts.workspace.allStatuses },
        ]}
        onChange={(value) => setFilter('status', value)}
      />
      <SettledSearch
        label={texts.workspace.search}
        search={filter.search}
        onSearch={(search) => setFilter('search', search)}
      />
    </div>
  );
}

interface VerifyProps {
  readonly workspace: WorkspaceData;
  readonly onStarted: () => void;
}

/** All tenants, or with a filter those that are shown: "verify everything that is blocked". */
function VerifyAll({ workspace, onStarted }: VerifyProps) {
  const { isFiltered } = useTenantFilter();
  const { verifyAll, verifyShown, notAllowed } = texts.workspace;
  const tenantIds = isFiltered ? verifiable(workspace) : null;
  const count = tenantIds?.length ?? workspace.verificationOverview.total;
  return (
    <VerifyFleetButton
      label={tenantIds === null ? verifyAll(count) : verifyShown(count)}
      workspaceId={workspace.id}
      tenantIds={tenantIds}
      count={count}
      reason={reasonOf(workspace.actions, 'verify_all', notAllowed)}
      shortcut
      onStarted={onStarted}
    />
  );
}

function verifiable({ tenants }: WorkspaceData): string[] {
  return tenants.edges.flatMap(({ node }) => (canVerify(node) ? [node.id] : []));
}

interface TenantsProps extends VerifyProps {
  readonly outdated: boolean;
  readonly onMore: (after: string) => Promise<unknown>;
}

function Tenants({ workspace, outdated, onMore, onStarted }: TenantsProps) {
  const { sort, sortBy, isFiltered, clear } = useTenantFilter();
  const selection = useSelection(verifiable(workspace));
  const { verifySelected, notAllowed } = texts.workspace;
  if (workspace.tenants.edges.length === 0) {
    const reason = reasonOf(workspace.actions, 'onboard_tenant', notAllowed);
    return (
      <Suspense>
        {isFiltered ? (
          <NoMatch onShowAll={clear} />
        ) : (
          <NoTenants workspaceId={workspace.id} reason={reason} />
        )}
      </Suspense>
    );
  }
  const selected = selection.ids.length;
  return (
    <>
      {selected > 0 && (
        <Suspense>
          <SelectionBar
            label={texts.workspace.selection}
            count={selected}
            onClear={() => selection.setAll(false)}
          >
            <VerifyFleetButton
              label={verifySelected}
              workspaceId={workspace.id}
              tenantIds={selection.ids}
              count={selected}
              reason={reasonOf(workspace.actions, 'verify_all', notAllowed)}
              shortcut={false}
              onStarted={() => {
                selection.setAll(false);
                onStarted();
              }}
            />
          </SelectionBar>
        </Suspense>
      )}
      <TenantTable
        tenants={workspace.tenants}
        outdated={outdated}
        sort={sort}
        selection={selection}
        onSort={sortBy}
        onMore={onMore}
      />
    </>
  );
}
