import { graphql } from '../../gql/gql.ts';
import type { StartOperationMutation as StartOperationData } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { useStart, type StartWords } from './use-start.ts';

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

export function toStartWords(
  { result, run }: StartOperationData['startOperation'],
  { label, tenant }: { label: string; tenant: string },
): StartWords {
  const { busy } = texts.startedOperation;
  return {
    title: texts.startedOperation[result](label),
    body: result === 'SCOPE_BUSY' ? busy(run.label) : tenant,
  };
}

export function useStartOperation({ id, name }: { readonly id: string; readonly name: string }) {
  const { start } = useStart(StartOperationMutation, ({ startOperation }) => startOperation);
  return ({ type, label }: Operation) =>
    start(
      { tenantId: id, type },
      {
        failed: texts.startedOperation.failed(label),
        say: (started) => toStartWords(started, { label, tenant: name }),
      },
    );
}
