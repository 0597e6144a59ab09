/**
 * Keyset pages: a cursor names a row by its sort key, so rows that come or go in between never shift a page. Clients
 * treat cursors as opaque.
 */
export interface PageRequest {
  /** 1..100 */
  readonly first: number;
  readonly after: string | null;
}

export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly hasNextPage: boolean;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}
