import { sql, type SQL } from 'drizzle-orm';
import { bigint, customType, timestamp, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** Column types shared by the tables. People and scripts work on table and column names: never rename one. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
export const ref = (name: string) => bigint(name, { mode: 'number' });
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const createdAt = () => at('created_at').notNull().defaultNow();
/** Kept by trigger. */
export const updatedAt = () => at('updated_at').notNull().defaultNow();

export const oneOf = (column: AnyPgColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;

/** Directory GUIDs are stored in lower case, so that equal ids are equal strings. */
export const isGuid = (column: AnyPgColumn): SQL =>
  sql`${column} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;

/** Envelope version 1 (db/connections/envelope.ts): 1 byte version, 12 bytes nonce, 16 bytes tag. Plain JSON begins with 0x7b. */
export const isEnvelope = (column: AnyPgColumn): SQL =>
  sql`octet_length(${column}) > 29 and get_byte(${column}, 0) = 1`;
