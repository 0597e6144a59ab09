import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { useRunChanges } from '../api/gather.ts';
import { largestPage } from '../api/list-page.ts';
import { graphql } from '../gql/gql.ts';

const TenantRunsQuery = graphql(`
  query TenantRuns($id: ID!, $historyFirst: Int!, $historyAfter: String) {
    tenant(id: $id) {
      id
      ...TenantHistory
    }
  }
`);

/** What a run changes when it begins or ends, and what no event brings. */
const TenantSettledQuery = graphql(`
  query TenantSettled($id: ID!, $historyFirst: Int!, $historyAfter: String) {
    tenant(id: $id) {
      id
      ...TenantSettled
      ...TenantHistory
    }
  }
`);

const LiveTenantSubscription = graphql(`
  subscription LiveTenant($tenantId: ID!) {
    tenantVerification(tenantId: $tenantId) {
      id
      version
      tenant {
        ...TenantPageTenant
      }
    }
  }
`);

const LiveTenantRunsSubscription = graphql(`
  subscription LiveTenantRuns($workspaceId: ID!, $tenantId: ID!) {
    workspaceRuns(workspaceId: $workspaceId, tenantId: $tenantId) {
      ...RunRow
      id
      status
    }
  }
`);

/** About as long as the report beside it. */
export const historyPage = 8;

interface LiveTenant {
  readonly id: string;
  /** null: the tenant is not known yet, so there is nothing to follow. */
  readonly workspaceId: string | null;
  readonly onError: () => void;
}

/**
 * The latest attempt comes by event, check by check. Everything that only a run's beginning or end can change is asked
 * for then: with every check it would be asked for in vain. Returns how to load more of the history.
 */
export function useLiveTenant({ id, workspaceId, onError }: LiveTenant) {
  const { refresh, more } = useHistory(id);
  const onRun = useRunChanges(refresh);
  const skip = workspaceId === null;
  useSubscription(LiveTenantSubscription, {
    variables: { tenantId: id },
    skip,
    ignoreResults: true,
    onError,
  });
  useSubscription(LiveTenantRunsSubscription, {
    variables: { workspaceId: workspaceId ?? '', tenantId: id },
    skip,
    ignoreResults: true,
    onError,
    onData: ({ data: { data } }) => onRun(data?.workspaceRuns),
  });
  return { more };
}

/** Counts what is shown, so that a refresh brings back as much and the list does not fold up under the reader. */
function useHistory(id: string) {
  const client = useApolloClient();
  const shown = useRef(historyPage);
  const more = async (historyAfter: string): Promise<void> => {
    const variables = { id, historyFirst: historyPage, historyAfter };
    await client.query({ query: TenantRunsQuery, variables, fetchPolicy: 'network-only' });
    shown.current += historyPage;
  };
  const refresh = () => {
    const variables = { id, historyFirst: Math.min(shown.current, largestPage) };
    void client
      .query({ query: TenantSettledQuery, variables, fetchPolicy: 'network-only', errorPolicy: 'all' })
      .catch(() => null);
  };
  return { more, refresh };
}
