import { useSyncExternalStore } from 'react';

/** One timer per pace for the whole page, however many times are on it: they also change together, not one by one. */
function createClock(everyMs: number) {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let now = Date.now();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        now = Date.now();
        timer = setInterval(tick, everyMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

const everySecond = createClock(1_000);
/** "5 minutes ago" may be wrong by half a minute without misleading anyone. */
const everyHalfMinute = createClock(30_000);
const stopped = { now: () => 0, subscribe: () => () => {} };

export function useSecondClock(ticking: boolean): number {
  const clock = ticking ? everySecond : stopped;
  return useSyncExternalStore(clock.subscribe, clock.now);
}

export function useSlowClock(): number {
  return useSyncExternalStore(everyHalfMinute.subscribe, everyHalfMinute.now);
}
