import { useSend } from '../../api/action.ts';
import { useSubmission } from '../../api/submission.ts';
import { graphql } from '../../gql/gql.ts';
import type { SetProviderCredentialInput } from '../../gql/graphql.ts';
import { sayStart } from '../../runs/start/use-start.ts';
import { texts } from '../../texts.ts';
import { toastDone } from '../../ui/show-toast.ts';
import { draftFields, type DraftProblems } from './credential-draft.ts';
import { refetchConnection } from '../refetch.ts';

const SetCredentialMutation = graphql(`
  mutation SetCredential($input: SetProviderCredentialInput!) {
    setProviderCredential(input: $input) {
      providerConnection {
        id
      }
    }
  }
`);

const RehearseCredentialMutation = graphql(`
  mutation RehearseCredential($input: RehearseProviderCredentialInput!) {
    rehearseProviderCredential(input: $input) {
      result
      run {
        id
      }
    }
  }
`);

export type Way = 'rehearse' | 'set';

const writeOnly = { ...refetchConnection, fetchPolicy: 'no-cache' } as const;

type HandIn = (input: SetProviderCredentialInput) => Promise<string | null>;

/** Each resolves to null, or to why it was not taken. */
function useWays(): Record<Way, HandIn> {
  const set = useSend(SetCredentialMutation, writeOnly);
  const rehearse = useSend(RehearseCredentialMutation, writeOnly);
  return {
    async set(input) {
      await set({ input });
      toastDone(texts.credentialDialog.setDone, texts.credential.setDoneAbout);
      return null;
    },
    async rehearse(input) {
      const { rehearseProviderCredential: started } = await rehearse({ input });
      // The page itself shows how the rehearsal goes.
      if (started.result === 'SCOPE_BUSY') return texts.credentialDialog.busy;
      if (started.result !== 'BLOCKED') return null;
      sayStart(started, { title: texts.started.BLOCKED });
      return texts.credentialDialog.blocked;
    },
  };
}

/** Hands a credential in, and says at which field, or why, it was refused. `onDone`: it was taken. */
export function useHandIn(way: Way, toInput: () => SetProviderCredentialInput, onDone: () => void) {
  const ways = useWays();
  const submission = useSubmission(
    draftFields,
    () => ways[way](toInput()),
    (refused) => {
      if (refused === null) onDone();
      return refused;
    },
  );
  const fieldProblem: DraftProblems = Object.fromEntries(
    draftFields.flatMap((field) => {
      const problem = submission.problemOf(field);
      return problem === null ? [] : [[field, problem]];
    }),
  );
  return { ...submission, fieldProblem };
}
