import { useMutation } from '@apollo/client/react';
import { toFailure } from '../../api/failure.ts';
import { graphql } from '../../gql/gql.ts';
import type { StartResult } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';

/** Only the run's id: see api/fresh-runs.ts. The state of the run comes from the subscription that the page opens. */
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
  /** The page shows by itself that it has started; everything else is said all the same. */
  readonly quiet: boolean;
}

export function useStartVerification(options: StartOptions) {
  const { tenantId, connectionId = null, tenantName, onStarted, quiet } = options;
  const [mutate, { loading }] = useMutation(StartVerificationMutation, {
    variables: { tenantId, connectionId },
    onCompleted: ({ startVerification: { result, run } }) => {
      if (!(quiet && result === 'STARTED')) sayResult(result, run.id, tenantName);
      onStarted?.(run.id);
    },
    onError: (error) => {
      const message = toFailure(error)?.message ?? texts.broken.unreachableAbout;
      showToast({ tone: 'DANGER', title: texts.started.failed, body: message });
    },
  });
  return { start: () => void mutate(), starting: loading };
}

function sayResult(result: StartResult, runId: string, tenantName: string): void {
  showToast({
    tone: result === 'STARTED' || result === 'DEDUPED' ? 'INFO' : 'WARNING',
    title: texts.started[result],
    body: tenantName,
    link: { href: paths.run(runId), label: texts.started.open[result] },
  });
}
