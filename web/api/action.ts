import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { toastError } from './toast-error.ts';

export interface SendOptions {
  /** Name of the page's query: asked again, since a mutation must not select runs (api/fresh-answers.ts). */
  readonly refetch?: string;
  /** Apollo keeps the variables in the name under which it caches an answer: with a secret in them, nothing is cached. */
  readonly fetchPolicy?: 'no-cache';
}

/** Sends a mutation; resolves once the page shows what it did. Rejects with what the API says. */
export function useSend<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  { refetch, ...options }: SendOptions = {},
): (variables: Variables) => Promise<Data> {
  const client = useApolloClient();
  // The parameter holds them to their type; Apollo's own type for them cannot be written for any mutation.
  const untyped = mutation as TypedDocumentNode<Data>;
  return async (asked) => {
    const variables: OperationVariables = asked;
    try {
      const { data } = await client.mutate({ mutation: untyped, variables, ...options });
      return data;
    } finally {
      // Also after a refusal, when someone else may have been quicker. Should it fail, the page says so itself.
      if (refetch !== undefined) await client.refetchQueries({ include: [refetch] }).catch(() => null);
    }
  };
}

export interface Outcome<Data> {
  /** Above the API's sentence, in a toast; or what else becomes of the refusal. */
  readonly failed: string | ((error: unknown) => void);
  readonly done?: (data: Data) => void;
}

export interface Action<Data, Variables> {
  /** Until the page shows what has become of it, so that nothing is pressed twice. */
  readonly busy: boolean;
  /** Never rejects. */
  readonly run: (variables: Variables, outcome: Outcome<Data>) => Promise<void>;
}

/** A mutation by one click. */
export function useAction<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  options?: SendOptions,
): Action<Data, Variables> {
  const send = useSend(mutation, options);
  const [busy, setBusy] = useState(false);
  const run: Action<Data, Variables>['run'] = async (variables, { failed, done }) => {
    setBusy(true);
    try {
      const data = await send(variables);
      done?.(data);
    } catch (error) {
      if (typeof failed === 'string') toastError(failed, error);
      else failed(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
