import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { largestPage, nextCursor } from '../../api/list-page.ts';
import { useOnOutdated } from '../../api/live.tsx';
import { graphql } from '../../gql/gql.ts';
import type { WorkspacePageQuery as WorkspacePageData } from '../../gql/graphql.ts';
import { toTenantVariables, type TenantFilter, type TenantSort } from '../table/tenant-filter.ts';

const WorkspacePageQuery = graphql(`
  query WorkspacePage(
    $id: ID!
    $first: Int!
    $after: String
    $search: String
    $readiness: [Readiness!]
    $status: [TenantStatus!]
    $reason: String
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
        ...Action
      }
      verificationOverview(status: $status) {
        total
      }
      ...ReadinessTiles
      ...ReasonClusters
      tenants(
        first: $first
        after: $after
        search: $search
        readiness: $readiness
        status: $status
        reason: $reason
        orderBy: $orderBy
      ) {
        edges {
          cursor
          node {
            id
            ...VerifyButton
          }
        }
        pageInfo {
          ...PageInfo
        }
        ...TenantTable
      }
    }
  }
`);

export type WorkspaceData = NonNullable<WorkspacePageData['workspace']>;

/** Two screens of rows: most workspaces need no second page, and the answer stays small. */
const tenantsPage = 50;

/** What the page shows. While an answer to another filter is on its way, `data` is still the last one. */
export function useWorkspacePage(id: string, filter: TenantFilter, sort: TenantSort) {
  const variables = { id, ...toTenantVariables(filter), orderBy: sort };
  const { data, previousData, error, refetch, fetchMore } = useQuery(WorkspacePageQuery, {
    variables: { ...variables, first: tenantsPage },
  });
  const rows = data?.workspace?.tenants.edges.length ?? 0;
  const askAgain = useRows(variables, rows);
  return {
    data: data ?? previousData,
    outdated: data === undefined,
    error,
    retry: useCallback(() => void refetch().catch(() => null), [refetch]),
    askAgain,
    more: (after: string) => fetchMore({ variables: { after, first: largestPage } }),
  };
}

type Asked = ReturnType<typeof toTenantVariables> & { readonly id: string; readonly orderBy: TenantSort };

/** Asks again for every row that is shown, page by page; the pages find their places by themselves (api/keyset-list.ts). */
function useRows(variables: Asked, rows: number): () => void {
  const client = useApolloClient();
  const now = useRef({ variables, rows });
  useEffect(() => {
    now.current = { variables, rows };
  });
  const askAgain = useCallback(() => {
    const { current: asked } = now;
    const askFrom = async (start: number, after: string | null): Promise<void> => {
      const { data } = await client.query({
        query: WorkspacePageQuery,
        variables: { ...asked.variables, first: largestPage, after },
        fetchPolicy: 'network-only',
      });
      const next = data.workspace === null ? null : nextCursor(data.workspace.tenants.pageInfo);
      const end = start + largestPage;
      if (next !== null && end < asked.rows) await askFrom(end, next);
    };
    // Without an answer, what is shown stays; the connection is asked for again by itself.
    void askFrom(0, null).catch(() => null);
  }, [client]);
  useOnOutdated(askAgain);
  // Somebody comes back to a long list: the page's own question brings only its beginning up to date.
  useEffect(() => {
    if (now.current.rows > tenantsPage) askAgain();
  }, [askAgain]);
  return askAgain;
}
