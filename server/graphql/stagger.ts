import { setTimeout as delay } from 'node:timers/promises';

/** A handful at once is no herd. */
const batchSize = 25;

/** Does something to each, spread evenly over the time, so that what follows (clients that come back) is spread too. */
export async function stagger<T>(
  items: readonly T[],
  withinMs: number,
  act: (item: T) => void,
): Promise<void> {
  const pauseMs = withinMs / Math.max(1, Math.ceil(items.length / batchSize) - 1);
  for (let start = 0; start < items.length; start += batchSize) {
    if (start > 0) await delay(pauseMs);
    for (const item of items.slice(start, start + batchSize)) act(item);
  }
}
