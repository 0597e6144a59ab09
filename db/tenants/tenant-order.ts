import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import { badInput } from '../../core/fault.ts';
import type { PageRequest } from '../../core/page.ts';
import type { TenantOrder } from '../../core/tenants/tenant.ts';
import { directionOf, fieldOf, keyOfCursor, type SortKey } from '../engine/cursor.ts';
import { tenantStanding } from '../tables/standing.ts';
import { tenants } from '../tables/tenancy.ts';

/** What tenants are sorted by before their name: nothing, urgency, or their latest attempt (0: none, so oldest). */
const ranks: Readonly<Record<TenantOrder['field'], SQL<number> | null>> = {
  name: null,
  readiness: sql<number>`array_position(array['blocked', 'needs_attention', 'never_verified', 'ready'],
    coalesce(${tenantStanding.overall}, 'never_verified'))`,
  latest_verification: sql<number>`coalesce(${tenantStanding.latestRunId}, 0)`,
};

export interface RankedTenant {
  readonly id: number;
  readonly name: string;
  readonly rank: number;
}

export const noRank = sql<number>`0`;

export function rankOf({ field }: TenantOrder): SQL<number> {
  return (ranks[field] ?? noRank).mapWith(Number);
}

export function toOrderBy({ field, direction }: TenantOrder): SQL {
  return sql.join(
    columnsOf(field).map((column) => sql`${column} ${sql.raw(direction)}`),
    sql`, `,
  );
}

/** Contains the order it belongs to: in another order it would name a different place. */
export function toSortKey(order: TenantOrder, { rank, name, id }: RankedTenant): SortKey {
  return [nameOf(order), rank, name, id];
}

/** The order in which rows are read: reversed for a page from the end. */
export function toReadingOrder({ field, direction }: TenantOrder, page: PageRequest): TenantOrder {
  if (directionOf(page) === 'forward') return { field, direction };
  return { field, direction: direction === 'asc' ? 'desc' : 'asc' };
}

/** Where a page starts; null: at the beginning. */
export interface Place {
  readonly afterRank: number | null;
  readonly afterName: string | null;
  readonly afterId: number | null;
}

export function parsePlace(order: TenantOrder, page: PageRequest): Place {
  const key = keyOfCursor(page, ['text', 'integer', 'text', 'integer']);
  if (key === null) return { afterRank: null, afterName: null, afterId: null };
  const [belongsTo, rank, name, id] = key;
  if (belongsTo !== nameOf(order)) {
    throw badInput(
      fieldOf(page),
      `This cursor belongs to another orderBy. Omit ${fieldOf(page)} when the order changes.`,
    );
  }
  const afterRank = ranks[order.field] === null ? null : Number(rank);
  return { afterRank, afterName: String(name), afterId: Number(id) };
}

export function isAfter(
  order: TenantOrder,
  { afterRank, afterName, afterId }: Readonly<Record<keyof Place, Placeholder | null>>,
): SQL | undefined {
  if (afterId === null) return undefined;
  const place = [
    ...(afterRank === null ? [] : [sql`${afterRank}::bigint`]),
    sql`${afterName}`,
    sql`${afterId}`,
  ];
  const isBehind = sql.raw(order.direction === 'asc' ? '>' : '<');
  return sql`(${sql.join(columnsOf(order.field), sql`, `)}) ${isBehind} (${sql.join(place, sql`, `)})`;
}

/** By name alone, the index on workspace and name provides the page. */
function columnsOf(field: TenantOrder['field']): SQL[] {
  const rank = ranks[field];
  return [...(rank === null ? [] : [rank]), sql`${tenants.name}`, sql`${tenants.id}`];
}

const nameOf = ({ field, direction }: TenantOrder) => `${field} ${direction}`;
