import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../gql/gql.ts';
import { EventList } from './event-list.tsx';

const LaterEventsQuery = graphql(`
  query LaterEvents($runId: ID!, $after: Int!) {
    operationRun(id: $runId) {
      id
      version
      events(first: 500, after: $after) {
        ...TimelineEvent
      }
    }
  }
`);

export interface LaterEventsProps {
  readonly runId: string;
  /** Of the run: with each there may be more events. */
  readonly version: number;
  readonly after: number;
  readonly since: string;
}

/** What a run wrote that was started again many times. */
export function LaterEvents({ runId, version, after, since }: LaterEventsProps) {
  const { data, refetch } = useQuery(LaterEventsQuery, { variables: { runId, after } });
  const seen = data?.operationRun?.version;
  useEffect(() => {
    if (seen !== undefined && seen < version) void refetch();
  }, [seen, version, refetch]);
  const events = data?.operationRun?.events ?? [];
  return events.length === 0 ? null : <EventList events={events} since={since} />;
}
