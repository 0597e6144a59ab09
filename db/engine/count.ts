import { sql, type SQL } from 'drizzle-orm';
import type { QueryBuilder } from 'drizzle-orm/pg-core';

const columns = { count: sql<number>`count(*)`.mapWith(Number) };

/** Counts the rows of `select`. With a limit in it, PostgreSQL reads no more rows than that. */
export const countUpTo = {
  columns,
  write: (build: QueryBuilder, select: { getSQL(): SQL }) =>
    build.select(columns).from(sql`(${select.getSQL()}) counted`),
};
