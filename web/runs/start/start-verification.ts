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
  /** Whatever came of it, there is now a run to look at. */
  readonly onStarted?: ((runId: string) => void) | undefined;
  /** The page shows that it has started; everything else is still said. */
  readonly quiet: boolean;
}

export function useStartVerification(options: StartOptions) {
  const { tenantId, connectionId = null, tenantName, onStarted, quiet } = options;
  const { start, starting } = useStart(
    StartVerificationMutation,
    ({ startVerification }) => startVerification,
  );
  return {
    starting,
    start: () =>
      start(
        { tenantId, connectionId },
        {
          failed: texts.started.failed,
          say: ({ result }) =>
            quiet && result === 'STARTED' ? null : { title: texts.started[result], body: tenantName },
          onStarted: ({ run }) => onStarted?.(run.id),
        },
      ),
  };
}
