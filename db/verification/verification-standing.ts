import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { StandingOfTenant } from '../../core/tenants/tenant.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { tenantStanding } from '../tables/standing.ts';
import { entitledTenants, tenants } from '../tables/tenancy.ts';

export const standingColumns = {
  tenantId: tenantStanding.tenantId,
  verdict: tenantStanding.overall,
  verdictRunId: tenantStanding.verdictRunId,
  underWayRunId: tenantStanding.underWayRunId,
  lastGoodAt: tenantStanding.lastReadyAt,
  firstFailedAt: tenantStanding.firstNotReadyAt,
};

const standings = createRead(
  'listVerificationStandings',
  standingColumns,
  (build, { tenantIds, ...reader }: Slots<Reader & { readonly tenantIds: readonly number[] }>) =>
    build
      .select(standingColumns)
      .from(tenantStanding)
      .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenantStanding.tenantId))
      .where(and(viewerIs(reader), isOneOf(tenantStanding.tenantId, tenantIds))),
);

/**
 * The standing of tenants and its dates: the latest verdict, the active attempt, the last ready one and the first
 * after it.
 */
export async function listVerificationStandings(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<StandingOfTenant[]> {
  return await standings(db, { ...toReader(viewer), tenantIds });
}

/** The previous verdict of the same tenant for each run; none if there was none or the run is not the viewer's. */
export async function listVerdictsBefore(
  db: Db,
  { userId, workspaceId }: Viewer,
  runIds: readonly number[],
): Promise<{ readonly runId: number; readonly verdictRunId: number }[]> {
  const rows = await db.execute<{ run_id: string; verdict_run_id: string }>(sql`/* listVerdictsBefore */
    select asked.id as run_id, latest.id as verdict_run_id
    from operation_runs asked
    join entitled_tenants e on e.tenant_id = asked.tenant_id and e.user_id = ${userId}
      and ${workspaceId === null ? sql`true` : sql`e.workspace_id = ${workspaceId}`}
    cross join lateral (
      select run.id from operation_runs run
      where run.tenant_id = asked.tenant_id and run.verdict is not null and run.id < asked.id
      order by run.id desc limit 1) latest
    where ${isOneOf(sql`asked.id`, runIds)}`);
  return rows.map((row) => ({ runId: Number(row.run_id), verdictRunId: Number(row.verdict_run_id) }));
}

/** Corrects the tenants' rows; returns those that were wrong. Locks each of them until the transaction ends. */
export async function refreshStandings(db: Db, tenantIds: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ tenant_id: string }>(sql`/* refreshStandings */
    select tenant_id from refresh_tenant_standing(${sql.param([...tenantIds])}::bigint[]) as changed (tenant_id)`);
  return rows.map((row) => Number(row.tenant_id));
}

/** The tenants whose row differs from their history. Nothing is said about one that changes in the meantime. */
export async function listStaleStandings(db: Db, tenantIds: readonly number[]): Promise<number[]> {
  const rows = await db.execute<{ tenant_id: string }>(sql`/* listStaleStandings */
    select found.tenant_id from tenant_standing_of(${sql.param([...tenantIds])}::bigint[]) found
    left join tenant_standing known on known.tenant_id = found.tenant_id
    where known is distinct from found order by found.tenant_id`);
  return rows.map((row) => Number(row.tenant_id));
}

/** By id, after `after`, in all workspaces. */
export async function listTenantIds(db: Db, after: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(gt(tenants.id, after))
    .orderBy(asc(tenants.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
