import { useState } from 'react';
import { toFailure, type Failure } from './failure.ts';
import { toSentence } from './toast-error.ts';

export interface Submission {
  readonly busy: boolean;
  /** Why it was not done, where it is about none of the form's fields. */
  readonly problem: string | null;
  /** What is wrong with a field, by the API's name of it. */
  readonly problemOf: (field: string) => string | null;
  /** Whether something that was named does not exist for the person who asked. */
  readonly notFound: boolean;
  readonly submit: () => void;
  /** Something was changed: what was said of it before is out of date. */
  readonly forget: () => void;
}

/**
 * A form that is sent: once at a time, and what is wrong is said where it can be mended. `onDone` may still find in the
 * answer why nothing was done, and returns the sentence.
 */
export function useSubmission<Answer>(
  fields: readonly string[],
  send: () => Promise<Answer>,
  onDone: (answer: Answer) => unknown,
): Submission {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = () => {
    setBusy(true);
    setRefusal(null);
    send()
      .then((answer) => {
        const said = onDone(answer);
        if (typeof said === 'string') setRefusal({ sentence: said, failure: null });
      })
      .catch((error: unknown) => setRefusal({ sentence: toSentence(error), failure: toFailure(error) }))
      .finally(() => setBusy(false));
  };
  const field = refusal?.failure?.field ?? null;
  const isAtField = field !== null && fields.includes(field);
  return {
    busy,
    problem: refusal === null || isAtField ? null : refusal.sentence,
    problemOf: (name) => (refusal !== null && isAtField && name === field ? refusal.sentence : null),
    notFound: refusal?.failure?.kind === 'not-found',
    submit,
    forget: () => setRefusal(null),
  };
}

interface Refusal {
  readonly sentence: string;
  readonly failure: Failure | null;
}
