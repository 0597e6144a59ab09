import { useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { texts } from '../../texts.ts';
import { useStart } from './use-start.ts';

const StartVerificationMutation = graphql(`
  mutation StartVerification($tenantId: ID!, $connectionId: ID) {
    startVerification(input: { tenantId: $tenantId, providerConnectionId: $connectionId }) {
      result
      run {
        id
      }
    }
  }
`);

export interface StartOptions {
  readonly tenantId: string;
  /** The tenant's default without it. */
  readonly connectionId?: string;
  readonly tenantName: string;
  /** The verification that the page shows as the tenant's latest; left out where it shows none. */
  readonly shownRunId?: string | null;
  /** Whatever came of it, there is now a run to look at. */
  readonly onStarted?: ((runId: string) => void) | undefined;
  /** The page shows that it has started; everything else is still said. */
  readonly quiet: boolean;
}

export function useStartVerification(options: StartOptions) {
  const { tenantId, connectionId = null, tenantName, shownRunId, onStarted, quiet } = options;
  const [outdatedRunId, setOutdatedRunId] = useState<string | null>();
  const { start, starting } = useStart(
    StartVerificationMutation,
    ({ startVerification }) => startVerification,
  );
  return {
    /** Until the page shows the run that has started: its first event comes after the mutation's answer. */
    starting: starting || (outdatedRunId !== undefined && outdatedRunId === shownRunId),
    start: () =>
      start(
        { tenantId, connectionId },
        {
          failed: texts.started.failed,
          say: ({ result }) =>
            quiet && result === 'STARTED' ? null : { title: texts.started[result], body: tenantName },
          onStarted: ({ result, run }) => {
            const isVerifying = result === 'STARTED' || result === 'DEDUPED';
            setOutdatedRunId(isVerifying && run.id !== shownRunId ? shownRunId : undefined);
            onStarted?.(run.id);
          },
        },
      ),
  };
}
