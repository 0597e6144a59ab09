import { useEffect, useEffectEvent, useRef } from 'react';

/** Several runs may begin or end at once, as they do after a reconnect; one question a moment later answers for all. */
const gatherForMs = 300;

/**
 * For events that come in bursts: `then` runs once, a moment after the first of them. Not put off by further events, or a
 * busy workspace would never be asked about.
 */
export function useGathered(then: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const thenNow = useEffectEvent(then);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      thenNow();
    }, gatherForMs);
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
