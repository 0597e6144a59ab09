import { and, desc, eq, gt, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { OperationRun, RunEvent, RunFilter, RunScope } from '../../core/runs/run.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { parseCursor, toPage } from '../engine/cursor.ts';
import { operationRunEvents, operationRuns } from '../tables/runs.ts';

/** Everything but `context`: reading runs, also a page of them, de-toasts no document. */
export const runColumns = {
  id: operationRuns.id,
  workspaceId: operationRuns.workspaceId,
  tenantId: operationRuns.tenantId,
  type: operationRuns.type,
  status: operationRuns.status,
  outcome: operationRuns.outcome,
  version: operationRuns.version,
  attempt: operationRuns.attempt,
  initiatorUserId: operationRuns.initiatorUserId,
  providerConnectionId: operationRuns.providerConnectionId,
  summaryCounts: operationRuns.summaryCounts,
  failureSummary: operationRuns.failureSummary,
  reasonCode: operationRuns.reasonCode,
  reportOverall: operationRuns.reportOverall,
  reportCounts: operationRuns.reportCounts,
  reportIntact: operationRuns.reportIntact,
  isRehearsal: operationRuns.isRehearsal,
  createdAt: operationRuns.createdAt,
  startedAt: operationRuns.startedAt,
  completedAt: operationRuns.completedAt,
  cancelRequestedAt: operationRuns.cancelRequestedAt,
};

/** Literal, so that the planner can prove that the partial indexes of active runs apply. */
export const runIsActive = sql`operation_runs.status in ('queued', 'running')`;

/**
 * A run of a tenant exists for whoever is entitled to the tenant, a run without one for every member of the workspace.
 * As a condition on the run and not as a join: a run has at most one of the two reasons to be seen. Columns are spelled
 * out: drizzle writes those of a one-table select without their table in some places, and a subquery then takes them
 * for its own.
 */
export function runIsVisibleTo({ userId, workspaceId }: Viewer): SQL | undefined {
  return and(
    workspaceId === null ? undefined : eq(operationRuns.workspaceId, workspaceId),
    sql`case when operation_runs.tenant_id is null
      then exists (select from workspace_memberships m
        where m.workspace_id = operation_runs.workspace_id and m.user_id = ${userId})
      else exists (select from entitled_tenants e
        where e.tenant_id = operation_runs.tenant_id and e.user_id = ${userId}) end`,
  );
}

export async function listRunsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<OperationRun[]> {
  return await db
    .select(runColumns)
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(viewer)));
}

/** The latest attempt of each tenant, whatever its status, rehearsals aside: one index lookup a tenant, however many runs exist. */
export async function listLatestRuns(
  db: Db,
  viewer: Viewer,
  type: OperationType,
  tenantIds: readonly number[],
): Promise<OperationRun[]> {
  const latest = db
    .select(runColumns)
    .from(operationRuns)
    .where(
      and(
        sql`${operationRuns.tenantId} = asked.tenant_id`,
        eq(operationRuns.type, type),
        sql`not ${operationRuns.isRehearsal}`,
      ),
    )
    .orderBy(desc(operationRuns.id))
    .limit(1)
    .as('latest');
  return await db
    .select(latest._.selectedFields)
    .from(sql`unnest(${sql.param([...tenantIds])}::bigint[]) as asked (tenant_id)`)
    .innerJoinLateral(latest, sql`true`)
    .where(
      sql`exists (select from entitled_tenants e where e.tenant_id = asked.tenant_id and e.user_id = ${viewer.userId}
        ${viewer.workspaceId === null ? sql`` : sql`and e.workspace_id = ${viewer.workspaceId}`})`,
    );
}

/** Newest first. Cursor key: [id]. */
export async function pageRuns(
  db: Db,
  viewer: Viewer,
  filter: RunFilter,
  page: PageRequest,
): Promise<Page<OperationRun>> {
  const rows = await db
    .select(runColumns)
    .from(operationRuns)
    .where(and(matches(filter), runIsVisibleTo(viewer), afterCursor(page)))
    .orderBy(desc(operationRuns.id))
    .limit(page.first + 1);
  return toPage(rows, page, ({ id }) => [id]);
}

export async function countRuns(db: Db, viewer: Viewer, filter: RunFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(operationRuns)
    .where(and(matches(filter), runIsVisibleTo(viewer)));
  return row?.count ?? 0;
}

