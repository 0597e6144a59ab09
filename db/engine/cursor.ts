import { asc, desc, gt, lt, type Placeholder, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { badInput } from '../../core/fault.ts';
import type { Page, PageRequest } from '../../core/page.ts';

/** A row's sort key: what a cursor carries. */
export type SortKey = readonly (string | number)[];

/** Backward: from the end of the list, with order and comparison reversed. */
export type Direction = 'forward' | 'backward';

export function directionOf(page: PageRequest): Direction {
  return 'first' in page ? 'forward' : 'backward';
}

/** One more than requested: the extra row shows that there is another page. */
export function limitOf(page: PageRequest): number {
  return sizeOf(page) + 1;
}

/** The key of the row to continue after; null: from the end where reading starts. */
export function keyOfCursor(
  page: PageRequest,
  shape: readonly ('text' | 'integer')[],
): (string | number)[] | null {
  const cursor = cursorOf(page);
  return cursor === null ? null : parseCursor(cursor, shape, fieldOf(page));
}

/** For a list whose sort key is only the id. */
export function idOfCursor(page: PageRequest): number | null {
  const key = keyOfCursor(page, ['integer']);
  return key === null ? null : Number(key[0]);
}

export const fieldOf = (page: PageRequest) => ('first' in page ? 'after' : 'before');

/** A list by id, the newest first. */
export const newestFirst = {
  behind: (column: PgColumn, id: number | Placeholder, direction: Direction): SQL =>
    direction === 'forward' ? lt(column, id) : gt(column, id),
  order: (column: PgColumn | SQL, direction: Direction): SQL =>
    direction === 'forward' ? desc(column) : asc(column),
};

/** Accepts exactly what toCursor wrote for a key of the same shape: nothing else reaches a query. */
function parseCursor(
  cursor: string,
  shape: readonly ('text' | 'integer')[],
  field: string,
): (string | number)[] {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString());
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    shape.every((type, i) => (type === 'integer' ? Number.isSafeInteger(key[i]) : isText(key[i])));
  if (!fits) throw badInput(field, 'Pass a startCursor, endCursor or edge cursor of this list, unchanged.');
  return key as (string | number)[];
}

/** PostgreSQL's text can hold every character except NUL. */
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

/** `rows` as they were read, with limitOf. Behind the cursor is the row that it names. */
export function toPage<T>(rows: readonly T[], page: PageRequest, keyOf: (row: T) => SortKey): Page<T> {
  const edges = rows.slice(0, sizeOf(page)).map((node) => ({ node, cursor: toCursor(keyOf(node)) }));
  const [further, behind] = [rows.length > sizeOf(page), cursorOf(page) !== null];
  return 'first' in page
    ? { edges, hasNextPage: further, hasPreviousPage: behind }
    : { edges: edges.toReversed(), hasNextPage: behind, hasPreviousPage: further };
}

const sizeOf = (page: PageRequest) => ('first' in page ? page.first : page.last);
const cursorOf = (page: PageRequest) => ('first' in page ? page.after : page.before);

function toCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
