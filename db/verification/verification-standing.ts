import { sql, type SQL } from 'drizzle-orm';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { Viewer } from '../../core/access/access.ts';
import type { VerificationStanding } from '../../core/tenants/tenant.ts';
import type { Verdict } from '../../core/runs/verdict.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';

/**
 * How tenants stand and since when: the latest verdict, the attempt under way, the end of the last good verification and
 * of the first one after it that was not. Each is a lookup in an index of its own, so neither a long history nor a long
 * bad streak makes it slower. Conditions are written out as the indexes have them, or PostgreSQL does not take them.
 */
export async function listVerificationStandings(
  db: Db,
  { userId, workspaceId }: Viewer,
  tenantIds: readonly number[],
): Promise<(VerificationStanding & { readonly tenantId: number })[]> {
  const rows = await db.execute<StandingRow>(sql`
    /* listVerificationStandings */
    select asked.tenant_id, latest.verdict, latest.id as verdict_run_id, under_way.id as under_way_run_id,
      good.completed_at as good_at, failed.completed_at as failed_at
    from unnest(${sql.param([...tenantIds])}::bigint[]) as asked (tenant_id)
    join entitled_tenants e on e.tenant_id = asked.tenant_id and e.user_id = ${userId}
      and ${workspaceId === null ? sql`true` : sql`e.workspace_id = ${workspaceId}`}
    left join lateral (
      select run.id, run.verdict from operation_runs run
      where run.tenant_id = asked.tenant_id and run.verdict is not null
      order by run.id desc limit 1) latest on true
    left join lateral (
      select run.id from operation_runs run where ${isUnderWay(sql`asked.tenant_id`)}
      order by run.id desc limit 1) under_way on true
    left join lateral (
      select run.id, run.completed_at from operation_runs run
      where run.tenant_id = asked.tenant_id and run.verdict = 'ready'
      order by run.id desc limit 1) good on true
    left join lateral (
      select run.completed_at from operation_runs run
      where run.tenant_id = asked.tenant_id and run.verdict <> 'ready' and run.id > coalesce(good.id, 0)
      order by run.id limit 1) failed on true`);
  return rows.map((row) => ({
    tenantId: Number(row.tenant_id),
    verdict: row.verdict,
    verdictRunId: toId(row.verdict_run_id),
    underWayRunId: toId(row.under_way_run_id),
    lastGoodAt: toDate(row.good_at),
    firstFailedAt: toDate(row.failed_at),
  }));
}

/** The latest verdict of the same tenant before each run; none where there was none, or the run is not the viewer's. */
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

/** Of the row `run`. */
export function isUnderWay(tenantId: SQL): SQL {
  return sql`run.tenant_id = ${tenantId} and run.type = ${sql.raw(`'${verificationType}'`)}
    and run.status in ('queued', 'running') and not run.is_rehearsal`;
}

interface StandingRow extends Record<string, unknown> {
  readonly tenant_id: string;
  readonly verdict: Verdict | null;
  readonly verdict_run_id: string | null;
  readonly under_way_run_id: string | null;
  readonly good_at: string | null;
  readonly failed_at: string | null;
}

function toId(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** drizzle leaves times as PostgreSQL writes them. */
function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
