import { sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';
import type { Db } from '../engine/client.ts';
import { tenants } from '../tables/tenancy.ts';

/**
 * The checks of a tenant's latest verification that has ended; one under way says nothing yet, and the one before it
 * still holds. One index lookup a tenant. A report that was changed behind our back is not believed.
 */
const latestChecks = (tenantId: SQL) => sql`(
  select jsonb_array_elements(latest.context -> 'verification_report' -> 'checks') as it
  from (
    select run.context, run.report_overall, run.report_intact from operation_runs run
    where run.tenant_id = ${tenantId} and run.type = ${sql.raw(`'${verificationType}'`)} and not run.is_rehearsal
      and run.status = 'completed'
    order by run.id desc limit 1) latest
  where latest.report_overall <> 'ready' and latest.report_intact)`;

/** Skipped checks are left out: what they depend on is in the list itself. */
const isOpen = sql`c.it ->> 'status' in ('fail', 'warn', 'unknown')`;

/** Whether the tenant is one of the cluster's. */
export function isHeldBackBy(reason: string): SQL {
  return sql`exists (select from ${latestChecks(sql`${tenants.id}`)} c where ${isOpen} and c.it ->> 'reason_code' = ${reason})`;
}

/** Named by that many tenants at most: to recognise what it is about, not to work through them. */
const samples = 3;

/** Over the viewer's tenants that are not archived; what blocks the most first. A tenant may be in several clusters. */
export async function listReasonClusters(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  { first, atLeast }: { readonly first: number; readonly atLeast: number },
): Promise<ReasonCluster[]> {
  const rows = await db.execute<{ code: string; tenants: number; blocked: number; ids: string[] }>(sql`
    /* listReasonClusters */
    select code, count(*)::int as tenants, count(*) filter (where blocks)::int as blocked,
      (array_agg(tenant_id order by blocks desc, tenant_id))[1:${sql.raw(String(samples))}]::text[] as ids
    from (
      select e.tenant_id, c.it ->> 'reason_code' as code,
        bool_or(c.it ->> 'status' = 'fail' and (c.it ->> 'blocking')::boolean) as blocks
      from entitled_tenants e
      join tenants t on t.id = e.tenant_id and t.status <> 'archived'
      cross join lateral ${latestChecks(sql`e.tenant_id`)} c
      where e.user_id = ${viewer.userId} and e.workspace_id = ${workspaceId}
        and ${viewer.workspaceId === null ? sql`true` : sql`e.workspace_id = ${viewer.workspaceId}`}
        and ${isOpen} and c.it ->> 'reason_code' is not null
      group by e.tenant_id, code) of_tenant
    group by code
    having count(*) >= ${atLeast}
    order by blocked desc, tenants desc, code
    limit ${first}`);
  return rows.map(({ code, tenants: tenantCount, blocked, ids }) => ({
    code,
    tenantCount,
    blockedCount: blocked,
    tenantIds: ids.map(Number),
  }));
}
