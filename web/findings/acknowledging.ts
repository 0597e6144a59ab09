import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { toFailure } from '../api/failure.ts';
import { toSentence } from '../api/say-failure.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';

const AcknowledgeFindingMutation = graphql(`
  mutation AcknowledgeFinding($findingId: ID!, $reason: String!) {
    acknowledgeFinding(input: { findingId: $findingId, reason: $reason }) {
      finding {
        ...FindingRow
      }
    }
  }
`);

export interface Finding {
  readonly id: string;
  readonly title: string;
}

/** A finding that is not acknowledged, and why as a sentence. */
interface Left extends Finding {
  readonly why: string;
}

export interface Acknowledging {
  readonly busy: boolean;
  /** Since the dialog was opened. */
  readonly done: number;
  /** What is still to be done; with reasons after an attempt. */
  readonly left: readonly (Finding | Left)[];
  /** What is wrong with the reason itself, so that none of them was tried further. */
  readonly reasonProblem: string | null;
  readonly submit: (reason: string) => void;
}

/**
 * One after the other, each in a transaction of the API's own: what is acknowledged stays acknowledged, whatever becomes
 * of the rest. A refusal concerns one finding and the next one is tried; after anything else the rest is left alone.
 */
export function useAcknowledging(findings: readonly Finding[], onDone: () => void): Acknowledging {
  const [mutate] = useMutation(AcknowledgeFindingMutation);
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<readonly (Finding | Left)[]>(findings);
  const [reasonProblem, setReasonProblem] = useState<string | null>(null);

  const acknowledge = async (finding: Finding, reason: string): Promise<Refusal | null> => {
    try {
      await mutate({ variables: { findingId: finding.id, reason } });
      return null;
    } catch (error) {
      return toRefusal(error);
    }
  };
  const acknowledgeAll = async (reason: string): Promise<void> => {
    const refused: Left[] = [];
    for (const [place, finding] of left.entries()) {
      const rest = left.slice(place + 1);
      const refusal = await acknowledge(finding, reason);
      if (refusal !== null) refused.push({ ...finding, why: refusal.sentence });
      setLeft([...refused, ...rest]);
      if (refusal?.endsAll === true) {
        setReasonProblem(refusal.ofReason ? refusal.sentence : null);
        setLeft([...refused, ...rest.map((each) => ({ ...each, why: texts.findings.notTried }))]);
        return;
      }
    }
    if (refused.length === 0) onDone();
  };

  return {
    busy,
    done: findings.length - left.length,
    left,
    reasonProblem,
    submit: (reason) => {
      setBusy(true);
      setReasonProblem(null);
      void acknowledgeAll(reason).finally(() => setBusy(false));
    },
  };
}

interface Refusal {
  readonly sentence: string;
  readonly endsAll: boolean;
  readonly ofReason: boolean;
}

/** About this one finding: acknowledged meanwhile, gone, or not for this role on its tenant. */
const ofOne: readonly (string | null)[] = ['CONFLICT', 'NOT_FOUND', 'FORBIDDEN'];

function toRefusal(error: unknown): Refusal {
  const failure = toFailure(error);
  return {
    sentence: toSentence(error),
    endsAll: !ofOne.includes(failure?.code ?? null),
    ofReason: failure?.field === 'reason',
  };
}

export function whyOf(finding: Finding | Left): string | null {
  return 'why' in finding ? finding.why : null;
}
