import { Column, fillPlaceholders, is, SQL, sql, type Placeholder, type Query } from 'drizzle-orm';
import { PgDialect, QueryBuilder, type SelectedFields } from 'drizzle-orm/pg-core';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';
import type { Db } from './client.ts';

/** In place of values while a statement is written. null stays null: it makes a different statement. */
export type Slots<Values> = {
  readonly [Key in keyof Values]: Placeholder | (null extends Values[Key] ? null : never);
};

type Row<Columns extends SelectedFields> = SelectResultFields<Columns>;

/** Runs on a pool or in a transaction. */
export type Read<Columns extends SelectedFields, Values, Choice> = (
  db: Db,
  values: Values,
  ...choice: Choice extends undefined ? [] : [Choice]
) => Promise<Row<Columns>[]>;

interface Written<Columns extends SelectedFields> extends Query {
  readonly toRow: (values: readonly unknown[]) => Row<Columns>;
}

/**
 * A statement whose text is written once per shape and not per request: the shape is which of the values are null,
 * and `choice`, which must come from a small closed set. PostgreSQL keeps a plan for each text. `columns` are what it
 * selects, in this order. The text starts with the name, for readers of pg_stat_statements or a log of slow
 * statements.
 */
export function createRead<const Columns extends SelectedFields, Values extends object, Choice = undefined>(
  name: string,
  columns: Columns,
  write: (build: QueryBuilder, slots: Slots<Values>, choice: Choice) => { getSQL(): SQL },
): Read<Columns, Values, Choice> {
  const written = new Map<string, Written<Columns>>();
  const dialect = new PgDialect();
  const build = new QueryBuilder(dialect);
  return async (db, values, ...[choice]) => {
    const shape = toShape(values, choice);
    let statement = written.get(shape);
    if (statement === undefined) {
      const { sql: text, params } = dialect.sqlToQuery(
        write(build, toSlots(values), choice as Choice).getSQL(),
      );
      statement = { sql: `/* ${name} */ ${text}`, params, toRow: createMapper(columns) };
      written.set(shape, statement);
    }
    const parameters = fillPlaceholders(statement.params, values as Record<string, unknown>).map(toParameter);
    const rows = await clientOf(db).unsafe(statement.sql, parameters).values();
    return rows.map(statement.toRow);
  };
}

function toShape(values: object, choice: unknown): string {
  let shape = choice === undefined ? '' : JSON.stringify(choice);
  for (const value of Object.values(values)) shape += value === null ? '0' : '1';
  return shape;
}

function toSlots<Values extends object>(values: Values): Slots<Values> {
  const slots = Object.entries(values).map(([key, value]) => [
    key,
    value === null ? null : sql.placeholder(key),
  ]);
  return Object.fromEntries(slots) as Slots<Values>;
}

/** Sessions pass times as text. */
const toParameter = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

interface Client {
  unsafe(text: string, parameters: readonly unknown[]): { values(): Promise<unknown[][]> };
}

/** What drizzle itself sends statements to (sessions/driver.ts): the pool, or the transaction's session. */
function clientOf(db: Db): Client {
  return (db._ as unknown as { session: { client: Client } }).session.client;
}

type Decode = (value: unknown) => unknown;

/** Most columns: the driver's value is the row's. */
const asItIs: Decode = (value) => value;

/** Columns in the order of the statement, those of a nested object in its place. */
function createMapper<Columns extends SelectedFields>(columns: Columns): Written<Columns>['toRow'] {
  let width = 0;
  const read = (fields: SelectedFields): ((values: readonly unknown[]) => Record<string, unknown>) => {
    const readers = Object.entries(fields).map(([key, field]) => {
      const decode = decoderOf(field);
      if (decode === null) return { key, of: read(field as SelectedFields) };
      const at = width++;
      if (decode === asItIs) return { key, of: (values: readonly unknown[]) => values[at] };
      return { key, of: (values: readonly unknown[]) => (values[at] === null ? null : decode(values[at])) };
    });
    return (values) => {
      const row: Record<string, unknown> = {};
      for (const { key, of } of readers) row[key] = of(values);
      return row;
    };
  };
  return read(columns) as Written<Columns>['toRow'];
}

/** As drizzle reads the value; null: not a column but a nested object. */
function decoderOf(field: unknown): Decode | null {
  if (is(field, Column)) {
    if (field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return asItIs;
    return (value) => field.mapFromDriverValue(value);
  }
  const expression = is(field, SQL.Aliased) ? field.sql : field;
  if (!is(expression, SQL)) return null;
  const { decoder } = expression as unknown as { decoder: { mapFromDriverValue: Decode } };
  return (value) => decoder.mapFromDriverValue(value);
}
