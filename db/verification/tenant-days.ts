import { sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { dayLetters, writeLetters, type ReadinessHistory } from '../../core/tenants/readiness-history.ts';
import type { Db } from '../engine/client.ts';

/**
 * The last days of every tenant that the viewer sees in the workspace and that is not archived, in one statement: a range
 * of the primary key for each, however many verifications there were.
 */
export async function getReadinessHistory(
  db: Db,
  { userId, workspaceId: only }: Viewer,
  workspaceId: number,
  { days, now }: { readonly days: number; readonly now: Date },
): Promise<ReadinessHistory> {
  const rows = await db.execute<{ tenant_id: string | null; today: string; known: string[] | null }>(sql`
    /* getReadinessHistory */
    with calendar as materialized (
      select (${now.toISOString()}::timestamptz at time zone time_zone)::date as today
      from workspaces where id = ${workspaceId}
    )
    select tenant.id as tenant_id, calendar.today::text as today, days.known
    from calendar
    left join (tenants tenant join entitled_tenants entitled on entitled.tenant_id = tenant.id
      and entitled.user_id = ${userId} and ${only === null ? sql`true` : sql`entitled.workspace_id = ${only}`})
      on tenant.workspace_id = ${workspaceId} and tenant.status <> 'archived'
    left join lateral (
      select array_agg((case each.overall when 'ready' then ${dayLetters.ready}
        when 'needs_attention' then ${dayLetters.needs_attention} else ${dayLetters.blocked} end)
        || (each.day - calendar.today + ${days - 1}::int)) as known
      from tenant_days each
      where each.tenant_id = tenant.id and each.day > calendar.today - ${days}::int and each.day <= calendar.today) days on true`);
  const ofTenants = rows
    .flatMap(({ tenant_id, known }) =>
      tenant_id === null ? [] : [{ tenantId: Number(tenant_id), letters: writeLetters(days, known ?? []) }],
    )
    .toSorted((one, other) => one.tenantId - other.tenantId);
  return { days: daysUntil(rows[0]?.today, days), tenants: ofTenants };
}

function daysUntil(today: string | undefined, days: number): string[] {
  if (today === undefined) return [];
  const last = Date.parse(today);
  // In UTC, where every day has 24 hours.
  return Array.from({ length: days }, (_, index) =>
    new Date(last - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The tenants with a day that is missing or differs from the runs that are kept. */
export async function listLackingDays(db: Db, tenantIds: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ tenant_id: string }>(sql`/* listLackingDays */
    select distinct tenant_id from tenant_days_lacking(${sql.param([...tenantIds])}::bigint[])`);
  return rows.map(({ tenant_id }) => Number(tenant_id));
}

export async function repairDays(db: Db, tenantIds: readonly number[]): Promise<void> {
  await db.execute(sql`/* repairDays */
    select from repair_tenant_days(${sql.param([...tenantIds])}::bigint[])`);
}
