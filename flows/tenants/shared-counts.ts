import type { Viewer } from '../../core/access/access.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';

/**
 * Counts of a workspace's tenants, for everyone who asks for the same at about the same time: a hundred open pages ask
 * together whenever a run begins or ends. Whoever asks while a count is being made gets the next one, so no one is told
 * what was true before they asked, and nothing is kept.
 */
export interface SharedCounts {
  of<T>(whose: CountOf, count: () => Promise<T>): Promise<T>;
}

export interface CountOf {
  /** As it was read for this request: its role and epoch tell whose tenants are counted. */
  readonly workspace: Workspace;
  readonly viewer: Viewer;
  /** What is counted, with everything that makes it another number. */
  readonly what: readonly unknown[];
}

export interface Pace {
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** In the long run one workspace's counts keep PostgreSQL at work for a twentieth of the time, however many ask. */
const partOfTime = 1 / 20;
/** So much work (ms) may be done at once before that: a person who clicks around never waits. */
const burstMs = 500;
/** No one waits longer than this for the next count to begin. */
const longestPauseMs = 1_000;

interface Line {
  /** Settles when the count under way has ended. */
  atWork: Promise<unknown>;
  /** Not started yet: whoever asks now gets it. */
  next: Promise<unknown> | null;
  /** When all work so far will have been a twentieth of the time. */
  paidAt: number;
}

export function createSharedCounts({ nowMs, sleep }: Pace = realPace): SharedCounts {
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
      // Whoever asked first may have failed for a cause of their own: a request that takes too many reads.
      if (line.next !== null) return (line.next as Promise<T>).catch(() => count());
      const next = begin(line, count);
      line.next = next;
      return next;
    },
  };
}

/** Owners see every tenant; of anyone else only the tenants they are entitled to. The epoch moves with every membership. */
function keyOf({ workspace: { id, role, accessEpoch }, viewer, what }: CountOf): string {
  return JSON.stringify([id, accessEpoch, role === 'owner' ? role : viewer.userId, ...what]);
}

const realPace: Pace = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
