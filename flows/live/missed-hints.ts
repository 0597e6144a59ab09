/**
 * Counts changes whose hint is lost: the sweep has found them, and until the next sweep no hint told of them. A hint that is
 * only on its way when the sweep looks is not lost.
 */
export interface MissedHints {
  readonly count: number;
  /** By a sweep. */
  found(runId: number): void;
  heard(runId: number): void;
  /** Before each regular sweep: whatever is waited for since the last one will not come any longer. */
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
