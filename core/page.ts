/**
 * Keyset pages, readable from either end: a cursor names a row by its sort key, so rows added or removed in between
 * never shift a page. Cursors are opaque to clients. Sizes are 1 to 100.
 */
export type PageRequest =
  | { readonly first: number; readonly after: string | null }
  | { readonly last: number; readonly before: string | null };

/** The items in list order, whichever end they were read from. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}
