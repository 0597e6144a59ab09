import { useState } from 'react';

export interface FollowedRun {
  /** null: none to follow. */
  readonly id: string | null;
  /** For the subscription's `onComplete`. */
  readonly onComplete: () => void;
}

/**
 * The run a page subscribes to: from when it shows one as unfinished until the run's stream has ended, and not only until
 * the page shows the end. The parts of an event are read one after the other, so one may say that the run is over beside
 * what it was a moment earlier; the last event, which is whole, still has to come.
 */
export function useFollowedRun(unfinished: string | null): FollowedRun {
  const [id, follow] = useState(unfinished);
  if (unfinished !== null && unfinished !== id) follow(unfinished);
  return { id, onComplete: () => follow(null) };
}
