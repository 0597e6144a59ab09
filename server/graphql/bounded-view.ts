import type { View } from '../../flows/view.ts';
import type { Budget } from '../../schema/budget.ts';
import type { Turns } from './turns.ts';

/**
 * Of the pool's connections (DATABASE_CONNECTIONS, 10 by default) as many as one person's reads may take at once: a page with
 * a list in every row asks hundreds of times, and everyone else would wait behind it.
 */
export const readsAtOnce = 4;

/** A View whose reads take turns with the same person's other reads, and are paid for by the execution. */
export function boundView(view: View, budget: Budget, turns: Turns<number>): View {
  const { userId } = view.viewer;
  const bound = Object.entries(view).map(([name, read]) => [
    name,
    typeof read === 'function' ? payFor(read as Read) : read,
  ]);
  return Object.fromEntries(bound) as View;

  function payFor(read: Read): Read {
    return (...args) =>
      turns.take(userId, () => {
        // Once it is its turn: what no one needs any longer by then is not asked.
        budget.spendRead();
        return read(...args);
      });
  }
}

type Read = (...args: readonly unknown[]) => Promise<unknown>;
