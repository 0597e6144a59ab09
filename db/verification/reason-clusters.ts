import { sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { reasonCodes } from '../../core/reasons/reasons.ts';
import { namedKinds, sentenceFor, type NamedFact } from '../../core/reasons/sentences.ts';
import { isTransport, transportReasons } from '../../core/reasons/transport.ts';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { tenants } from '../tables/tenancy.ts';

/**
 * The checks of a tenant's latest verdict: an attempt under way, and one that ended without a verdict, say nothing, and
 * what was known still holds. One index lookup a tenant. A report that was changed behind our back is not believed.
 */
const latestChecks = (tenantId: SQL) => sql`(
  select it, bool_or(it ->> 'reason_code' = 'permissions.unverifiable') over () as is_unverifiable
  from (
    select run.context, run.verdict, run.report_intact from operation_runs run
    where run.tenant_id = ${tenantId} and run.verdict is not null
    order by run.id desc limit 1) latest
  cross join lateral jsonb_array_elements(latest.context -> 'verification_report' -> 'checks') each (it)
  where latest.verdict <> 'ready' and latest.report_intact)`;

/**
 * Root causes only. Skipped checks are left out: what they depend on is in the list itself. So is what could not be read
 * for lack of a right where the report says already that the rights could not be read.
 */
const isOpen = sql`(c.it ->> 'status' in ('fail', 'warn', 'unknown') and c.it ->> 'reason_code' is not null
  and not (c.is_unverifiable and c.it ->> 'status' = 'unknown' and c.it ->> 'reason_code' = 'permission.missing'))`;

const codeOf = sql`(c.it ->> 'reason_code')`;
const isTransportReason = isOneOf(codeOf, transportReasons);

/** Whether the tenant is one of the cluster's. All the ways in which Microsoft could not be reached are one. */
export function isHeldBackBy(reason: string): SQL {
  const fits = isTransport(reason) ? isTransportReason : sql`${codeOf} = ${reason}`;
  return sql`exists (select from ${latestChecks(sql`${tenants.id}`)} c where ${isOpen} and ${fits})`;
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
  const rows = await db.execute<ClusterRow>(sql`
    /* listReasonClusters */
    with found as (
      select e.tenant_id, ${codeOf} as code, case when ${isTransportReason} then '' else ${codeOf} end as cause,
        c.it ->> 'status' = 'fail' and (c.it ->> 'blocking')::boolean as blocks, c.it -> 'evidence' as evidence
      from entitled_tenants e
      join tenants t on t.id = e.tenant_id and t.status <> 'archived'
      cross join lateral ${latestChecks(sql`e.tenant_id`)} c
      where e.user_id = ${viewer.userId} and e.workspace_id = ${workspaceId}
        and ${viewer.workspaceId === null ? sql`true` : sql`e.workspace_id = ${viewer.workspaceId}`}
        and ${isOpen}
    ), of_tenant as (
      select cause, tenant_id, bool_or(blocks) as blocks, mode() within group (order by code) as code
      from found group by cause, tenant_id
    ), of_cause as (
      select cause, mode() within group (order by code) as code, count(*)::int as tenants,
        count(*) filter (where blocks)::int as blocked,
        (array_agg(tenant_id order by blocks desc, tenant_id))[1:${sql.raw(String(samples))}]::text[] as ids
      from of_tenant group by cause having count(*) >= ${atLeast}
      order by blocked desc, tenants desc, code limit ${first})
    select code, tenants, blocked, ids, (
      select coalesce(jsonb_agg(distinct fact), '[]') from found cross join lateral jsonb_array_elements(found.evidence) fact
      where found.cause = of_cause.cause and found.code = of_cause.code
        and ${isOneOf(sql`fact ->> 'kind'`, factKinds)}) as facts
    from of_cause order by blocked desc, tenants desc, code`);
  return rows.map(({ code, tenants: tenantCount, blocked, ids, facts }) => ({
    code,
    message: sentenceFor(code, facts),
    isTransport: isTransport(code),
    tenantCount,
    blockedCount: blocked,
    tenantIds: ids.map(Number),
  }));
}

interface ClusterRow extends Record<string, unknown> {
  readonly code: string;
  readonly tenants: number;
  readonly blocked: number;
  readonly ids: string[];
  readonly facts: NamedFact[];
}

const factKinds = [...new Set(reasonCodes.flatMap(namedKinds))];
