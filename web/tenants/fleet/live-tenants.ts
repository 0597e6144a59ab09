import { useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../../gql/gql.ts';

/** One event brings the whole row: the run by its id, and the tenant that points to it. */
const LiveTenantsSubscription = graphql(`
  subscription LiveTenants($workspaceId: ID!, $types: [String!]) {
    workspaceRuns(workspaceId: $workspaceId, types: $types) {
      id
      version
      status
      tenant {
        id
        ...TenantRow
      }
    }
  }
`);

const types = ['provider.connection.check'];

export interface LiveTenantsOptions {
  readonly shown: boolean;
  /** A run was seen for the first time, began, or ended: the counts may have changed. */
  readonly onStatusChange: () => void;
  readonly onError: () => void;
}

/** Keeps every row up to date with one subscription: events go to the cache, rows read it. */
export function useLiveTenants(
  workspaceId: string,
  { shown, onStatusChange, onError }: LiveTenantsOptions,
): void {
  const statuses = useRef(new Map<string, string>());
  useSubscription(LiveTenantsSubscription, {
    variables: { workspaceId, types },
    skip: !shown,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const run = data?.workspaceRuns;
      if (run === undefined || statuses.current.get(run.id) === run.status) return;
      statuses.current.set(run.id, run.status);
      onStatusChange();
    },
    onError,
  });
}
