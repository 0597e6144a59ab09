import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { TenantStatus } from '../../gql/graphql.ts';
import { fleetOf } from './fleet-verification.ts';

const WorkspaceCountsQuery = graphql(`
  query WorkspaceCounts($id: ID!, $status: [TenantStatus!], $runIds: [ID!]!, $withFleet: Boolean!) {
    workspace(id: $id) {
      id
      ...ReadinessTiles
      ...ReasonClusters
      ...FleetCounts @include(if: $withFleet)
    }
  }
`);

/** Asks again for the counts of the page; the answer goes into the cache, from where the page reads them. */
export function useCounts(id: string, status: TenantStatus[] | null): () => void {
  const client = useApolloClient();
  return () => {
    const fleet = fleetOf(id);
    const variables = {
      id,
      status,
      runIds: fleet === null ? [] : [...fleet.runIds],
      withFleet: fleet !== null,
    };
    // Whatever went wrong, the next run that begins or ends asks again.
    void client
      .query({ query: WorkspaceCountsQuery, variables, fetchPolicy: 'network-only' })
      .catch(() => null);
  };
}
