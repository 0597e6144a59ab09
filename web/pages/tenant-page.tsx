import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useOnReconnected } from '../api/live.tsx';
import { graphql } from '../gql/gql.ts';
import { readFragment } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { LatestAttempt } from '../tenant/latest-attempt.tsx';
import { TenantConnections } from '../tenant/tenant-connections.tsx';
import { TenantHistory } from '../tenant/tenant-history.tsx';
import { VerifyButton } from '../tenant/verify-button.tsx';
import { useDocumentHead } from '../ui/document-head.ts';
import { AppLink } from '../ui/links.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DirectoryId } from '../tenant/directory-id.tsx';
import { rememberWorkspace } from '../workspace/last-workspace.ts';
import { PageProblem, PartialProblem, sortFailures } from './page-problem.tsx';
import { TenantPageBones } from './tenant-page-bones.tsx';

const TenantPageQuery = graphql(`
  query TenantPage($id: ID!, $historyFirst: Int!, $historyAfter: String) {
    tenant(id: $id) {
      ...TenantPageTenant
      ...TenantHistory
    }
  }
`);

const TenantPageHistoryQuery = graphql(`
  query TenantPageHistory($id: ID!, $historyFirst: Int!, $historyAfter: String) {
    tenant(id: $id) {
      id
      ...TenantHistory
    }
  }
`);

/** The history is not in it: it changes only with the run's status, and is then asked for. */
const LiveTenantSubscription = graphql(`
  subscription LiveTenant($tenantId: ID!) {
    tenantVerification(tenantId: $tenantId) {
      id
      version
      status
      tenant {
        ...TenantPageTenant
      }
    }
  }
`);

const TenantPageTenantFragment = graphql(`
  fragment TenantPageTenant on Tenant {
    id
    name
    status
    statusBadge {
      label
      color
      icon
    }
    graphTenantId
    readinessBadge {
      label
      color
      icon
    }
    workspace {
      id
      name
    }
    ...LatestAttempt
    ...TenantConnections
    ...VerifyButton
  }
`);

/** About as long as the report beside it. */
const historyPage = 8;
/** The API's largest page. */
const largestPage = 100;

export interface TenantPageProps {
  readonly id: string;
  /** From the address: which connection to look at. */
  readonly connection: string | null;
}

export function TenantPage({ id, connection }: TenantPageProps) {
  const { data, previousData, error, refetch, fetchMore } = useQuery(TenantPageQuery, {
    variables: { id, historyFirst: historyPage },
  });
  const history = useHistoryPaging(id, fetchMore);
  // What was shown stays when the API cannot be reached for a while.
  const shown = (data ?? previousData)?.tenant;
  const tenant = readFragment(TenantPageTenantFragment, shown);
  const askAgain = useCallback(() => void refetch(), [refetch]);
  useOnReconnected(askAgain);
  const focusVerify = useVerifyWanted(tenant != null);
  useLiveTenant(id, tenant != null, { onStatusChange: history.refresh, onError: askAgain });
  useDocumentHead(
    tenant ? `${tenant.readinessBadge.label}: ${tenant.name}` : null,
    tenant?.readinessBadge.color ?? null,
  );
  useEffect(() => {
    if (tenant != null) rememberWorkspace(tenant.workspace.id);
  }, [tenant]);

  if (tenant == null || shown == null) {
    return error === undefined ? <TenantPageBones /> : <PageProblem error={error} onRetry={askAgain} />;
  }
  const { report: reportFailure, others } = sortFailures(error);
  return (
    <Page>
      <PageHead
        above={<AppLink href={paths.workspace(tenant.workspace.id)}>{tenant.workspace.name}</AppLink>}
        title={tenant.name}
        below={
          <>
            <StatusBadge badge={tenant.readinessBadge} />
            {tenant.status !== 'ACTIVE' && <StatusBadge badge={tenant.statusBadge} />}
            {tenant.graphTenantId !== null && <DirectoryId id={tenant.graphTenantId} />}
          </>
        }
        actions={<VerifyButton tenant={tenant} quiet shortcut appearance="primary" focused={focusVerify} />}
      />
      <PartialProblem failures={others} onRetry={askAgain} />
      <Columns
        main={<LatestAttempt tenant={tenant} failure={reportFailure} />}
        side={
          <>
            <TenantConnections tenant={tenant} named={connection} />
            <TenantHistory tenant={shown} onMore={history.more} loadingMore={history.loadingMore} />
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

interface LiveTenantHandlers {
  readonly onStatusChange: () => void;
  readonly onError: () => void;
}

function useLiveTenant(
  tenantId: string,
  shown: boolean,
  { onStatusChange, onError }: LiveTenantHandlers,
): void {
  const last = useRef('');
  useSubscription(LiveTenantSubscription, {
    variables: { tenantId },
    skip: !shown,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const run = data?.tenantVerification;
      const seen = run == null ? '' : `${run.id} ${run.status}`;
      if (seen !== last.current) onStatusChange();
      last.current = seen;
    },
    onError,
  });
}

type FetchMore = (options: { variables: { historyAfter: string } }) => Promise<unknown>;

/** Counts what is shown, so that a refresh brings back as much and the list does not fold up under the reader. */
function useHistoryPaging(id: string, fetchMore: FetchMore) {
  const client = useApolloClient();
  const shown = useRef(historyPage);
  const [loadingMore, setLoadingMore] = useState(false);
  const more = (historyAfter: string) => {
    shown.current += historyPage;
    setLoadingMore(true);
    void fetchMore({ variables: { historyAfter } }).finally(() => setLoadingMore(false));
  };
  const refresh = () =>
    void client.query({
      query: TenantPageHistoryQuery,
      variables: { id, historyFirst: Math.min(shown.current, largestPage) },
      fetchPolicy: 'network-only',
    });
  return { more, refresh, loadingMore };
}
