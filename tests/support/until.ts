import { setTimeout as delay } from 'node:timers/promises';

/** Guards against hanging, so far above anything waited for (ms). */
const patienceMs = 60_000;
const pollMs = 50;

/** Looks until there is something; the message tells what was awaited. */
export async function until<T>(
  awaited: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await delay(pollMs);
  }
  throw new Error(`waited ${patienceMs} ms for ${awaited}`);
}
