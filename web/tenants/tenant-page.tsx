import { lazy, Suspense, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { toFailures, type Failure } from '../api/failure.ts';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import { readBadge } from '../ui/badge.ts';
import { CapabilityMatrix } from './permissions/capability-matrix.tsx';
import { LatestAttempt } from './standing/latest-attempt.tsx';
import { TenantConnections } from './tenant-connections.tsx';
import { TenantHead } from './tenant-head.tsx';
import { TenantHistory } from './history/tenant-history.tsx';
import { TenantScheduleRuns } from './history/tenant-schedule-runs.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { TenantNotices } from './tenant-notices.tsx';
import { TenantStanding } from './standing/tenant-standing.tsx';
import { Columns, Page } from '../ui/page-layout.tsx';
import { PartialProblem, sortFailures } from '../app/page/page-problem.tsx';
import { usePage } from '../app/page/use-page.tsx';
import { TenantPageSkeleton } from './tenant-page-skeleton.tsx';
import { historyPage, useLiveTenant } from './tenant-page-live.ts';

/** The last panel of the page: nothing below it moves when it comes. */
const PermissionInventory = lazy(async () => ({
  default: (await import('./permissions/permission-inventory.tsx')).PermissionInventory,
}));

const TenantPageQuery = graphql(`
  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {
    operationTypes {
      type
      label
    }
    tenant(id: $id) {
      ...TenantPageTenant
      ...TenantSettled
      ...TenantHistory
    }
  }
`);

const TenantPageTenantFragment = graphql(`
  fragment TenantPageTenant on Tenant {
    id
    name
    readinessBadge {
      ...Badge
    }
    workspace {
      id
    }
    latestVerification {
      id
      version
      status
    }
    ...LatestAttempt
    ...TenantConnections
    ...TenantHead
  }
`);

/** Changes only when a run begins or ends, so no event has it: some of it is heavy. */
const TenantSettledFragment = graphql(`
  fragment TenantSettled on Tenant {
    ...TenantNotices
    ...TenantStanding
    ...CapabilityMatrix
    ...PermissionInventory
    ...TenantScheduleRuns
    freeze {
      ...FrozenNotice
    }
  }
`);

export function TenantPage({ id }: { id: string }) {
  const page = usePage(
    TenantPageQuery,
    { id, historyFirst: historyPage },
    {
      of: ({ tenant: masked, operationTypes }) =>
        masked && { masked, operationTypes, tenant: readFragment(TenantPageTenantFragment, masked) },
      title: (shown) => shown && `${readBadge(shown.tenant.readinessBadge).label}: ${shown.tenant.name}`,
      tone: ({ tenant }) => readBadge(tenant.readinessBadge).color,
      workspaceId: ({ tenant }) => tenant.workspace.id,
      skeleton: <TenantPageSkeleton />,
    },
  );
  const { shown, error, refetch } = page;
  const focusVerify = useVerifyWanted(shown !== null);
  const workspaceId = shown?.tenant.workspace.id ?? null;
  const { more } = useLiveTenant({ id, workspaceId, onError: refetch });
  if (shown === null) return page.instead;
  const { tenant, masked, operationTypes } = shown;
  const settled = readFragment(TenantSettledFragment, masked);
  const { report, others } = sortTenantFailures(error);
  return (
    <Page>
      <TenantHead tenant={tenant} operations={operationTypes} focusVerify={focusVerify} />
      <PartialProblem failures={others} onRetry={refetch} />
      <FrozenNotice freeze={settled.freeze} />
      <TenantNotices tenant={settled} />
      <TenantStanding tenant={settled} />
      <Columns
        main={
          <>
            <LatestAttempt tenant={tenant} failure={report} onChanged={refetch} />
            <CapabilityMatrix tenant={settled} run={tenant.latestVerification} />
            <Suspense>
              <PermissionInventory tenant={settled} />
            </Suspense>
          </>
        }
        side={
          <>
            <TenantConnections tenant={tenant} />
            <TenantScheduleRuns tenant={settled} />
            <TenantHistory tenant={masked} onMore={more} />
          </>
        }
      />
    </Page>
  );
}

/** `?verify=1` is a request, not a place: it goes when it is met, so that the same link works a second time. */
function useVerifyWanted(shown: boolean): boolean {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('verify') === '1';
  useEffect(() => {
    if (wanted && shown) setParams({}, { replace: true });
  }, [wanted, shown, setParams]);
  return wanted;
}

/**
 * A damaged report fails wherever something is taken from it: the latest attempt says it in its place, the matrix and
 * the history show that they have nothing.
 */
function sortTenantFailures(error: unknown): { report: Failure | null; others: readonly Failure[] } {
  const failures = error === undefined ? [] : toFailures(error);
  const report = failures.find(
    ({ path }) => path.includes('latestVerification') && path.includes('verificationReport'),
  );
  const others = sortFailures(error).others.filter(({ path }) => !path.includes('capabilityMatrix'));
  return { report: report ?? null, others };
}
