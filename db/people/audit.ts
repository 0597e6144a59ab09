import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { AuditData, AuditEntry, NewAuditEntry } from '../../core/people/audit.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { memberIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { parseCursor, toPage } from '../engine/cursor.ts';
import { auditEntries } from '../tables/identity.ts';
import { workspaceMemberships } from '../tables/tenancy.ts';

/** In the transaction of what it tells of: commit gives both, rollback neither. Entries are never changed again. */
export async function appendAudit(tx: Tx, { data = {}, ...entry }: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data });
}

/** Newest first, for owners of the workspace; empty for everybody else. Cursor key: [id]. */
export async function pageAuditEntries(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<AuditEntry>> {
  const rows = await db
    .select({
      id: auditEntries.id,
      workspaceId: auditEntries.workspaceId,
      actorUserId: auditEntries.actorUserId,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      data: sql<AuditData>`${auditEntries.data}`,
      at: auditEntries.at,
    })
    .from(auditEntries)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, auditEntries.workspaceId))
    .where(and(isOwnersLog(viewer, workspaceId), afterCursor(page)))
    .orderBy(desc(auditEntries.id))
    .limit(page.first + 1);
  return toPage(rows, page, ({ id }) => [id]);
}

export async function countAuditEntries(db: Db, viewer: Viewer, workspaceId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(auditEntries)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, auditEntries.workspaceId))
    .where(isOwnersLog(viewer, workspaceId));
  return row?.count ?? 0;
}

function isOwnersLog(viewer: Viewer, workspaceId: number): SQL | undefined {
  return and(
    memberIs(viewer),
    eq(workspaceMemberships.role, 'owner'),
    eq(auditEntries.workspaceId, workspaceId),
  );
}

function afterCursor({ after }: PageRequest): SQL | undefined {
  if (after === null) return undefined;
  const [id] = parseCursor(after, ['integer']);
  return lt(auditEntries.id, Number(id));
}
