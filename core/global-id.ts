import { notFound } from './fault.ts';

/** The prefix of an id, part of the API's contract. A report has the id of its run. */
export const idKinds = [
  'workspace',
  'user',
  'tenant',
  'connection',
  'run',
  'ack',
  'finding',
  'item',
  'token',
  'session',
  'schedule',
  'duerun',
  'event',
  'audit',
  'policy',
  'backupset',
] as const;
export type IdKind = (typeof idKinds)[number];

/** A row's id as clients see it, `run_18`: unique across types. */
export function toGlobalId(kind: IdKind, row: number): string {
  return `${kind}_${row}`;
}

/**
 * The row that an argument for one type refers to, by its id or its plain row number. Anything else, including an id
 * of another type, gets the same answer as an id that never existed.
 */
export function parseId(kind: IdKind, id: string): number {
  return toRow(id.startsWith(`${kind}_`) ? id.slice(kind.length + 1) : id);
}

/** An id of any type; a plain number means nothing here. */
export function parseGlobalId(id: string): { readonly kind: IdKind; readonly row: number } {
  const end = id.indexOf('_');
  const kind = idKinds.find((one) => one === id.slice(0, Math.max(0, end)));
  if (kind === undefined) throw notFound();
  return { kind, row: toRow(id.slice(end + 1)) };
}

function toRow(text: string): number {
  const row = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(row)) throw notFound();
  return row;
}
