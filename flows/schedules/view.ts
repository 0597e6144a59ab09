import type { PageRequest } from '../../core/page.ts';
import type { ScheduleRunFilter } from '../../core/schedules/schedule-run.ts';
import type { TenantSelector } from '../../core/tenants/selector.ts';
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
import type { ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows schedules and what became of them. */
export const scheduleReads = {
  schedulesById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listSchedulesById(db, viewer, ids),
  pageSchedules: ({ db, viewer }: ReadFor, workspaceId: number, page: PageRequest) =>
    pageSchedules(db, viewer, workspaceId, page),
  countSchedules: ({ db, viewer }: ReadFor, workspaceId: number) => countSchedules(db, viewer, workspaceId),
  pageScheduleRuns: ({ db, viewer }: ReadFor, filter: ScheduleRunFilter, page: PageRequest) =>
    pageScheduleRuns(db, viewer, filter, page),
  countScheduleRuns: ({ db, viewer }: ReadFor, filter: ScheduleRunFilter, limit: number | null) =>
    countScheduleRuns(db, viewer, filter, limit),
  scheduleRunsOf: ({ db, viewer }: ReadFor, operationRunIds: readonly number[]) =>
    listScheduleRunsOf(db, viewer, operationRunIds),
  scheduleRounds: ({ db, viewer }: ReadFor, ids: readonly number[], first: number) =>
    listRounds(db, viewer, ids, first),
  waitingOfSchedules: ({ db, viewer }: ReadFor, ids: readonly number[]) => countWaiting(db, viewer, ids),
  selectedTenants: ({ db, viewer }: ReadFor, workspaceId: number, selector: TenantSelector) =>
    tenantsOf(db, viewer, workspaceId, selector),
};
