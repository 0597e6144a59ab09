import type { Verdict } from '../runs/verdict.ts';

/** A letter per day: 300 tenants over 30 days are nine kilobytes. */
export const dayLetters = { ready: 'R', needs_attention: 'A', blocked: 'B' } as const satisfies Record<
  Verdict,
  string
>;
const notVerifiedLetter = '.';

/** A quarter. */
export const mostHistoryDays = 92;

export interface ReadinessHistory {
  /** From the oldest to today, in the workspace's time zone: 2026-11-30. */
  readonly days: readonly string[];
  /** With a letter for each of these days. */
  readonly tenants: readonly { readonly tenantId: number; readonly letters: string }[];
}

export interface DayCounts {
  readonly day: string;
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  readonly notVerified: number;
}

/** From what is known, in any order: a letter and the number of the day, counted from the first. */
export function writeLetters(days: number, known: readonly string[]): string {
  const letters = Array.from({ length: days }, () => notVerifiedLetter as string);
  for (const each of known) letters[Number(each.slice(1))] = each.slice(0, 1);
  return letters.join('');
}

/** The number of tenants with each letter, by day. */
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
