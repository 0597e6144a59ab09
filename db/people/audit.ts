import { and, eq, sql } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { AuditData, AuditEntry, AuditSubjectType, NewAuditEntry } from '../../core/people/audit.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { memberIs, toReader, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { auditEntries } from '../tables/identity.ts';
import { workspaceMemberships } from '../tables/tenancy.ts';

/** In the transaction of the change it records: commit gives both, rollback neither. Entries are never changed. */
export async function appendAudit(tx: Tx, { data = {}, ...entry }: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data });
}

const auditColumns = {
  id: auditEntries.id,
  workspaceId: auditEntries.workspaceId,
  actorUserId: auditEntries.actorUserId,
  action: auditEntries.action,
  subjectType: sql<AuditSubjectType>`${auditEntries.subjectType}`,
  subjectId: auditEntries.subjectId,
  data: sql<AuditData>`${auditEntries.data}`,
  at: auditEntries.at,
};

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  /** The id of the row to continue behind. */
  readonly from: number | null;
  readonly limit: number | null;
}

const entriesOfPage = createRead(
  'pageAuditEntries',
  auditColumns,
  (build, wanted: Slots<Wanted>, direction: Direction) =>
    selectEntries(build, wanted, auditColumns, direction),
);

/** Newest first, for workspace owners; empty for everyone else. Cursor key: [id]. */
export async function pageAuditEntries(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<AuditEntry>> {
  const from = idOfCursor(page);
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from, limit: limitOf(page) };
  return toPage(await entriesOfPage(db, wanted, directionOf(page)), page, ({ id }) => [id]);
}

const counted = { id: auditEntries.id };

const numberOfEntries = createRead('countAuditEntries', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectEntries(build, wanted, counted, 'forward')),
);

/** Counting stops at `limit`; null: all of them, which reads all of them. */
export async function countAuditEntries(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  limit: number | null = null,
): Promise<number> {
  const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from: null, limit };
  return (await numberOfEntries(db, wanted))[0]?.count ?? 0;
}

function selectEntries(
  build: QueryBuilder,
  { ofWorkspace, from, limit, ...reader }: Slots<Wanted>,
  columns: SelectedFields,
  direction: Direction,
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
        from === null ? undefined : newestFirst.behind(auditEntries.id, from, direction),
      ),
    );
  return limit === null
    ? entries
    : entries.orderBy(newestFirst.order(auditEntries.id, direction)).limit(limit);
}
