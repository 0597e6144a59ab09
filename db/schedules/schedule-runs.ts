import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import {
  type ScheduleRound,
  type ScheduleRun,
  type ScheduleRunFilter,
  type ScheduleRunStatus,
} from '../../core/schedules/schedule-run.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage, type Direction } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { scheduleRuns } from '../tables/schedules.ts';
import { entitledTenants } from '../tables/tenancy.ts';

const runColumns = {
  id: scheduleRuns.id,
  workspaceId: scheduleRuns.workspaceId,
  scheduleId: scheduleRuns.scheduleId,
  tenantId: scheduleRuns.tenantId,
  operationType: scheduleRuns.operationType,
  dueAt: scheduleRuns.dueAt,
  status: scheduleRuns.status,
  reasonCode: scheduleRuns.reasonCode,
  operationRunId: scheduleRuns.operationRunId,
  blockingRunId: scheduleRuns.blockingRunId,
  startedAt: scheduleRuns.startedAt,
  endedAt: scheduleRuns.endedAt,
};

interface Wanted extends Reader {
  readonly ofWorkspace: number;
  readonly scheduleId: number | null;
  readonly tenantId: number | null;
  readonly status: readonly ScheduleRunStatus[] | null;
  /** The id of the row to continue behind. */
  readonly from: number | null;
  readonly limit: number | null;
}

const runsOfPage = createRead(
  'pageScheduleRuns',
  runColumns,
  (build, wanted: Slots<Wanted>, direction: Direction) =>
    selectRuns({ build, wanted, columns: runColumns, direction }),
);

/** Newest first. Cursor key: [id]. */
export async function pageScheduleRuns(
  db: Db,
  viewer: Viewer,
  filter: ScheduleRunFilter,
  page: PageRequest,
): Promise<Page<ScheduleRun>> {
  const wanted = { ...toWanted(viewer, filter), from: idOfCursor(page), limit: limitOf(page) };
  const rows = await runsOfPage(db, wanted, directionOf(page));
  return toPage(rows, page, ({ id }) => [id]);
}

const counted = { id: scheduleRuns.id };

const numberOfRuns = createRead('countScheduleRuns', countUpTo.columns, (build, wanted: Slots<Wanted>) =>
  countUpTo.write(build, selectRuns({ build, wanted, columns: counted, direction: 'forward' })),
);

/** Counting stops at `limit`; null: all of them, which reads all of them. */
export async function countScheduleRuns(
  db: Db,
  viewer: Viewer,
  filter: ScheduleRunFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfRuns(db, { ...toWanted(viewer, filter), from: null, limit });
  return row?.count ?? 0;
}

function toWanted(viewer: Viewer, { workspaceId: ofWorkspace, ...filter }: ScheduleRunFilter) {
  const { scheduleId, tenantId, status } = filter;
  return { ...toReader(viewer), ofWorkspace, scheduleId, tenantId, status: status && [...new Set(status)] };
}

interface Selecting {
  readonly build: QueryBuilder;
  readonly wanted: Slots<Wanted>;
  readonly columns: SelectedFields;
  readonly direction: Direction;
}

/** By status a workspace's are looked up once for each wanted one, each time the newest few in an index, and put together. */
function selectRuns(selecting: Selecting) {
  const { build, wanted, direction } = selecting;
  const { status, limit } = wanted;
  const isNarrow = wanted.tenantId !== null || wanted.scheduleId !== null;
  if (status === null || limit === null || isNarrow) {
    return newest(selecting, status === null ? undefined : isOneOf(scheduleRuns.status, status));
  }
  const found = newest(selecting, sql`${scheduleRuns.status} = with_status.status`).as('found');
  return build
    .select(found._.selectedFields as SelectedFields)
    .from(sql`unnest(${status}::text[]) as with_status (status)`)
    .innerJoinLateral(found, sql`true`)
    .orderBy(newestFirst.order(sql`found.id`, direction))
    .limit(limit);
}

function newest({ build, wanted, columns, direction }: Selecting, hasStatus: SQL | undefined) {
  const { ofWorkspace, scheduleId, tenantId, from, limit, userId, workspaceId } = wanted;
  const matching = build
    .select(columns)
    .from(scheduleRuns)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, scheduleRuns.tenantId))
    .where(
      and(
        viewerIs({ userId, workspaceId }),
        eq(scheduleRuns.workspaceId, ofWorkspace),
        scheduleId === null ? undefined : eq(scheduleRuns.scheduleId, scheduleId),
        tenantId === null ? undefined : eq(scheduleRuns.tenantId, tenantId),
        hasStatus,
        from === null ? undefined : newestFirst.behind(scheduleRuns.id, from, direction),
      ),
    );
  return limit === null
    ? matching
    : matching.orderBy(newestFirst.order(scheduleRuns.id, direction)).limit(limit);
}

