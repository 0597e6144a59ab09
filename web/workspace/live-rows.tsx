import { useSubscription } from '@apollo/client/react';
import { useRef } from 'react';
import { graphql } from '../gql/gql.ts';
import type { OperationRunStatus } from '../gql/graphql.ts';

/** One event brings the whole row: the run by its id, and the tenant that points to it. */
const LiveTenantRowSubscription = graphql(`
  subscription LiveTenantRow($tenantId: ID!) {
    tenantVerification(tenantId: $tenantId) {
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

/** The API allows 20 operations on one socket; the rest of the rows follow as these finish. */
const mostAtOnce = 15;

export interface LiveRowsProps {
  readonly tenantIds: readonly string[];
  /** Its run was seen for the first time, began, or ended. */
  readonly onStatusChange: (tenantId: string) => void;
}

/** Keeps the rows whose verification is under way up to date. Shows nothing: events go to the cache, rows read it. */
export function LiveRows({ tenantIds, onStatusChange }: LiveRowsProps) {
  return tenantIds
    .slice(0, mostAtOnce)
    .map((tenantId) => <LiveRow key={tenantId} tenantId={tenantId} onStatusChange={onStatusChange} />);
}

function LiveRow({ tenantId, onStatusChange }: { tenantId: string } & Pick<LiveRowsProps, 'onStatusChange'>) {
  const lastStatus = useRef<OperationRunStatus>(undefined);
  useSubscription(LiveTenantRowSubscription, {
    variables: { tenantId },
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const status = data?.tenantVerification?.status;
      if (status === undefined || status === lastStatus.current) return;
      lastStatus.current = status;
      onStatusChange(tenantId);
    },
  });
  return null;
}
