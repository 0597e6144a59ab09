import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../../core/provider/provider.ts';
import type { Refusal } from '../reasons/reasons.ts';

/** What one request gave: the fact, or a refusal that also says whether to ask again. */
export type Reading<T> = Extract<Answer<T>, { kind: 'read' }> | Refusal;

/** How long one session may still wait in all, over every request it makes. */
export interface Patience {
  remainingMs: number;
  /** Goes on asking, with longer and longer pauses, for as long as anything remains. */
  readonly isLong?: true;
}

/** Without a Retry-After: after half a second and after one more second, then it is not a hiccup any longer. */
const backoffMs = [500, 1000];

/** Spreads the retries of a fleet that was refused at the same moment. */
const jitter = 0.2;

/**
 * Repeats an attempt as long as its refusal is a matter of seconds. Retry-After is honored to the letter or not at
 * all: when the wait is longer than what is left, the refusal is the answer, at once.
 */
export async function withRetries<T>(
  attempt: () => Promise<Reading<T>>,
  { patience, signal }: { patience: Patience; signal: AbortSignal },
): Promise<Reading<T>> {
  for (let retries = 0; ; retries += 1) {
    const reading = await attempt();
    if (reading.kind === 'read') return reading;
    const waitMs = waitBefore(retries, reading, patience);
    if (waitMs === null || waitMs > patience.remainingMs) return reading;
    patience.remainingMs -= waitMs;
    await pause(waitMs, signal);
  }
}

/** Doubled from a second on, to a minute: a service that names no time is asked about as often as it can bear. */
export function longBackoffMs(retries: number): number {
  return Math.min(1_000 * 2 ** retries, 60_000);
}

function waitBefore(retries: number, { again, retryAfterMs }: Refusal, { isLong }: Patience): number | null {
  if (again !== 'seconds') return null;
  // "Retry-After: 0" is no license to hammer: it counts as no Retry-After.
  const baseMs =
    retryAfterMs !== null && retryAfterMs > 0
      ? retryAfterMs
      : isLong
        ? longBackoffMs(retries)
        : backoffMs[retries];
  return baseMs === undefined ? null : baseMs * (1 + Math.random() * jitter);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // Node rejects with an AbortError of its own; the port promises the caller's reason.
    signal.throwIfAborted();
    throw error;
  }
}