/** The scheduled run behind an operation run, for those that a schedule started. */
export async function listScheduleRunsOf(
  db: Db,
  viewer: Viewer,
  operationRunIds: readonly number[],
): Promise<ScheduleRun[]> {
  return await db
    .select(runColumns)
    .from(scheduleRuns)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, scheduleRuns.tenantId))
    .where(and(viewerIs(viewer), isOneOf(scheduleRuns.operationRunId, operationRunIds)));
}

interface RoundRow extends Record<string, unknown> {
  readonly schedule_id: string;
  readonly due_at: string;
  readonly ended_at: string | null;
  readonly counts: Partial<Record<ScheduleRunStatus, number>>;
  readonly verdicts: Partial<Record<keyof ScheduleRound['verdicts'], number>>;
  readonly reasons: { code: string; tenantCount: number }[];
}

/**
 * The newest due times of each schedule with what became of the viewer's tenants. Steps from one due time to the one before
 * in an index, however many tenants each has.
 */
export async function listRounds(
  db: Db,
  viewer: Viewer,
  scheduleIds: readonly number[],
  first: number,
): Promise<ScheduleRound[]> {
  const rows = await db.execute<RoundRow>(selectRounds(viewer, scheduleIds, first));
  return rows.map((row) => ({
    scheduleId: Number(row.schedule_id),
    dueAt: new Date(row.due_at),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
    counts: { running: 0, success: 0, partial: 0, failed: 0, canceled: 0, skipped: 0, ...row.counts },
    verdicts: { ready: 0, needs_attention: 0, blocked: 0, ...row.verdicts },
    reasons: row.reasons,
  }));
}

function selectRounds(viewer: Viewer, scheduleIds: readonly number[], first: number): SQL {
  return sql`/* listScheduleRounds */
    with recursive rounds as (
      select asked.id as schedule_id, latest.due_at, 1 as place
      from unnest(${sql.param([...scheduleIds])}::bigint[]) as asked (id)
      cross join lateral (select due_at from schedule_runs where schedule_id = asked.id order by due_at desc limit 1) latest
      union all
      select rounds.schedule_id, before.due_at, rounds.place + 1
      from rounds cross join lateral (select due_at from schedule_runs
        where schedule_id = rounds.schedule_id and due_at < rounds.due_at order by due_at desc limit 1) before
      where rounds.place < ${first}
    ), parts as (
      select rounds.schedule_id, rounds.due_at, run.status, run.reason_code, operation.verdict, count(*) as tenants,
        max(run.ended_at) as ended_at
      from rounds
      join schedule_runs run on run.schedule_id = rounds.schedule_id and run.due_at = rounds.due_at
      join entitled_tenants entitled on entitled.tenant_id = run.tenant_id and entitled.user_id = ${viewer.userId}
        ${viewer.workspaceId === null ? sql`` : sql`and entitled.workspace_id = ${viewer.workspaceId}`}
      left join operation_runs operation on operation.id = run.operation_run_id
      group by 1, 2, 3, 4, 5
    )
    select schedule_id, due_at, max(ended_at) as ended_at,
      (select jsonb_object_agg(status, tenants) from (select status, sum(tenants) as tenants from parts part
        where (part.schedule_id, part.due_at) = (parts.schedule_id, parts.due_at) group by status) by_status) as counts,
      (select coalesce(jsonb_object_agg(verdict, tenants), '{}') from (select verdict, sum(tenants) as tenants from parts part
        where (part.schedule_id, part.due_at) = (parts.schedule_id, parts.due_at) and verdict is not null
        group by verdict) by_verdict) as verdicts,
      (select coalesce(jsonb_agg(jsonb_build_object('code', reason_code, 'tenantCount', tenants) order by tenants desc, reason_code), '[]')
        from (select reason_code, sum(tenants) as tenants from parts part
        where (part.schedule_id, part.due_at) = (parts.schedule_id, parts.due_at)
          and reason_code is not null and status in ('skipped', 'failed', 'canceled') group by reason_code) by_reason) as reasons
    from parts group by schedule_id, due_at order by due_at desc, schedule_id`;
}
