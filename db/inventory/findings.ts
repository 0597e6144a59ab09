import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import {
  findingSeverities,
  findingStatuses,
  type Finding,
  type FindingFilter,
  type FindingSeverity,
  type FindingStatus,
  type NewFinding,
} from '../../core/inventory/findings.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { findings } from '../tables/inventory.ts';
import { entitledTenants } from '../tables/tenancy.ts';

const findingColumns = {
  id: findings.id,
  workspaceId: findings.workspaceId,
  tenantId: findings.tenantId,
  operationRunId: findings.operationRunId,
  kind: findings.kind,
  externalId: findings.externalId,
  change: findings.change,
  title: findings.title,
  severity: findings.severity,
  status: findings.status,
  fingerprint: findings.fingerprint,
  createdAt: findings.createdAt,
  lastSeenAt: findings.lastSeenAt,
  acknowledgedByUserId: findings.acknowledgedByUserId,
  acknowledgedAt: findings.acknowledgedAt,
  acknowledgementReason: findings.acknowledgementReason,
};

function selectFindings(db: Db) {
  return db
    .select(findingColumns)
    .from(findings)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, findings.tenantId));
}

export async function listFindingsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<Finding[]> {
  return await selectFindings(db).where(and(viewerIs(viewer), isOneOf(findings.id, ids)));
}

/** Locks it until the transaction ends. null: not there, or not for this viewer. */
export async function lockFinding(tx: Tx, viewer: Viewer, id: number): Promise<Finding | null> {
  const [finding] = await selectFindings(tx)
    .where(and(viewerIs(viewer), eq(findings.id, id)))
    .for('update', { of: findings });
  return finding ?? null;
}

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  readonly tenantId: number | null;
  readonly status: readonly FindingStatus[] | null;
  readonly severity: readonly FindingSeverity[] | null;
  /** The id of the row to continue after. */
  readonly from: number | null;
  readonly limit: number | null;
}

const findingsOfPage = createRead(
  'pageFindings',
  findingColumns,
  (build, wanted: Slots<Wanted>, direction: Direction) =>
    selectWanted(build, wanted, findingColumns, direction),
);

/** Newest first. Cursor key: [id]. */
export async function pageFindings(
  db: Db,
  viewer: Viewer,
  filter: FindingFilter,
  page: PageRequest,
): Promise<Page<Finding>> {
  const from = idOfCursor(page);
  const rows = await findingsOfPage(
    db,
    { ...toWanted(viewer, filter), from, limit: limitOf(page) },
    directionOf(page),
  );
  return toPage(rows, page, ({ id }) => [id]);
}

const counted = { id: findings.id };

const numberOfFindings = createRead('countFindings', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectWanted(build, wanted, counted, 'forward')),
);

/** Counting stops at `limit`; null counts all of them, which reads all of them. */
export async function countFindings(
  db: Db,
  viewer: Viewer,
  filter: FindingFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfFindings(db, { ...toWanted(viewer, filter), from: null, limit });
  return row?.count ?? 0;
}

function toWanted(viewer: Viewer, { workspaceId: ofWorkspace, tenantId, status, severity }: FindingFilter) {
  // Each value once: what is looked up twice would be found twice.
  const once = <T>(values: readonly T[] | null) => values && [...new Set(values)];
  return { ...toReader(viewer), ofWorkspace, tenantId, status: once(status), severity: once(severity) };
}

/** As pages of runs (db/runs/run-pages.ts): the newest few for each wanted pair of status and severity, put together. */
function selectWanted(
  build: QueryBuilder,
  wanted: Slots<Wanted>,
  columns: SelectedFields,
  direction: Direction,
) {
  const { tenantId, status, severity, limit } = wanted;
  if (tenantId !== null || limit === null || (status === null && severity === null)) {
    const filters = [
      status === null ? undefined : isOneOf(findings.status, status),
      severity === null ? undefined : isOneOf(findings.severity, severity),
    ];
    return newest({ build, wanted, columns, direction }, filters);
  }
  const found = newest({ build, wanted, columns, direction }, [
    sql`${findings.status} = with_status.status`,
    sql`${findings.severity} = of_severity.severity`,
  ]).as('found');
  return build
    .select(found._.selectedFields as SelectedFields)
    .from(
      sql`unnest(${status ?? all(findingStatuses)}::text[]) as with_status (status)
        cross join unnest(${severity ?? all(findingSeverities)}::text[]) as of_severity (severity)`,
    )
    .innerJoinLateral(found, sql`true`)
    .orderBy(newestFirst.order(sql`found.id`, direction))
    .limit(limit);
}

const all = (values: readonly string[]) => sql.raw(`'{${values.join(',')}}'`);

interface Selecting {
  readonly build: QueryBuilder;
  readonly wanted: Slots<Wanted>;
  readonly columns: SelectedFields;
  readonly direction: Direction;
}

function newest({ build, wanted, columns, direction }: Selecting, filters: readonly (SQL | undefined)[]) {
  const { ofWorkspace, tenantId, from, limit, ...reader } = wanted;
  const matching = build
    .select(columns)
    .from(findings)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, findings.tenantId))
    .where(
      and(
        viewerIs(reader),
        eq(findings.workspaceId, ofWorkspace),
        tenantId === null ? undefined : eq(findings.tenantId, tenantId),
        ...filters,
        from === null ? undefined : newestFirst.behind(findings.id, from, direction),
      ),
    );
  return limit === null ? matching : matching.orderBy(newestFirst.order(findings.id, direction)).limit(limit);
}

export interface FindingPlace {
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly providerConnectionId: number;
  readonly operationRunId: number;
}

/** A finding that is already open is updated instead of opened twice. One statement, however many there are. */
export async function openFindings(
  tx: Tx,
  { workspaceId, tenantId, providerConnectionId, operationRunId }: FindingPlace,
  found: readonly NewFinding[],
  now: Date,
): Promise<void> {
  if (found.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`/* openFindings */
    insert into findings (workspace_id, tenant_id, provider_connection_id, operation_run_id,
      created_at, last_seen_at, kind, external_id, change, title, severity, fingerprint)
    select ${workspaceId}::bigint, ${tenantId}::bigint, ${providerConnectionId}::bigint, ${operationRunId}::bigint, ${at}, ${at}, found.*
    from json_to_recordset(${JSON.stringify(found)}::text::json) as found
      (kind text, "externalId" text, change text, title text, severity text, fingerprint text)
    on conflict (fingerprint) where status = 'new' do update
      set last_seen_at = excluded.last_seen_at, operation_run_id = excluded.operation_run_id`);
}

export async function updateFindingAcknowledged(
  tx: Tx,
  id: number,
  by: { readonly userId: number; readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx
    .update(findings)
    .set({
      status: 'acknowledged',
      acknowledgedByUserId: by.userId,
      acknowledgedAt: by.at,
      acknowledgementReason: by.reason,
    })
    .where(eq(findings.id, id));
}
