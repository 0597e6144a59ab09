import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { sayFailure } from '../api/say-failure.ts';
import { showToast } from '../ui/show-toast.ts';

interface Outcome {
  readonly done: string;
  readonly doneAbout?: string;
  readonly failed: string;
  /** The page shows what was changed. */
  readonly onDone?: () => void;
}

/**
 * A change of a connection by one click. The page is asked again rather than read from the answer: a mutation must not
 * select runs (api/fresh-runs.ts), and most of what the page says follows from them.
 */
export function useChange<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
) {
  // `change` holds the variables to their type; Apollo's own type for them cannot be written for any mutation.
  const untyped = mutation as TypedDocumentNode<Data>;
  const [mutate, { loading }] = useMutation(untyped, connectionPageAgain);
  const change = (variables: Variables, { done, doneAbout, failed, onDone }: Outcome) => {
    mutate({ variables }).then(
      () => {
        showToast({ tone: 'SUCCESS', title: done, ...(doneAbout !== undefined && { body: doneAbout }) });
        onDone?.();
      },
      (error: unknown) => sayFailure(failed, error),
    );
  };
  return { change, changing: loading };
}

/** Waited for, so that a dialog closes onto a page that shows what it did. */
export const connectionPageAgain = { refetchQueries: ['ConnectionPage'], awaitRefetchQueries: true };