function matches({
  workspaceId,
  tenantId,
  connectionId,
  types,
  status,
  outcome,
}: RunFilter): SQL | undefined {
  return and(
    eq(operationRuns.workspaceId, workspaceId),
    tenantId === null ? undefined : eq(operationRuns.tenantId, tenantId),
    connectionId === undefined ? undefined : eq(operationRuns.providerConnectionId, connectionId),
    types === null ? undefined : isOneOf(operationRuns.type, types),
    status === null ? undefined : isOneOf(operationRuns.status, status),
    outcome === null ? undefined : isOneOf(operationRuns.outcome, outcome),
  );
}

function afterCursor({ after }: PageRequest): SQL | undefined {
  if (after === null) return undefined;
  const [id] = parseCursor(after, ['integer']);
  return lt(operationRuns.id, Number(id));
}

/** What the runs are about: reads `context`, so ask only when a query does. */
export async function listRunScopes(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<{ id: number; scope: RunScope }[]> {
  return await db
    .select({
      id: operationRuns.id,
      scope: sql<RunScope>`${operationRuns.context} - 'verification_report'`,
    })
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(viewer)));
}

/** The stored documents as they are: whoever shows one parses it first (core's parseReport). */
export async function listReportDocuments(
  db: Db,
  viewer: Viewer,
  runIds: readonly number[],
): Promise<{ id: number; document: unknown }[]> {
  return await db
    .select({
      id: operationRuns.id,
      document: sql<unknown>`${operationRuns.context} -> 'verification_report'`,
    })
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, runIds), runIsVisibleTo(viewer)));
}

/**
 * The run whose report a new report is compared with: the tenant's latest completed one of that type, before run
 * `before` where that is given.
 */
export async function findPreviousReportRun(
  db: Db,
  { tenantId, type, before }: { tenantId: number; type: OperationType; before?: number },
): Promise<number | null> {
  const [previous] = await db
    .select({ id: operationRuns.id })
    .from(operationRuns)
    .where(
      and(
        eq(operationRuns.tenantId, tenantId),
        eq(operationRuns.type, type),
        sql`not ${operationRuns.isRehearsal}`,
        before === undefined ? undefined : lt(operationRuns.id, before),
        eq(operationRuns.status, 'completed'),
        isNotNull(operationRuns.reportOverall),
      ),
    )
    .orderBy(desc(operationRuns.id))
    .limit(1);
  return previous?.id ?? null;
}

/** The queued or running run on a connection. Exact only under the connection's row lock. */
export async function findActiveRun(
  db: Db,
  connectionId: number,
): Promise<{ id: number; identity: string } | null> {
  const [active] = await db
    .select({ id: operationRuns.id, identity: sql<string>`coalesce(${operationRuns.runIdentityHash}, '')` })
    .from(operationRuns)
    .where(and(eq(operationRuns.providerConnectionId, connectionId), runIsActive));
  return active ?? null;
}

export async function listRunEvents(
  db: Db,
  viewer: Viewer,
  run: Pick<OperationRun, 'id'>,
  page: { readonly first: number; readonly after: number },
): Promise<RunEvent[]> {
  return await db
    .select({
      seq: operationRunEvents.seq,
      at: operationRunEvents.at,
      kind: operationRunEvents.kind,
      message: operationRunEvents.message,
      checkKey: sql<string | null>`${operationRunEvents.data} ->> 'check_key'`,
    })
    .from(operationRunEvents)
    .innerJoin(operationRuns, eq(operationRuns.id, operationRunEvents.runId))
    .where(
      and(
        eq(operationRunEvents.runId, run.id),
        gt(operationRunEvents.seq, page.after),
        runIsVisibleTo(viewer),
      ),
    )
    .orderBy(operationRunEvents.seq)
    .limit(page.first);
}

/** The queued or running run of each connection, if there is one. */
export async function listActiveRuns(
  db: Db,
  viewer: Viewer,
  connectionIds: readonly number[],
): Promise<OperationRun[]> {
  return await db
    .select(runColumns)
    .from(operationRuns)
    .where(
      and(isOneOf(operationRuns.providerConnectionId, connectionIds), runIsActive, runIsVisibleTo(viewer)),
    );
}
