import type { Viewer } from '../../core/access/access.ts';
import type { PageRequest } from '../../core/page.ts';
import type { ScheduleRunFilter } from '../../core/schedules/schedule-run.ts';
import type { TenantSelector } from '../../core/tenants/selector.ts';
import type { Db } from '../../db/engine/client.ts';
import {
  countScheduleRuns,
  listRounds,
  listScheduleRunsOf,
  pageScheduleRuns,
} from '../../db/schedules/schedule-runs.ts';
import {
  countSchedules,
  countWaiting,
  listSchedulesById,
  pageSchedules,
} from '../../db/schedules/schedules.ts';
import { tenantsOf } from '../../db/tenants/fleet.ts';

/** The part of a View (../view.ts) that shows schedules and what became of them. */
export function createSchedulesView(db: Db, viewer: Viewer) {
  return {
    schedulesById: (ids: readonly number[]) => listSchedulesById(db, viewer, ids),
    pageSchedules: (workspaceId: number, page: PageRequest) => pageSchedules(db, viewer, workspaceId, page),
    countSchedules: (workspaceId: number) => countSchedules(db, viewer, workspaceId),
    pageScheduleRuns: (filter: ScheduleRunFilter, page: PageRequest) =>
      pageScheduleRuns(db, viewer, filter, page),
    countScheduleRuns: (filter: ScheduleRunFilter) => countScheduleRuns(db, viewer, filter),
    scheduleRunsOf: (operationRunIds: readonly number[]) => listScheduleRunsOf(db, viewer, operationRunIds),
    scheduleRounds: (ids: readonly number[], first: number) => listRounds(db, viewer, ids, first),
    waitingOfSchedules: (ids: readonly number[]) => countWaiting(db, viewer, ids),
    selectedTenants: (workspaceId: number, selector: TenantSelector) =>
      tenantsOf(db, viewer, workspaceId, selector),
  };
}
