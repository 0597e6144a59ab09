import { sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { reasonCodes } from '../../core/reasons/reasons.ts';
import { namedKinds, sentenceFor, type NamedFact } from '../../core/reasons/sentences.ts';
import { isTransport, transportReasons } from '../../core/reasons/transport.ts';
import type { ReasonCluster } from '../../core/tenants/workspace.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';

/** The codes that belong to one cluster: all the ways in which Microsoft could not be reached are one. */
export function clusterOf(reason: string): readonly string[] {
  return isTransport(reason) ? transportReasons : [reason];
}

/** Named by at most this many tenants: enough to recognize the cluster, not to work through it. */
const samples = 3;

/** Over the viewer's tenants that are not archived; most blocking first. A tenant may be in several clusters. */
export async function listReasonClusters(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  { first, atLeast }: { readonly first: number; readonly atLeast: number },
): Promise<ReasonCluster[]> {
  const rows = await db.execute<ClusterRow>(toStatement(viewer, workspaceId, first, atLeast));
  return rows.map(({ code, tenants: tenantCount, blocked, ids, facts }) => ({
    code,
    message: sentenceFor(code, facts),
    isTransport: isTransport(code),
    tenantCount,
    blockedCount: blocked,
    tenantIds: ids.map(Number),
  }));
}

function toStatement(viewer: Viewer, workspaceId: number, first: number, atLeast: number): SQL {
  return sql`
    /* listReasonClusters */
    with found as (
      select e.tenant_id, code, case when ${isOneOf(sql`code`, transportReasons)} then '' else code end as cause,
        code = any(standing.blocking_codes) as blocks
      from entitled_tenants e
      join tenants t on t.id = e.tenant_id and t.status <> 'archived'
      join tenant_standing standing on standing.tenant_id = e.tenant_id
      cross join lateral unnest(standing.reason_codes) code
      where e.user_id = ${viewer.userId} and e.workspace_id = ${workspaceId}
        and ${viewer.workspaceId === null ? sql`true` : sql`e.workspace_id = ${viewer.workspaceId}`}
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
      select coalesce(jsonb_agg(distinct fact), '[]')
      from (select distinct tenant_id from found where found.cause = of_cause.cause and found.code = of_cause.code) held
      join tenant_standing standing using (tenant_id)
      cross join lateral jsonb_array_elements(standing.reasons) reason
      cross join lateral jsonb_array_elements(reason -> 'facts') fact
      where reason ->> 'code' = of_cause.code and ${isOneOf(sql`fact ->> 'kind'`, factKinds)}) as facts
    from of_cause order by blocked desc, tenants desc, code`;
}

interface ClusterRow extends Record<string, unknown> {
  readonly code: string;
  readonly tenants: number;
  readonly blocked: number;
  readonly ids: string[];
  readonly facts: NamedFact[];
}

const factKinds = [...new Set(reasonCodes.flatMap(namedKinds))];
