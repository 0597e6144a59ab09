/**
 * Counts changes whose hint was lost: the sweep found them, and no hint came until the next sweep. A hint that is
 * only on its way when the sweep looks is not lost.
 */
export interface MissedHints {
  readonly count: number;
  /** By a sweep. */
  found(runId: number): void;
  heard(runId: number): void;
  /** Before each regular sweep: hints that are still missing since the last one will not come. */
  settle(): void;
}

export function createMissedHints(): MissedHints {
  const awaited = new Set<number>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    found: (runId) => void awaited.add(runId),
    heard: (runId) => void awaited.delete(runId),
    settle() {
      count += awaited.size;
      awaited.clear();
    },
  };
}
