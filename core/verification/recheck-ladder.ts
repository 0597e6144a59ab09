/**
 * A grant takes minutes, sometimes hours, to reach Microsoft Graph. After `granted_not_yet_effective` the tenant is
 * verified again on its own, further and further apart, until the grant has arrived or the ladder ends.
 */
const recheckDelaysMinutes = [2, 10, 60, 24 * 60] as const;

/** Waits for one permission or more to become effective; at most one per connection. */
export interface Recheck {
  /** From 1. */
  readonly attempt: number;
  readonly dueAt: Date;
}

export interface NextRecheck {
  readonly at: Date;
  readonly attempt: number;
  readonly reason: string;
}

export type RecheckPlan =
  | { readonly kind: 'keep' }
  | { readonly kind: 'end' }
  | { readonly kind: 'schedule'; readonly recheck: Recheck };

/** What a finished verification means for the ladder. `unknown`: the permissions could not be read this time. */
export function planAfter(
  found: 'pending' | 'settled' | 'unknown',
  current: Recheck | null,
  now: Date,
): RecheckPlan {
  if (found === 'settled') return { kind: 'end' };
  if (current === null) return found === 'pending' ? scheduleAttempt(1, now) : { kind: 'keep' };
  // Someone verified by hand in between: the next rung stands as it was promised.
  if (current.dueAt > now) return { kind: 'keep' };
  return scheduleAttempt(current.attempt + 1, now);
}

function scheduleAttempt(attempt: number, now: Date): RecheckPlan {
  const delayMinutes = recheckDelaysMinutes[attempt - 1];
  if (delayMinutes === undefined) return { kind: 'end' };
  return { kind: 'schedule', recheck: { attempt, dueAt: new Date(now.getTime() + delayMinutes * 60_000) } };
}
