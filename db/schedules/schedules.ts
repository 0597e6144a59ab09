import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { Cadence } from '../../core/schedules/cadence.ts';
import type { Schedule } from '../../core/schedules/schedule.ts';
import { memberIs, viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { scheduleDues, schedules } from '../tables/schedules.ts';
import { entitledTenants, workspaceMemberships } from '../tables/tenancy.ts';

const scheduleColumns = {
  id: schedules.id,
  workspaceId: schedules.workspaceId,
  operationType: schedules.operationType,
  name: schedules.name,
  selector: schedules.selector,
  cadence: schedules.cadence,
  atLocal: schedules.atLocal,
  weekdays: schedules.weekdays,
  everyHours: schedules.everyHours,
  timeZone: schedules.timeZone,
  windowMinutes: schedules.windowMinutes,
  isEnabled: schedules.isEnabled,
  pausedReason: schedules.pausedReason,
  nextDueAt: schedules.nextDueAt,
  createdByUserId: schedules.createdByUserId,
  createdAt: schedules.createdAt,
};

type Row = Omit<Schedule, 'cadence'> & {
  readonly cadence: Cadence['kind'];
  readonly atLocal: string | null;
  readonly weekdays: number[] | null;
  readonly everyHours: number | null;
};

function toSchedule({ cadence: kind, atLocal, weekdays, everyHours, ...row }: Row): Schedule {
  return { ...row, cadence: toCadence(kind, atLocal ?? '', weekdays ?? [], everyHours ?? 1) };
}

function toCadence(kind: Cadence['kind'], atLocal: string, weekdays: number[], everyHours: number): Cadence {
  switch (kind) {
    case 'daily':
      return { kind, atLocal };
    case 'weekly':
      return { kind, atLocal, weekdays };
    case 'hourly':
      return { kind, everyHours };
  }
}

function selectVisible(db: Db) {
  return db
    .select(scheduleColumns)
    .from(schedules)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, schedules.workspaceId));
}

/** Also those that were deleted: their runs still name them. */
export async function listSchedulesById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<Schedule[]> {
  return (await selectVisible(db).where(and(memberIs(viewer), isOneOf(schedules.id, ids)))).map(toSchedule);
}

/** Newest first. Cursor key: [id]. */
export async function pageSchedules(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<Schedule>> {
  const [from, direction] = [idOfCursor(page), directionOf(page)];
  const rows = await selectVisible(db)
    .where(
      and(
        memberIs(viewer),
        eq(schedules.workspaceId, workspaceId),
        isNull(schedules.deletedAt),
        from === null ? undefined : newestFirst.behind(schedules.id, from, direction),
      ),
    )
    .orderBy(newestFirst.order(schedules.id, direction))
    .limit(limitOf(page));
  return toPage(rows.map(toSchedule), page, ({ id }) => [id]);
}

export async function countSchedules(db: Db, viewer: Viewer, workspaceId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(schedules)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, schedules.workspaceId))
    .where(and(memberIs(viewer), eq(schedules.workspaceId, workspaceId), isNull(schedules.deletedAt)));
  return row?.count ?? 0;
}

/**
 * Holds it until the transaction ends: changes, planning and runs by hand take turns. The starter does not, and its rows may
 * name the schedule until then. null: not there, deleted, or not for this viewer.
 */
export async function lockSchedule(tx: Tx, viewer: Viewer, id: number): Promise<Schedule | null> {
  const [row] = await selectVisible(tx)
    .where(and(memberIs(viewer), eq(schedules.id, id), isNull(schedules.deletedAt)))
    .for('no key update', { of: schedules });
  return row === undefined ? null : toSchedule(row);
}

/** One that is due and that no one else is planning, the longest overdue first. */
export async function lockDueSchedule(tx: Tx, now: Date): Promise<Schedule | null> {
  const [row] = await tx
    .select(scheduleColumns)
    .from(schedules)
    .where(and(schedules.isEnabled, sql`${schedules.nextDueAt} <= ${now.toISOString()}::timestamptz`))
    .orderBy(asc(schedules.nextDueAt))
    .limit(1)
    .for('no key update', { skipLocked: true });
  return row === undefined ? null : toSchedule(row);
}

/** How many tenants of each schedule wait for their turn. */
export async function countWaiting(
  db: Db,
  viewer: Viewer,
  scheduleIds: readonly number[],
): Promise<{ scheduleId: number; count: number }[]> {
  return await db
    .select({ scheduleId: scheduleDues.scheduleId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(scheduleDues)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, scheduleDues.tenantId))
    .where(and(viewerIs(viewer), isOneOf(scheduleDues.scheduleId, scheduleIds)))
    .groupBy(scheduleDues.scheduleId);
}
