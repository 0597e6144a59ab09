import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { Finding, FindingFilter, NewFinding } from '../../core/inventory/findings.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { parseCursor, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
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

/** Newest first. Cursor key: [id]. */
export async function pageFindings(
  db: Db,
  viewer: Viewer,
  filter: FindingFilter,
  page: PageRequest,
): Promise<Page<Finding>> {
  const rows = await selectFindings(db)
    .where(and(viewerIs(viewer), matches(filter), afterCursor(page)))
    .orderBy(desc(findings.id))
    .limit(page.first + 1);
  return toPage(rows, page, ({ id }) => [id]);
}

export async function countFindings(db: Db, viewer: Viewer, filter: FindingFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(findings)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, findings.tenantId))
    .where(and(viewerIs(viewer), matches(filter)));
  return row?.count ?? 0;
}

function matches({ workspaceId, tenantId, status, severity }: FindingFilter): SQL | undefined {
  return and(
    eq(findings.workspaceId, workspaceId),
    tenantId === null ? undefined : eq(findings.tenantId, tenantId),
    status === null ? undefined : isOneOf(findings.status, status),
    severity === null ? undefined : isOneOf(findings.severity, severity),
  );
}

function afterCursor({ after }: PageRequest): SQL | undefined {
  if (after === null) return undefined;
  const [id] = parseCursor(after, ['integer']);
  return lt(findings.id, Number(id));
}

export interface FindingPlace {
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly providerConnectionId: number;
  readonly operationRunId: number;
}

/** A finding that is open already is seen again instead of opened twice. One statement, however many there are. */
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
