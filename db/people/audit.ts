import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { AuditData, AuditEntry, NewAuditEntry } from '../../core/people/audit.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { memberIs, toReader, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { parseIdCursor, toPage } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { auditEntries } from '../tables/identity.ts';
import { workspaceMemberships } from '../tables/tenancy.ts';

/** In the transaction of what it tells of: commit gives both, rollback neither. Entries are never changed again. */
export async function appendAudit(tx: Tx, { data = {}, ...entry }: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data });
}

const auditColumns = {
  id: auditEntries.id,
  workspaceId: auditEntries.workspaceId,
  actorUserId: auditEntries.actorUserId,
  action: auditEntries.action,
  subjectType: auditEntries.subjectType,
  subjectId: auditEntries.subjectId,
  data: sql<AuditData>`${auditEntries.data}`,
  at: auditEntries.at,
};

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  readonly after: number | null;
  readonly limit: number | null;
}

const entriesOfPage = createRead('pageAuditEntries', auditColumns, (build, wanted: Slots<Wanted>) =>
  selectEntries(build, wanted, auditColumns),
);

/** Newest first, for owners of the workspace; empty for everyone else. Cursor key: [id]. */
export async function pageAuditEntries(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<AuditEntry>> {
  const after = parseIdCursor(page);
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, after, limit: page.first + 1 };
  return toPage(await entriesOfPage(db, wanted), page, ({ id }) => [id]);
}

const counted = { id: auditEntries.id };

const numberOfEntries = createRead('countAuditEntries', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectEntries(build, wanted, counted)),
);

/** Counting stops at `limit`; null: all of them, which reads all of them. */
export async function countAuditEntries(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  limit: number | null = null,
): Promise<number> {
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, after: null, limit };
  return (await numberOfEntries(db, wanted))[0]?.count ?? 0;
}

function selectEntries(
  build: QueryBuilder,
  { ofWorkspace, after, limit, ...reader }: Slots<Wanted>,
  columns: SelectedFields,
) {
  const entries = build
    .select(columns)
    .from(auditEntries)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, auditEntries.workspaceId))
    .where(
      and(
        memberIs(reader),
        eq(workspaceMemberships.role, 'owner'),
        eq(auditEntries.workspaceId, ofWorkspace),
        after === null ? undefined : lt(auditEntries.id, after),
      ),
    );
  return limit === null ? entries : entries.orderBy(desc(auditEntries.id)).limit(limit);
}
