import { useMutation } from '@apollo/client/react';
import { sayFailure } from '../api/say-failure.ts';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { showToast } from '../ui/show-toast.ts';

/** A run's label follows from its type, so it has no version to be older than. */
const StartOperationMutation = graphql(`
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

/** Says what became of it, with a link to the run: the one that started, is under way, is in the way, or was refused. */
export function useStartOperation(tenant: { readonly id: string; readonly name: string }) {
  const [mutate] = useMutation(StartOperationMutation);
  const start = ({ type, label }: Operation) =>
    void mutate({
      variables: { tenantId: tenant.id, type },
      onCompleted: ({ startOperation: { result, run } }) =>
        showToast({
          tone: result === 'STARTED' || result === 'DEDUPED' ? 'INFO' : 'WARNING',
          title: texts.startedOperation[result](label),
          body: result === 'SCOPE_BUSY' ? texts.startedOperation.busy(run.label) : tenant.name,
          link: { href: paths.run(run.id), label: texts.started.open[result] },
        }),
      onError: (error) => sayFailure(texts.startedOperation.failed(label), error),
    });
  return start;
}
