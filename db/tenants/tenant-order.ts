import { asc, desc, or, sql, type SQL } from 'drizzle-orm';
import { badInput } from '../../core/fault.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { PageRequest } from '../../core/page.ts';
import type { Readiness, TenantOrder } from '../../core/tenants/tenant.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { isUnderWay } from '../verification/verification-standing.ts';
import { directionOf, fieldOf, keyOfCursor, type SortKey } from '../engine/cursor.ts';
import { operationRuns } from '../tables/runs.ts';
import { tenants } from '../tables/tenancy.ts';

/** Of the latest attempt: one index lookup per tenant, however many runs exist. */
const ofLatest = (value: SQL) => sql`(
  select ${value}
  from ${operationRuns} latest
  where latest.tenant_id = ${tenants.id} and latest.type = ${sql.raw(`'${verificationType}'`)} and not latest.is_rehearsal
  order by latest.id desc limit 1)`;

/** Of the latest verdict: one lookup in an index of its own. An attempt under way moves no tenant. */
const verdictSql = sql<Exclude<Readiness, 'running'>>`coalesce((
  select run.verdict from operation_runs run
  where run.tenant_id = ${tenants.id} and run.verdict is not null
  order by run.id desc limit 1), 'never_verified')`;

/** By verdict; `running` are those with an attempt under way, whatever their verdict. */
export function standsAt(readiness: readonly Readiness[]): SQL | undefined {
  const verdicts = readiness.filter((value) => value !== 'running');
  const underWay = sql`exists (select from operation_runs run where ${isUnderWay(sql`${tenants.id}`)})`;
  return or(
    verdicts.length > 0 || readiness.length === 0 ? isOneOf(verdictSql, verdicts) : undefined,
    readiness.includes('running') ? underWay : undefined,
  );
}

/** What a tenant is sorted by before its name: nothing, how urgent it is, or its latest attempt (0: none, so oldest). */
const ranks: Readonly<Record<TenantOrder['field'], SQL<number> | null>> = {
  name: null,
  readiness: sql<number>`array_position(array['blocked', 'needs_attention', 'never_verified', 'ready'], ${verdictSql})`,
  latest_verification: sql<number>`coalesce(${ofLatest(sql`latest.id`)}, 0)`,
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

export function toOrderBy(order: TenantOrder, page: PageRequest): SQL {
  const inOrder = isAscending(order, page) ? asc : desc;
  return sql.join(
    columnsOf(order.field).map((column) => inOrder(column)),
    sql`, `,
  );
}

/** Carries the order it belongs to: in another one it would name another place. */
export function toSortKey(order: TenantOrder, { rank, name, id }: RankedTenant): SortKey {
  return [nameOf(order), rank, name, id];
}

function isAscending({ direction }: TenantOrder, page: PageRequest): boolean {
  return (direction === 'asc') === (directionOf(page) === 'forward');
}

export function behindCursor(order: TenantOrder, page: PageRequest): SQL | undefined {
  const key = keyOfCursor(page, ['text', 'integer', 'text', 'integer']);
  if (key === null) return undefined;
  const [belongsTo, rank, name, id] = key;
  if (belongsTo !== nameOf(order)) {
    throw badInput(
      fieldOf(page),
      'This cursor belongs to another orderBy. Begin without one when the order changes.',
    );
  }
  const place =
    ranks[order.field] === null
      ? [sql`${name}`, sql`${id}`]
      : [sql`${rank}::bigint`, sql`${name}`, sql`${id}`];
  const isBehind = sql.raw(isAscending(order, page) ? '>' : '<');
  return sql`(${sql.join(columnsOf(order.field), sql`, `)}) ${isBehind} (${sql.join(place, sql`, `)})`;
}

/** By name alone the index on workspace and name gives the page. */
function columnsOf(field: TenantOrder['field']): SQL[] {
  const rank = ranks[field];
  return [...(rank === null ? [] : [rank]), sql`${tenants.name}`, sql`${tenants.id}`];
}

const nameOf = ({ field, direction }: TenantOrder) => `${field} ${direction}`;
