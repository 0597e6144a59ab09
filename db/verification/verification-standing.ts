import { sql } from 'drizzle-orm';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { Viewer } from '../../core/access/access.ts';
import type { VerificationStanding } from '../../core/tenants/tenant.ts';
import type { Db } from '../engine/client.ts';

/**
 * Since when a tenant is as it is: the end of its last good verification, and of the first one after it that was not.
 * Two lookups a tenant in indexes of their own, so neither a long history nor a long bad streak makes it slower. The
 * type is written out: PostgreSQL takes a partial index only when it sees its condition in the statement.
 */
export async function listVerificationStandings(
  db: Db,
  { userId, workspaceId }: Viewer,
  tenantIds: readonly number[],
): Promise<(VerificationStanding & { readonly tenantId: number })[]> {
  const isVerdict = (run: string) =>
    sql.raw(
      `${run}.tenant_id = asked.tenant_id and ${run}.type = '${verificationType}' and ${run}.status = 'completed' and not ${run}.is_rehearsal`,
    );
  const rows = await db.execute<{ tenant_id: string; good_at: string | null; failed_at: string | null }>(sql`
    /* listVerificationStandings */
    select asked.tenant_id, good.completed_at as good_at, failed.completed_at as failed_at
    from unnest(${sql.param([...tenantIds])}::bigint[]) as asked (tenant_id)
    join entitled_tenants e on e.tenant_id = asked.tenant_id and e.user_id = ${userId}
      and ${workspaceId === null ? sql`true` : sql`e.workspace_id = ${workspaceId}`}
    left join lateral (
      select run.id, run.completed_at from operation_runs run
      where ${isVerdict('run')} and run.report_overall = 'ready'
      order by run.id desc limit 1) good on true
    left join lateral (
      select run.completed_at from operation_runs run
      where ${isVerdict('run')} and run.report_overall <> 'ready' and run.outcome <> 'cancelled'
        and run.id > coalesce(good.id, 0)
      order by run.id limit 1) failed on true`);
  return rows.map((row) => ({
    tenantId: Number(row.tenant_id),
    lastGoodAt: toDate(row.good_at),
    firstFailedAt: toDate(row.failed_at),
  }));
}

/** drizzle leaves times as PostgreSQL writes them. */
function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
