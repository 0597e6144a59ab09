import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

/** The name of the page's query: whatever changes the session asks it again. */
const pageQuery = 'OnboardingPage';

/** For what is changed by others than `useChange`. */
export function useAskPageAgain(): () => void {
  const client = useApolloClient();
  return () => void client.refetchQueries({ include: [pageQuery] }).catch(() => null);
}

export interface Change<Data, Variables> {
  readonly busy: boolean;
  /** null when it was refused. */
  readonly change: (variables: Variables) => Promise<Data | null>;
}

/**
 * A mutation of the session. Busy until the page shows what has become of it, so that nothing is pressed twice. After a
 * refusal the page is asked for as well: somebody else may have been quicker.
 */
export function useChange<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  onRefused: (error: unknown) => void,
): Change<Data, Variables> {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const change = async (variables: Variables): Promise<Data | null> => {
    setBusy(true);
    try {
      const { data } = await client.mutate({ mutation, variables });
      return data ?? null;
    } catch (error) {
      onRefused(error);
      return null;
    } finally {
      // Should that fail, the page says so itself.
      await client.refetchQueries({ include: [pageQuery] }).catch(() => null);
      setBusy(false);
    }
  };
  return { busy, change };
}
