export interface Counter<K> {
  /** null: there are enough. Else call what is returned once at the end; a second call does nothing. */
  enter(key: K): (() => void) | null;
}

/** How many there are at once of each key. */
export function createCounter<K>(most: number): Counter<K> {
  const open = new Map<K, number>();
  return {
    enter(key) {
      const count = open.get(key) ?? 0;
      if (count >= most) return null;
      open.set(key, count + 1);
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        const left = (open.get(key) ?? 1) - 1;
        if (left === 0) open.delete(key);
        else open.set(key, left);
      };
    },
  };
}
