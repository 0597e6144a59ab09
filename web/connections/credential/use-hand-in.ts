import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { toFailure } from '../../api/failure.ts';
import { toSentence } from '../../api/say-failure.ts';
import { graphql } from '../../gql/gql.ts';
import type {
  RehearseCredentialMutation as RehearseCredentialMutationData,
  SetProviderCredentialInput,
} from '../../gql/graphql.ts';
import { paths } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { showToast } from '../../ui/show-toast.ts';
import type { DraftProblems } from './credential-draft.ts';
import { connectionPageAgain } from '../use-change.ts';

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

/** Apollo would keep the arguments in the name under which it caches the answer: so nothing of these is cached. */
const writeOnly = { ...connectionPageAgain, fetchPolicy: 'no-cache' } as const;

type HandIn = (input: SetProviderCredentialInput) => Promise<Refusal | null>;

function useWays(): Record<Way, HandIn> {
  const [set] = useMutation(SetCredentialMutation, writeOnly);
  const [rehearse] = useMutation(RehearseCredentialMutation, writeOnly);
  return {
    async set(input) {
      await set({ variables: { input } });
      const { setDone, setDoneAbout } = texts.credential;
      showToast({ tone: 'SUCCESS', title: setDone, body: setDoneAbout });
      return null;
    },
    async rehearse(input) {
      const { data } = await rehearse({ variables: { input } });
      return sayRehearsal(data.rehearseProviderCredential);
    },
  };
}

function sayRehearsal({ result, run }: RehearseCredentialMutationData['rehearseProviderCredential']) {
  if (result === 'SCOPE_BUSY') return { field: null, sentence: texts.credential.busy };
  const link = { href: paths.run(run.id), label: texts.connection.openRun };
  if (result === 'BLOCKED') {
    showToast({ tone: 'WARNING', title: texts.started.BLOCKED, link });
    return { field: null, sentence: texts.credential.blocked };
  }
  // The page itself shows how the rehearsal goes.
  return null;
}

/** Hands a credential in, and says at which field, or why, it was refused. `onDone`: it was taken. */
export function useHandIn(onDone: () => void) {
  const ways = useWays();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = (way: Way, input: SetProviderCredentialInput) => {
    const settle = (refused: Refusal | null) => {
      setBusy(false);
      setRefusal(refused);
      if (refused === null) onDone();
    };
    setBusy(true);
    setRefusal(null);
    void ways[way](input).catch(toRefusal).then(settle);
  };
  const field = refusal?.field ?? null;
  const fieldProblem: DraftProblems = refusal !== null && field !== null ? { [field]: refusal.sentence } : {};
  return {
    submit,
    busy,
    fieldProblem,
    problem: refusal !== null && field === null ? refusal.sentence : null,
    forgetProblem: () => setRefusal(null),
  };
}

interface Refusal {
  /** Of the input; null: it is not about one field. */
  readonly field: string | null;
  readonly sentence: string;
}

function toRefusal(error: unknown): Refusal {
  return { field: toFailure(error)?.field ?? null, sentence: toSentence(error) };
}
