import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { largestPage, nextCursor } from '../../api/list-page.ts';
import { usePage } from '../../app/page/use-page.tsx';
import { graphql } from '../../gql/gql.ts';
import type { WorkspacePageQuery as WorkspacePageData } from '../../gql/graphql.ts';
import { toTenantVariables, type TenantFilter, type TenantSort } from '../table/tenant-filter.ts';
import { WorkspacePageSkeleton } from './workspace-page-skeleton.tsx';

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

/** What the page shows. While an answer to another filter is on its way, it is still the last one. */
export function useWorkspacePage(id: string, filter: TenantFilter, sort: TenantSort) {
  const variables = { id, ...toTenantVariables(filter), orderBy: sort };
  const asked = useRef<Asked>({ variables, rows: 0 });
  const refetchRows = useRefetchRows(asked);
  const page = usePage(
    WorkspacePageQuery,
    { ...variables, first: tenantsPage },
    {
      of: ({ workspace, badgeCatalog }) => workspace && { workspace, badgeCatalog },
      title: (shown) => shown?.workspace.name ?? null,
      workspaceId: ({ workspace }) => workspace.id,
      onOutdated: refetchRows,
      skeleton: <WorkspacePageSkeleton />,
    },
  );
  const rows = page.outdated ? 0 : (page.shown?.workspace.tenants.edges.length ?? 0);
  useEffect(() => {
    asked.current = { variables, rows };
  });
  // On return to a long list the page's own query brings only its beginning up to date.
  useEffect(() => {
    if (asked.current.rows > tenantsPage) refetchRows();
  }, [refetchRows]);
  return { ...page, refetchRows };
}

interface Asked {
  readonly variables: ReturnType<typeof toTenantVariables> & {
    readonly id: string;
    readonly orderBy: TenantSort;
  };
  readonly rows: number;
}

/** Asks again for every row that is shown, page by page; the pages find their own places (api/keyset-list.ts). */
function useRefetchRows(now: RefObject<Asked>): () => void {
  const client = useApolloClient();
  return useCallback(() => {
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
    // Without an answer, what is shown stays; the connection is retried automatically.
    void askFrom(0, null).catch(() => null);
  }, [client, now]);
}
