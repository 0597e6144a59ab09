import { setTimeout as sleep } from 'node:timers/promises';
import type { PaceArea } from '../../../core/backup/policy-kinds.ts';

/** Between two requests to one area of one tenant. */
export type PaceIntervals = Readonly<Record<PaceArea, number>>;

/**
 * Conditional Access answers one request a second for all applications of a tenant together, so ours leave room between them;
 * Intune takes 1,000 in 20 s from one application, of which 20 a second are 40 % (learn.microsoft.com/graph/throttling-limits).
 */
export const defaultPace: PaceIntervals = { conditional_access: 1_200, intune: 50, admx: 500, directory: 50 };

export interface Pacer {
  /** Resolves when `requests` more may go to the area; rejects with the signal's reason. */
  wait(tenant: string, area: PaceArea, requests: number, signal: AbortSignal): Promise<void>;
}

/** One for the whole process: two backups of one directory share what Microsoft allows it. */
export function createPacer(intervals: PaceIntervals = defaultPace): Pacer {
  /** By tenant and area: when the next request may go, on the monotonic clock. */
  const free = new Map<string, number>();
  return {
    async wait(tenant, area, requests, signal) {
      signal.throwIfAborted();
      if (requests === 0) return;
      const now = performance.now();
      const key = `${tenant} ${area}`;
      const at = Math.max(now, free.get(key) ?? 0);
      forgetPast(free, now);
      free.set(key, at + intervals[area] * requests);
      if (at > now) await pause(at - now, signal);
    },
  };
}

function forgetPast(free: Map<string, number>, now: number): void {
  for (const [key, at] of free) if (at <= now) free.delete(key);
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
