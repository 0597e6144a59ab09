import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
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

/** Many runs may begin or end at once; one question a moment later answers for all of them. */
const gatherForMs = 300;

/** Asks again for the counts of the page; the answer goes into the cache, from where the page reads them. */
export function useCounts(id: string, status: TenantStatus[] | null) {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refresh = () => {
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
  const refreshNow = useEffectEvent(refresh);
  // Not put off by further events, or a busy fleet would never be counted.
  const refreshSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refreshNow();
    }, gatherForMs);
  };
  return { refresh, refreshSoon };
}
