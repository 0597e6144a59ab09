import { useMutation } from '@apollo/client/react';
import { sayFailure } from '../../api/say-failure.ts';
import { graphql } from '../../gql/gql.ts';
import type { StartOperationMutation as StartOperationData } from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';

/** A run's label follows from its type, so it has no version to be older than. */
export const StartOperationMutation = graphql(`
  mutation StartOperation($tenantId: ID!, $type: String!) {
    startOperation(input: { tenantId: $tenantId, type: $type }) {
      result
      run {
        id
        label
      }
    }
  }
`);

export interface Operation {
  readonly type: string;
  readonly label: string;
}

type Started = StartOperationData['startOperation'];

/** What became of it, with a link to the run: the one that started, is under way, is in the way, or was refused. */
export function sayStart(
  { result, run }: Started,
  { label, tenant }: { label: string; tenant: string },
): void {
  showToast({
    tone: result === 'STARTED' || result === 'DEDUPED' ? 'INFO' : 'WARNING',
    title: texts.startedOperation[result](label),
    body: result === 'SCOPE_BUSY' ? texts.startedOperation.busy(run.label) : tenant,
    link: { href: paths.run(run.id), label: texts.started.open[result] },
  });
}

export function useStartOperation(tenant: { readonly id: string; readonly name: string }) {
  const [mutate] = useMutation(StartOperationMutation);
  const start = ({ type, label }: Operation) =>
    void mutate({
      variables: { tenantId: tenant.id, type },
      onCompleted: ({ startOperation }) => sayStart(startOperation, { label, tenant: tenant.name }),
      onError: (error) => sayFailure(texts.startedOperation.failed(label), error),
    });
  return start;
}
