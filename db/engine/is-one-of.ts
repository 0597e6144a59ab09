import { Placeholder, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * `column = any(values)`. drizzle's `inArray` writes a parameter for each value, so to the server, which keeps a plan
 * per statement (db/engine/client.ts), every list length would be another statement.
 */
export function isOneOf(column: PgColumn | SQL, values: readonly (number | string)[] | Placeholder): SQL {
  return sql`${column} = any(${values instanceof Placeholder ? values : sql.param([...values])})`;
}
