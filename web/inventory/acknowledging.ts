import { useState } from 'react';
import { useSend } from '../api/action.ts';
import { toFailure } from '../api/failure.ts';
import { toSentence } from '../api/toast-error.ts';
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

/** A finding that was not acknowledged, and why as a sentence. */
interface Left extends Finding {
  readonly why: string;
  /** Trying again could not change it. */
  readonly isFinal: boolean;
}

export interface Acknowledging {
  readonly busy: boolean;
  /** Since the dialog was opened. */
  readonly done: number;
  /** What is still to be done; with reasons after an attempt. */
  readonly left: Remaining;
  /** What is wrong with the reason itself, so that none of them was tried further. */
  readonly reasonProblem: string | null;
  readonly submit: (reason: string) => void;
}

/**
 * One after the other, each in a transaction of the API's own: what is acknowledged stays acknowledged, whatever becomes
 * of the rest. A refusal concerns one finding and the next one is tried; after anything else the rest is left alone.
 */
export function useAcknowledging(findings: readonly Finding[], onDone: () => void): Acknowledging {
  const send = useSend(AcknowledgeFindingMutation);
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<Remaining>(findings);
  const [reasonProblem, setReasonProblem] = useState<string | null>(null);

  const acknowledge = async (finding: Finding, reason: string): Promise<Refusal | null> => {
    try {
      await send({ findingId: finding.id, reason });
      return null;
    } catch (error) {
      return toRefusal(error);
    }
  };
  const acknowledgeAll = async (reason: string): Promise<void> => {
    const ended = await tryEach(left, (finding) => acknowledge(finding, reason), setLeft);
    setLeft(ended.left);
    setReasonProblem(ended.reasonProblem);
    if (ended.left.length === 0) onDone();
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

type Remaining = readonly (Finding | Left)[];

async function tryEach(
  findings: Remaining,
  attempt: (finding: Finding) => Promise<Refusal | null>,
  onProgress: (left: Remaining) => void,
): Promise<{ left: Remaining; reasonProblem: string | null }> {
  const kept: (Finding | Left)[] = findings.filter((finding) => !canTry(finding));
  const wanted = findings.filter(canTry);
  for (const [place, finding] of wanted.entries()) {
    const refusal = await attempt(finding);
    if (refusal !== null) kept.push({ ...finding, why: refusal.sentence, isFinal: !refusal.endsAll });
    const rest = wanted.slice(place + 1);
    if (refusal?.endsAll === true) {
      const untried = rest.map((each) => ({ ...each, why: texts.findings.notTried, isFinal: false }));
      return { left: [...kept, ...untried], reasonProblem: refusal.ofReason ? refusal.sentence : null };
    }
    onProgress([...kept, ...rest]);
  }
  return { left: kept, reasonProblem: null };
}

interface Refusal {
  readonly sentence: string;
  readonly endsAll: boolean;
  readonly ofReason: boolean;
}

/** About this one finding: acknowledged by now, gone, or not for this role on its tenant. */
const ofOne: readonly (string | null)[] = ['CONFLICT', 'NOT_FOUND', 'FORBIDDEN'];

function toRefusal(error: unknown): Refusal {
  const failure = toFailure(error);
  return {
    sentence: toSentence(error),
    endsAll: !ofOne.includes(failure?.code ?? null),
    ofReason: failure?.field === 'reason',
  };
}

export function canTry(finding: Finding | Left): boolean {
  return !('isFinal' in finding && finding.isFinal);
}

export function whyOf(finding: Finding | Left): string | null {
  return 'why' in finding ? finding.why : null;
}
