import { badInput } from '../../core/fault.ts';
import type { Page, PageRequest } from '../../core/page.ts';

/** A row's sort key: what a cursor carries. */
export type SortKey = readonly (string | number)[];

/** Accepts exactly what toCursor wrote for a key of the same shape: whatever else arrives never reaches a query. */
export function parseCursor(cursor: string, shape: readonly ('text' | 'integer')[]): (string | number)[] {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString());
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    shape.every((type, i) => (type === 'integer' ? Number.isSafeInteger(key[i]) : isText(key[i])));
  if (!fits) throw badInput('after', 'Pass an endCursor or edge cursor of this list, unchanged.');
  return key as (string | number)[];
}

/** Of a list whose sort key is the id alone; null: from the beginning. */
export function parseIdCursor({ after }: PageRequest): number | null {
  return after === null ? null : Number(parseCursor(after, ['integer'])[0]);
}

/** PostgreSQL's text holds every character but NUL. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `rows` were asked for with one more than `first`: the extra row says that there is a next page. */
export function toPage<T>(rows: readonly T[], { first }: PageRequest, keyOf: (row: T) => SortKey): Page<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: toCursor(keyOf(node)) }));
  return { edges, hasNextPage: rows.length > first };
}

function toCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
