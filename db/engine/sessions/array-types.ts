import { parsePgArray } from 'drizzle-orm/pg-core/utils';

/**
 * PostgreSQL's own array types by oid, which never change. postgres.js would query them on every connection, and a
 * connection that breaks during that query ends the process, because no one handles the promise.
 */
const arrays = {
  bool: 1000,
  bytea: 1001,
  smallint: 1005,
  integer: 1007,
  text: 1009,
  varchar: 1015,
  bigint: 1016,
  real: 1021,
  double: 1022,
  timestamptz: 1185,
  date: 1182,
  numeric: 1231,
  uuid: 2951,
  json: 199,
  jsonb: 3807,
};

type ArrayType = {
  to: number;
  from: number[];
  serialize: (value: unknown) => unknown;
  parse: (text: string) => unknown;
};

/** Elements come as text: a caller that wants numbers converts them. */
export const arrayTypes: Record<string, ArrayType> = Object.fromEntries(
  Object.entries(arrays).map(([name, oid]) => [
    `${name}_array`,
    { to: oid, from: [oid], serialize: toLiteral, parse: parsePgArray },
  ]),
);

/** A string is a literal already: drizzle writes them for its array columns. */
function toLiteral(value: unknown): unknown {
  return Array.isArray(value) ? `{${value.map(toElement).join(',')}}` : value;
}

function toElement(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  return `"${toText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
