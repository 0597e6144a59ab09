import { useQuery } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { toFailures, type Failure } from '../api/failure.ts';
import { useOnOutdated } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import { CapabilityMatrix } from './permissions/capability-matrix.tsx';
import { LatestAttempt } from './standing/latest-attempt.tsx';
import { PermissionInventory } from './permissions/permission-inventory.tsx';
import { TenantConnections } from './tenant-connections.tsx';
import { TenantHead } from './tenant-head.tsx';
import { TenantHistory } from './history/tenant-history.tsx';
import { TenantNotices } from './tenant-notices.tsx';
import { TenantStanding } from './standing/tenant-standing.tsx';
import { useBadgeHead } from '../ui/document-head.ts';
import { Columns, Page } from '../ui/page-layout.tsx';
import { rememberWorkspace } from '../app/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from '../app/page-problem.tsx';
import { TenantPageBones } from './tenant-page-bones.tsx';
import { historyPage, useLiveTenant } from './tenant-page-live.ts';

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
  }
`);

export function TenantPage({ id }: { id: string }) {
  const { data, previousData, error, refetch } = useQuery(TenantPageQuery, {
    variables: { id, historyFirst: historyPage },
  });
  // What was shown stays when the API cannot be reached for a while.
  const answer = data ?? previousData;
  const shown = answer?.tenant;
  const tenant = readFragment(TenantPageTenantFragment, shown);
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnOutdated(askAgain);
  const focusVerify = useVerifyWanted(tenant != null);
  const workspaceId = tenant?.workspace.id ?? null;
  const { more } = useLiveTenant({ id, workspaceId, onError: askAgain });
  useBadgeHead(tenant?.readinessBadge, tenant?.name);
  useEffect(() => {
    if (workspaceId !== null) rememberWorkspace(workspaceId);
  }, [workspaceId]);

  if (answer === undefined || tenant == null || shown == null) {
    return error === undefined ? <TenantPageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  const settled = readFragment(TenantSettledFragment, shown);
  const { report, others } = sortTenantFailures(error);
  return (
    <Page>
      <TenantHead tenant={tenant} operations={answer.operationTypes} focusVerify={focusVerify} />
      <PartialProblem failures={others} onRetry={askAgain} />
      <TenantNotices tenant={settled} />
      <TenantStanding tenant={settled} />
      <Columns
        main={
          <>
            <LatestAttempt tenant={tenant} failure={report} onChanged={askAgain} />
            <CapabilityMatrix tenant={settled} run={tenant.latestVerification} />
            <PermissionInventory tenant={settled} />
          </>
        }
        side={
          <>
            <TenantConnections tenant={tenant} />
            <TenantHistory tenant={shown} onMore={more} />
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
