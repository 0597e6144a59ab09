import { and, desc, eq, gt, isNotNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { OperationRun, RunEvent, RunScope, RunState } from '../../core/runs/run.ts';
import { toReader, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { operationRunEvents, operationRuns } from '../tables/runs.ts';

/** Everything except `context`: reading runs, even a page of them, de-toasts no document. */
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
  trigger: operationRuns.trigger,
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
  lastEventSeq: operationRuns.lastEventSeq,
};

const stateColumns = { ...runColumns, context: sql<string>`${operationRuns.context}::text` };

/** A literal, so that the planner can prove that the partial indexes on active runs apply. */
export const runIsActive = sql`operation_runs.status in ('queued', 'running')`;

/**
 * A tenant's run exists for whoever is entitled to the tenant, a run without a tenant for every member of the
 * workspace. A condition on the run and not a join: a run has at most one of the two reasons to be seen. Columns are
 * spelled out: in some places, drizzle writes those of a one-table select without their table, and a subquery then
 * resolves them to its own.
 */
export function runIsVisibleTo({ userId, workspaceId }: Reader | Slots<Reader>): SQL | undefined {
  return and(
    workspaceId === null ? undefined : eq(operationRuns.workspaceId, workspaceId),
    sql`case when operation_runs.tenant_id is null
      then exists (select from workspace_memberships m
        where m.workspace_id = operation_runs.workspace_id and m.user_id = ${userId})
      else exists (select from entitled_tenants e
        where e.tenant_id = operation_runs.tenant_id and e.user_id = ${userId}) end`,
  );
}

type OfRuns = Slots<Reader & { readonly ids: readonly number[] }>;

const runsById = createRead('listRunsById', runColumns, (build, { ids, ...reader }: OfRuns) =>
  build
    .select(runColumns)
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(reader))),
);

export async function listRunsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<OperationRun[]> {
  return await runsById(db, { ...toReader(viewer), ids });
}

const runStatesById = createRead('listRunStatesById', stateColumns, (build, { ids, ...reader }: OfRuns) =>
  build
    .select(stateColumns)
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(reader))),
);

/** Runs with everything they have at one version: for an answer that shows more of a run than its row. */
export async function listRunStatesById(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Omit<RunState, 'accessEpoch'>[]> {
  const rows = await runStatesById(db, { ...toReader(viewer), ids });
  return rows.map(({ context, ...run }) => toState(run, context));
}

/** Most changed runs are watched only for their row, so the document is parsed on demand. */
export function toState(run: OperationRun, context: string): Omit<RunState, 'accessEpoch'> {
  let parsed: (RunScope & { readonly verification_report?: unknown }) | null = null;
  const parse = () => (parsed ??= JSON.parse(context) as NonNullable<typeof parsed>);
  return {
    run,
    get scope() {
      return parse();
    },
    get document() {
      return parse().verification_report ?? null;
    },
  };
}

type OfTenants = Slots<Reader & { readonly type: string; readonly tenantIds: readonly number[] }>;

const latestRuns = createRead('listLatestRuns', runColumns, (build, asked: OfTenants) => {
  const latest = build
    .select(runColumns)
    .from(operationRuns)
    .where(
      and(
        sql`${operationRuns.tenantId} = asked.tenant_id`,
        eq(operationRuns.type, asked.type),
        sql`not ${operationRuns.isRehearsal}`,
      ),
    )
    .orderBy(desc(operationRuns.id))
    .limit(1)
    .as('latest');
  return build
    .select(latest._.selectedFields)
    .from(sql`unnest(${asked.tenantIds}::bigint[]) as asked (tenant_id)`)
    .innerJoinLateral(latest, sql`true`)
    .where(
      sql`exists (select from entitled_tenants e where e.tenant_id = asked.tenant_id and e.user_id = ${asked.userId}
        ${asked.workspaceId === null ? sql`` : sql`and e.workspace_id = ${asked.workspaceId}`})`,
    );
});

/**
 * Each tenant's latest attempt, whatever its status, not counting rehearsals: one index lookup per tenant, however
 * many runs exist.
 */
export async function listLatestRuns(
  db: Db,
  viewer: Viewer,
  type: OperationType,
  tenantIds: readonly number[],
): Promise<OperationRun[]> {
  return await latestRuns(db, { ...toReader(viewer), type, tenantIds });
}

const scopeColumns = {
  id: operationRuns.id,
  scope: sql<RunScope>`${operationRuns.context} - 'verification_report'`,
};

const runScopes = createRead('listRunScopes', scopeColumns, (build, { ids, ...reader }: OfRuns) =>
  build
    .select(scopeColumns)
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(reader))),
);

/** What the runs are about: reads `context`, so ask only if a query needs it. */
export async function listRunScopes(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<{ id: number; scope: RunScope }[]> {
  return await runScopes(db, { ...toReader(viewer), ids });
}

const documentColumns = {
  id: operationRuns.id,
  document: sql<unknown>`${operationRuns.context} -> 'verification_report'`,
};

const reportDocuments = createRead(
  'listReportDocuments',
  documentColumns,
  (build, { ids, ...reader }: OfRuns) =>
    build
      .select(documentColumns)
      .from(operationRuns)
      .where(and(isOneOf(operationRuns.id, ids), runIsVisibleTo(reader))),
);

/** The stored documents as they are: parse one before showing it (core's parseReport). */
export async function listReportDocuments(
  db: Db,
  viewer: Viewer,
  runIds: readonly number[],
): Promise<{ id: number; document: unknown }[]> {
  return await reportDocuments(db, { ...toReader(viewer), ids: runIds });
}

/**
 * The run whose report a new report is compared with: the tenant's latest completed one of that type, before run
 * `before` if that is given.
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

const activeIdentityColumns = {
  id: operationRuns.id,
  connectionId: sql<number>`${operationRuns.providerConnectionId}`.mapWith(Number),
  identity: sql<string>`coalesce(${operationRuns.runIdentityHash}, '')`,
};

const activeIdentities = createRead(
  'listActiveIdentities',
  activeIdentityColumns,
  (build, { connectionIds }: Slots<{ readonly connectionIds: readonly number[] }>) =>
    build
      .select(activeIdentityColumns)
      .from(operationRuns)
      .where(and(isOneOf(operationRuns.providerConnectionId, connectionIds), runIsActive)),
);

/** findActiveRun for many connections. */
export async function listActiveIdentities(
  tx: Tx,
  connectionIds: readonly number[],
): Promise<{ id: number; connectionId: number; identity: string }[]> {
  return await activeIdentities(tx, { connectionIds });
}

export async function listRunEvents(
  db: Db,
  viewer: Viewer,
  run: Pick<OperationRun, 'id' | 'lastEventSeq'>,
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
        // Events since the run was read belong to a later version than the rest of the answer.
        lte(operationRunEvents.seq, run.lastEventSeq),
        runIsVisibleTo(viewer),
      ),
    )
    .orderBy(operationRunEvents.seq)
    .limit(page.first);
}

const activeRuns = createRead('listActiveRuns', runColumns, (build, { ids, ...reader }: OfRuns) =>
  build
    .select(runColumns)
    .from(operationRuns)
    .where(and(isOneOf(operationRuns.providerConnectionId, ids), runIsActive, runIsVisibleTo(reader))),
);

/** Each connection's queued or running run, if there is one. */
export async function listActiveRuns(
  db: Db,
  viewer: Viewer,
  connectionIds: readonly number[],
): Promise<OperationRun[]> {
  return await activeRuns(db, { ...toReader(viewer), ids: connectionIds });
}
