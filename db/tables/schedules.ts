import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { OperationType } from '../../core/runs/operation-types.ts';
import { cadenceKinds } from '../../core/schedules/cadence.ts';
import { scheduleRunStatuses } from '../../core/schedules/schedule-run.ts';
import type { TenantSelector } from '../../core/tenants/selector.ts';
import { at, createdAt, id, oneOf, ref, updatedAt } from './columns.ts';
import { tenants, users, workspaces } from './tenancy.ts';

export const schedules = pgTable(
  'schedules',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    operationType: text('operation_type').$type<OperationType>().notNull(),
    name: text('name').notNull(),
    selector: jsonb('selector').$type<TenantSelector>().notNull(),
    cadence: text('cadence', { enum: cadenceKinds }).notNull(),
    atLocal: text('at_local'),
    /** 1 is Monday, 7 is Sunday. */
    weekdays: smallint('weekdays').array(),
    everyHours: smallint('every_hours'),
    timeZone: text('time_zone').notNull(),
    windowMinutes: integer('window_minutes').notNull(),
    options: jsonb('options').$type<Record<string, unknown>>().notNull().default({}),
    isEnabled: boolean('is_enabled').notNull().default(true),
    pausedReason: text('paused_reason'),
    nextDueAt: at('next_due_at'),
    /** Who made it. It acts for the workspace, and survives them. */
    createdByUserId: ref('created_by_user_id').references(() => users.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    /** Its runs stay, so the row does. */
    deletedAt: at('deleted_at'),
  },
  (t) => [
    unique('schedules_workspace_id_unique').on(t.workspaceId, t.id),
    index('schedules_due_idx')
      .on(t.nextDueAt)
      .where(sql`${t.isEnabled}`),
    index('schedules_created_by_idx').on(t.createdByUserId),
    check('schedules_cadence_known', oneOf(t.cadence, cadenceKinds)),
    check('schedules_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('schedules_next_due_exactly_when_enabled', sql`${t.isEnabled} = (${t.nextDueAt} is not null)`),
    check('schedules_paused_reason_only_when_paused', sql`${t.pausedReason} is null or not ${t.isEnabled}`),
    check('schedules_deleted_are_paused', sql`${t.deletedAt} is null or not ${t.isEnabled}`),
    check('schedules_window_in_bounds', sql`${t.windowMinutes} between 1 and 720`),
    check('schedules_at_local_is_a_time', sql`${t.atLocal} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check(
      'schedules_weekdays_are_days',
      sql`${t.weekdays} <@ '{1,2,3,4,5,6,7}' and cardinality(${t.weekdays}) > 0`,
    ),
    check('schedules_every_hours_divides_a_day', sql`${t.everyHours} in (1, 2, 3, 4, 6, 8, 12)`),
    check(
      'schedules_cadence_is_whole',
      sql`(${t.atLocal} is not null) = (${t.cadence} <> 'hourly') and (${t.weekdays} is not null) = (${t.cadence} = 'weekly')
        and (${t.everyHours} is not null) = (${t.cadence} = 'hourly')`,
    ),
  ],
);

/** What one due time has still to start: planning, gone when the row of its run is born. */
export const scheduleDues = pgTable(
  'schedule_dues',
  {
    scheduleId: ref('schedule_id').notNull(),
    tenantId: ref('tenant_id').notNull(),
    workspaceId: ref('workspace_id').notNull(),
    operationType: text('operation_type').$type<OperationType>().notNull(),
    dueAt: at('due_at').notNull(),
    /** Its turn; later than that where something was in the way. */
    startAt: at('start_at').notNull(),
    closesAt: at('closes_at').notNull(),
    /** The run that was in the way when it was tried; null: it has not been tried yet. */
    blockingRunId: ref('blocking_run_id'),
  },
  (t) => [
    primaryKey({ name: 'schedule_dues_pkey', columns: [t.scheduleId, t.tenantId, t.dueAt] }),
    index('schedule_dues_start_idx').on(t.startAt),
    index('schedule_dues_tenant_idx').on(t.workspaceId, t.tenantId, t.operationType),
    foreignKey({
      name: 'schedule_dues_schedule_of_workspace',
      columns: [t.workspaceId, t.scheduleId],
      foreignColumns: [schedules.workspaceId, schedules.id],
    }),
    foreignKey({
      name: 'schedule_dues_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    check('schedule_dues_window_not_empty', sql`${t.closesAt} > ${t.dueAt}`),
  ],
);

/** One row for each schedule, tenant and due time, whatever became of it; kept when retention removes the runs it names. */
export const scheduleRuns = pgTable(
  'schedule_runs',
  {
    id: id(),
    workspaceId: ref('workspace_id').notNull(),
    scheduleId: ref('schedule_id').notNull(),
    tenantId: ref('tenant_id').notNull(),
    operationType: text('operation_type').$type<OperationType>().notNull(),
    dueAt: at('due_at').notNull(),
    closesAt: at('closes_at').notNull(),
    status: text('status', { enum: scheduleRunStatuses }).notNull(),
    reasonCode: text('reason_code'),
    operationRunId: ref('operation_run_id'),
    /** For one that was skipped: the run that was in the way. */
    blockingRunId: ref('blocking_run_id'),
    backupSetId: ref('backup_set_id'),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    unique('schedule_runs_unique').on(t.scheduleId, t.tenantId, t.dueAt),
    // A round's counts come from the index alone.
    index('schedule_runs_round_idx').on(t.scheduleId, t.dueAt, t.status, t.tenantId),
    index('schedule_runs_workspace_idx').on(t.workspaceId, t.id),
    index('schedule_runs_status_idx').on(t.workspaceId, t.status, t.id),
    index('schedule_runs_tenant_idx').on(t.tenantId, t.id),
    index('schedule_runs_operation_run_idx').on(t.operationRunId),
    index('schedule_runs_running_idx')
      .on(t.workspaceId)
      .where(sql`${t.status} = 'running'`),
    foreignKey({
      name: 'schedule_runs_schedule_of_workspace',
      columns: [t.workspaceId, t.scheduleId],
      foreignColumns: [schedules.workspaceId, schedules.id],
    }),
    foreignKey({
      name: 'schedule_runs_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    check('schedule_runs_status_known', oneOf(t.status, scheduleRunStatuses)),
    check(
      'schedule_runs_skipped_exactly_without_a_run',
      sql`(${t.status} = 'skipped') = (${t.operationRunId} is null)`,
    ),
    check('schedule_runs_skipped_for_a_reason', sql`${t.status} <> 'skipped' or ${t.reasonCode} is not null`),
    check('schedule_runs_ended_exactly_when_final', sql`(${t.status} = 'running') = (${t.endedAt} is null)`),
    check(
      'schedule_runs_started_exactly_with_a_run',
      sql`(${t.startedAt} is null) = (${t.operationRunId} is null)`,
    ),
  ],
);

/** When a worker last did what is due every minute: one row. */
export const scheduleTicks = pgTable(
  'schedule_ticks',
  { id: integer('id').primaryKey().default(1), tickedAt: at('ticked_at').notNull() },
  (t) => [check('schedule_ticks_one_row', sql`${t.id} = 1`)],
);
