import { useEffect, useEffectEvent, useRef } from 'react';

/** Several runs may begin or end at once, as they do after a reconnect; one question a moment later answers for all. */
const gatherForMs = 300;
/** While a fleet is being verified runs begin and end all the time, in every open page: each asks so often at most. */
const askEveryMs = 2_000;

/**
 * For events that come in bursts: `then` runs once, a moment after the first of them. Not put off by further events, or a
 * busy workspace would never be asked about.
 */
export function useGathered(then: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const askedAt = useRef(-askEveryMs);
  useEffect(() => () => clearTimeout(timer.current), []);
  const thenNow = useEffectEvent(then);
  return () => {
    const waitMs = Math.max(gatherForMs, askedAt.current + askEveryMs - performance.now());
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      askedAt.current = performance.now();
      thenNow();
    }, waitMs);
  };
}

interface SeenRun {
  readonly id: string;
  readonly status: string;
}

/** For events of runs: `then` once for those that are seen for the first time, began or ended, and never for a mere step. */
export function useRunChanges(then: () => void): (run: SeenRun | undefined) => void {
  const statuses = useRef(new Map<string, string>());
  const thenSoon = useGathered(then);
  return (run) => {
    if (run === undefined || statuses.current.get(run.id) === run.status) return;
    statuses.current.set(run.id, run.status);
    thenSoon();
  };
}
