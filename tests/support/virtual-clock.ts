import type { Clock } from '../../core/clock.ts';

/** A clock that runs like the machine's and can be moved on, so that what lasts a quarter is over at once. */
export interface VirtualClock {
  readonly now: Clock;
  /** How far it is ahead of the machine's. */
  readonly offsetMs: number;
  advance(ms: number): void;
}

export function createVirtualClock(): VirtualClock {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    get offsetMs() {
      return offsetMs;
    },
    advance(ms) {
      offsetMs += ms;
    },
  };
}
