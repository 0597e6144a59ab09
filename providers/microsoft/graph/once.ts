/** Runs on the first call; every further call gets the first one's promise. */
export function once<T>(run: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = null;
  return () => (first ??= run());
}
