import type { Viewer } from '../../core/access/access.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';

/**
 * Shares counts of a workspace's tenants among everyone who asks for the same count at about the same time: a hundred
 * open pages ask together whenever a run starts or ends. A request that comes while a count is running gets the next
 * one, so no one gets a count from before they asked, and nothing is cached.
 */
export interface SharedCounts {
  of<T>(whose: CountOf, count: () => Promise<T>): Promise<T>;
}

export interface CountOf {
  /** As read for this request: its role and epoch say whose tenants are counted. */
  readonly workspace: Workspace;
  readonly viewer: Viewer;
  /** What is counted, with everything that affects the number. */
  readonly what: readonly unknown[];
}

interface Timing {
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** In the long run, one workspace's counts keep PostgreSQL busy for a twentieth of the time, however many ask. */
const partOfTime = 1 / 20;
/** This much work (ms) is allowed before that limit applies: a person who clicks around never waits. */
const burstMs = 500;
/** No one waits longer than this for the next count to start. */
const longestPauseMs = 1_000;

interface Line {
  /** Settles when the running count has ended. */
  atWork: Promise<unknown>;
  /** Not started yet: anyone who asks now gets it. */
  next: Promise<unknown> | null;
  /** When all work so far will amount to a twentieth of the time. */
  paidAt: number;
}

export function createSharedCounts({ nowMs, sleep }: Timing = realTiming): SharedCounts {
  const lines = new Map<string, Line>();

  function lineOf(key: string): Line {
    const known = lines.get(key);
    if (known !== undefined) return known;
    for (const [other, { next, paidAt }] of lines)
      if (next === null && paidAt <= nowMs()) lines.delete(other);
    const line = { atWork: Promise.resolve(), next: null, paidAt: 0 };
    lines.set(key, line);
    return line;
  }

  async function begin<T>(line: Line, count: () => Promise<T>): Promise<T> {
    await line.atWork;
    const owedMs = line.paidAt - nowMs() - burstMs / partOfTime;
    if (owedMs > 0) await sleep(Math.min(owedMs, longestPauseMs));
    line.next = null;
    const startedAt = nowMs();
    const counting = count();
    line.atWork = counting
      .catch(() => null)
      .then(() => {
        line.paidAt = Math.max(line.paidAt, startedAt) + (nowMs() - startedAt) / partOfTime;
      });
    return await counting;
  }

  return {
    of<T>(whose: CountOf, count: () => Promise<T>): Promise<T> {
      const line = lineOf(keyOf(whose));
      // The first caller may have failed for a reason of its own: a request that needs too many reads.
      if (line.next !== null) return (line.next as Promise<T>).catch(() => count());
      const next = begin(line, count);
      line.next = next;
      return next;
    },
  };
}

/** Owners see every tenant, anyone else only those they are entitled to. The epoch changes with every membership. */
function keyOf({ workspace: { id, role, accessEpoch }, viewer, what }: CountOf): string {
  return JSON.stringify([id, accessEpoch, role === 'owner' ? role : viewer.userId, ...what]);
}

const realTiming: Timing = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
