/** Token buckets, one per caller: a burst is let through, a flood is not. */
export interface RateLimit {
  /** null: go on. Else how long to wait (whole seconds, at least 1). */
  take(caller: string): number | null;
  readonly callers: number;
}

export interface RateLimitOptions {
  /** null: no limit. */
  readonly perMinute: number | null;
  readonly now: () => Date;
}

/** Full buckets are forgotten when there are so many: a caller that comes back starts with a full one anyway. */
const maxCallers = 50_000;

export function createRateLimit({ perMinute, now }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const capacity = perMinute ?? 0;
  const perMs = capacity / 60_000;

  function forgetFull(time: number): void {
    for (const [caller, { tokens, at }] of buckets) {
      if (tokens + (time - at) * perMs >= capacity) buckets.delete(caller);
    }
    // All of them half-used: an attack from many addresses. Starting over beats growing without bound.
    if (buckets.size >= maxCallers) buckets.clear();
  }

  return {
    take(caller) {
      if (perMinute === null) return null;
      const time = now().getTime();
      const bucket = buckets.get(caller) ?? { tokens: capacity, at: time };
      // A clock that was set back adds nothing.
      const refilled = Math.min(capacity, bucket.tokens + Math.max(0, time - bucket.at) * perMs);
      if (!buckets.has(caller) && buckets.size >= maxCallers) forgetFull(time);
      const isAllowed = refilled >= 1;
      buckets.set(caller, { tokens: isAllowed ? refilled - 1 : refilled, at: time });
      return isAllowed ? null : Math.max(1, Math.ceil((1 - refilled) / perMs / 1_000));
    },
    get callers() {
      return buckets.size;
    },
  };
}
