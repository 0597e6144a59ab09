/** Token buckets, one per caller: a burst is let through, a flood is not. */
export interface RateLimit {
  /** null: go on. Else how long to wait (whole seconds, at least 1). */
  take(caller: string): number | null;
  /** What the caller has left; null: no limit. */
  allowanceOf(caller: string): Allowance | null;
  readonly callers: number;
}

export interface Allowance {
  readonly perMinute: number;
  readonly left: number;
  readonly fullInSeconds: number;
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

  function tokensOf(caller: string, time: number): number {
    const bucket = buckets.get(caller) ?? { tokens: capacity, at: time };
    // A clock that was set back adds nothing.
    return Math.min(capacity, bucket.tokens + Math.max(0, time - bucket.at) * perMs);
  }

  return {
    take(caller) {
      if (perMinute === null) return null;
      const time = now().getTime();
      const refilled = tokensOf(caller, time);
      if (!buckets.has(caller) && buckets.size >= maxCallers) forgetFull(time);
      const isAllowed = refilled >= 1;
      buckets.set(caller, { tokens: isAllowed ? refilled - 1 : refilled, at: time });
      return isAllowed ? null : Math.max(1, Math.ceil((1 - refilled) / perMs / 1_000));
    },
    allowanceOf(caller) {
      if (perMinute === null) return null;
      const tokens = tokensOf(caller, now().getTime());
      const fullInSeconds = Math.ceil((capacity - tokens) / perMs / 1_000);
      return { perMinute, left: Math.floor(tokens), fullInSeconds };
    },
    get callers() {
      return buckets.size;
    },
  };
}
