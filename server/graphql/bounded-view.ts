import type { Pace } from '../../flows/view.ts';
import type { Budget } from '../../schema/budget.ts';
import type { Turns } from './turns.ts';

/**
 * Of the pool's connections (DATABASE_CONNECTIONS, 10 by default) as many as one person's reads may take at once: a page with
 * a list in every row asks hundreds of times, and everyone else would wait behind it.
 */
export const readsAtOnce = 4;

/** A View's reads take turns with the same person's other reads, and are paid for by the execution. */
export function payInTurn(userId: number, budget: Budget, turns: Turns<number>): Pace {
  return (read) =>
    turns.take(userId, () => {
      // Once it is its turn: what no one needs any longer by then is not asked.
      budget.spendRead();
      return read();
    });
}
