import { useSubscription } from '@apollo/client/react';
import { useRunChanges } from '../../api/gather.ts';
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
  /** Runs began or ended: the counts may have changed. */
  readonly onStatusChange: () => void;
  readonly onError: () => void;
}

/** Keeps every row up to date with one subscription: events go to the cache, rows read it. */
export function useLiveTenants(
  workspaceId: string,
  { shown, onStatusChange, onError }: LiveTenantsOptions,
): void {
  const onRun = useRunChanges(onStatusChange);
  useSubscription(LiveTenantsSubscription, {
    variables: { workspaceId, types },
    skip: !shown,
    ignoreResults: true,
    onData: ({ data: { data } }) => onRun(data?.workspaceRuns),
    onError,
  });
}
