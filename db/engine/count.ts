import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { QueryBuilder } from 'drizzle-orm/pg-core';

const columns = { count: sql<number>`count(*)`.mapWith(Number) };

/** Counts the rows of `select`. If it has a limit, PostgreSQL reads no more rows than that. */
export const countUpTo = {
  columns,
  write: (build: QueryBuilder, select: { getSQL(): SQL }) =>
    build.select(columns).from(sql`(${select.getSQL()}) counted`),
};

type Limit = number | Placeholder;

/** The same for a select without a limit of its own; a null `limit` counts all of its rows. */
export function countMatching(
  build: QueryBuilder,
  matching: { getSQL(): SQL; limit(limit: Limit): { getSQL(): SQL } },
  limit: Limit | null,
) {
  return countUpTo.write(build, limit === null ? matching : matching.limit(limit));
}
