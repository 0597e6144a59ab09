import { sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { dayLetters, notVerifiedLetter, type ReadinessHistory } from '../../core/tenants/readiness-history.ts';
import type { Db } from '../engine/client.ts';

/**
 * The last days of every tenant that the viewer sees in the workspace and that is not archived, in one statement: a row of
 * letters for each, however many verifications there were.
 */
export async function getReadinessHistory(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  { days, now }: { readonly days: number; readonly now: Date },
): Promise<ReadinessHistory> {
  const rows = await db.execute<{ tenant_id: string | null; days: string[]; letters: string | null }>(sql`
    /* getReadinessHistory */
    with calendar as (
      select day::date from workspaces workspace, generate_series(
        (${now.toISOString()}::timestamptz at time zone workspace.time_zone)::date - ${days - 1}::int,
        (${now.toISOString()}::timestamptz at time zone workspace.time_zone)::date, interval '1 day') day
      where workspace.id = ${workspaceId}
    )
    select tenant.id as tenant_id, (select array_agg(day::text order by day) from calendar) as days,
      (select string_agg(case known.overall when 'ready' then ${dayLetters.ready} when 'needs_attention' then ${dayLetters.needs_attention}
          when 'blocked' then ${dayLetters.blocked} else ${notVerifiedLetter} end, '' order by calendar.day)
        from calendar left join tenant_days known on known.tenant_id = tenant.id and known.day = calendar.day) as letters
    from (select) always
    left join (tenants tenant join entitled_tenants entitled on entitled.tenant_id = tenant.id and entitled.user_id = ${viewer.userId}
      ${viewer.workspaceId === null ? sql`` : sql`and entitled.workspace_id = ${viewer.workspaceId}`})
      on tenant.workspace_id = ${workspaceId} and tenant.status <> 'archived'
    order by tenant.id`);
  return {
    days: rows[0]?.days ?? [],
    tenants: rows.flatMap(({ tenant_id, letters }) =>
      tenant_id === null || letters === null ? [] : [{ tenantId: Number(tenant_id), letters }],
    ),
  };
}

/** Of the tenants: those that have a verdict whose day is missing, older or another. */
export async function listLackingDays(db: Db, tenantIds: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ tenant_id: string }>(sql`/* listLackingDays */
    select distinct tenant_id from tenant_days_lacking(${sql.param([...tenantIds])}::bigint[])`);
  return rows.map(({ tenant_id }) => Number(tenant_id));
}

export async function repairDays(db: Db, tenantIds: readonly number[]): Promise<void> {
  await db.execute(sql`/* repairDays */
    select from repair_tenant_days(${sql.param([...tenantIds])}::bigint[])`);
}
