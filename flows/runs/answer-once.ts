import { Fault } from '../../core/fault.ts';
import type { Tx } from '../../db/engine/client.ts';
import { claimIdempotencyKey, storeResponse, type IdempotencyClaim } from '../../db/runs/idempotency.ts';

export interface Answering<A, S> {
  readonly decide: () => Promise<A>;
  /** What is kept for a day: JSON, with ids in place of what changes. */
  readonly toStored: (answer: A) => S;
  readonly recall: (stored: S) => Promise<A>;
}

/**
 * Decides once and gives everyone else with the same key that answer: concurrently (they wait for the first
 * transaction), and long after what was started has ended. Call it after authorization: a stored answer grants
 * nothing. Throws IDEMPOTENCY_KEY_REUSED if the key belongs to a different request.
 */
export async function answerOnce<A, S>(
  tx: Tx,
  { at, ...claim }: IdempotencyClaim & { readonly at: Date },
  { decide, toStored, recall }: Answering<A, S>,
): Promise<A> {
  const claimed = await claimIdempotencyKey(tx, claim, at);
  switch (claimed.kind) {
    case 'claimed': {
      const answer = await decide();
      await storeResponse(tx, claimed.id, toStored(answer));
      return answer;
    }
    case 'answered':
      return await recall(claimed.response as S);
    case 'reused':
      throw keyReused();
  }
}

export function keyReused(): Fault {
  return new Fault(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotency key was used for a different request within the last 24 hours. Use a new key.',
  );
}
