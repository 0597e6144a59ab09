/** Lets only so many things of one key happen at once; the others of that key wait, in order. */
export interface Turns<K> {
  take<T>(key: K, work: () => Promise<T>): Promise<T>;
  readonly keys: number;
}

interface Line {
  atWork: number;
  readonly waiting: (() => void)[];
}

export function createTurns<K>(maxAtOnce: number): Turns<K> {
  const lines = new Map<K, Line>();

  function leave(key: K, line: Line): void {
    const next = line.waiting.shift();
    // The place is handed on.
    if (next !== undefined) return next();
    line.atWork -= 1;
    if (line.atWork === 0) lines.delete(key);
  }

  return {
    async take(key, work) {
      const line = lines.get(key) ?? { atWork: 0, waiting: [] };
      lines.set(key, line);
      if (line.atWork < maxAtOnce) line.atWork += 1;
      else await new Promise<void>((resolve) => line.waiting.push(resolve));
      try {
        return await work();
      } finally {
        leave(key, line);
      }
    },
    get keys() {
      return lines.size;
    },
  };
}
