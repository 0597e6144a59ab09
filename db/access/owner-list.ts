import { and, eq } from 'drizzle-orm';
import type { PgColumn, PgTable, QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { PageRequest } from '../../core/page.ts';
import type { Db } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { workspaceMemberships } from '../tables/tenancy.ts';
import { memberIs, toReader, type Reader } from './access.ts';

type OwnedTable = PgTable & { readonly id: PgColumn; readonly workspaceId: PgColumn };

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  /** The id of the row to continue behind. */
  readonly from: number | null;
  readonly limit: number | null;
}

/** What the two statements are called. */
interface Names {
  readonly page: string;
  readonly count: string;
}

/**
 * A workspace's list that only its owners read, newest first; empty for everyone else. Cursor key: [id]. Counting stops at
 * `limit`; null: all of them, which reads all of them.
 */
export function createOwnerList<const Columns extends SelectedFields & { readonly id: PgColumn }>(
  names: Names,
  table: OwnedTable,
  columns: Columns,
) {
  const rowsOfPage = createRead(names.page, columns, (build, wanted: Slots<Wanted>, direction: Direction) =>
    selectRows(build, { table, columns }, wanted, direction),
  );
  const numberOfRows = createRead(names.count, countUpTo.columns, (build, wanted: Slots<Wanted>) =>
    countUpTo.write(build, selectRows(build, { table, columns: { id: table.id } }, wanted, 'forward')),
  );

  return {
    page: async (db: Db, viewer: Viewer, workspaceId: number, page: PageRequest) => {
      const from = idOfCursor(page);
      const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from, limit: limitOf(page) };
      const rows = await rowsOfPage(db, wanted, directionOf(page));
      return toPage(rows, page, (row) => [(row as { readonly id: number }).id]);
    },
    count: async (db: Db, viewer: Viewer, workspaceId: number, limit: number | null = null) => {
      const wanted = { ...toReader(viewer), ofWorkspace: workspaceId, from: null, limit };
      return (await numberOfRows(db, wanted))[0]?.count ?? 0;
    },
  };
}

function selectRows(
  build: QueryBuilder,
  { table, columns }: { readonly table: OwnedTable; readonly columns: SelectedFields },
  { ofWorkspace, from, limit, ...reader }: Slots<Wanted>,
  direction: Direction,
) {
  const rows = build
    .select(columns)
    .from(table)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, table.workspaceId))
    .where(
      and(
        memberIs(reader),
        eq(workspaceMemberships.role, 'owner'),
        eq(table.workspaceId, ofWorkspace),
        from === null ? undefined : newestFirst.behind(table.id, from, direction),
      ),
    );
  return limit === null ? rows : rows.orderBy(newestFirst.order(table.id, direction)).limit(limit);
}
