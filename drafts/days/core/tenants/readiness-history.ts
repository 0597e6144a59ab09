import type { Verdict } from '../runs/verdict.ts';

/** A letter a day: three hundred tenants over thirty days are nine kilobytes. */
export const dayLetters = { ready: 'R', needs_attention: 'A', blocked: 'B' } as const satisfies Record<
  Verdict,
  string
>;
export const notVerifiedLetter = '.';

export interface ReadinessHistory {
  /** From the oldest to today, in the workspace's zone: 2026-11-30. */
  readonly days: readonly string[];
  /** Each with a letter for every one of these days. */
  readonly tenants: readonly { readonly tenantId: number; readonly letters: string }[];
}

export interface DayCounts {
  readonly day: string;
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  readonly notVerified: number;
}

/** How many tenants had which letter on each day. */
export function countDays({ days, tenants }: ReadinessHistory): DayCounts[] {
  return days.map((day, index) => {
    const count = (letter: string) => tenants.filter(({ letters }) => letters[index] === letter).length;
    return {
      day,
      ready: count(dayLetters.ready),
      needsAttention: count(dayLetters.needs_attention),
      blocked: count(dayLetters.blocked),
      notVerified: count(notVerifiedLetter),
    };
  });
}
