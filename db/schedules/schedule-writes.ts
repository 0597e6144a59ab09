import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Cadence } from '../../core/schedules/cadence.ts';
import { endOfWindow, startOf } from '../../core/schedules/planning.ts';
import {
  nextDueOf,
  nightlyVerification,
  type Schedule,
  type SchedulePlan,
} from '../../core/schedules/schedule.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { Tx } from '../engine/client.ts';
import { schedules } from '../tables/schedules.ts';

export interface NewSchedule extends SchedulePlan {
  readonly workspaceId: number;
  /** null: the program. */
  readonly createdByUserId: number | null;
  readonly nextDueAt: Date;
}

export async function insertSchedule(tx: Tx, { cadence, ...schedule }: NewSchedule): Promise<number> {
  const [row] = await tx
    .insert(schedules)
    .values({ ...schedule, ...toColumns(cadence) })
    .returning({ id: schedules.id });
  if (row === undefined) throw new Error('insert into schedules returned no row');
  return row.id;
}

/** Every workspace verifies its tenants every night from its first one on. */
export async function insertNightlyVerification(
  tx: Tx,
  workspace: { readonly id: number; readonly timeZone: string },
  now: Date,
): Promise<void> {
  const plan = nightlyVerification(workspace.timeZone);
  const nextDueAt = nextDueOf(plan, now);
  await insertSchedule(tx, { ...plan, workspaceId: workspace.id, createdByUserId: null, nextDueAt });
}

export async function updateSchedule(
  tx: Tx,
  id: number,
  { cadence, ...changes }: SchedulePlan & { readonly nextDueAt: Date | null },
): Promise<void> {
  await tx
    .update(schedules)
    .set({ ...changes, ...toColumns(cadence) })
    .where(eq(schedules.id, id));
}

function toColumns(cadence: Cadence) {
  return {
    cadence: cadence.kind,
    atLocal: cadence.kind === 'hourly' ? null : cadence.atLocal,
    weekdays: cadence.kind === 'weekly' ? [...cadence.weekdays] : null,
    everyHours: cadence.kind === 'hourly' ? cadence.everyHours : null,
  };
}

export async function resumeSchedule(tx: Tx, id: number, nextDueAt: Date): Promise<void> {
  await tx
    .update(schedules)
    .set({ isEnabled: true, pausedReason: null, nextDueAt })
    .where(eq(schedules.id, id));
}

export async function pauseSchedule(tx: Tx, id: number, reason: string): Promise<void> {
  await tx
    .update(schedules)
    .set({ isEnabled: false, pausedReason: reason, nextDueAt: null })
    .where(eq(schedules.id, id));
}

export async function markDeleted(tx: Tx, id: number, now: Date): Promise<void> {
  await tx
    .update(schedules)
    .set({ isEnabled: false, nextDueAt: null, deletedAt: now })
    .where(and(eq(schedules.id, id), isNull(schedules.deletedAt)));
}

export async function setNextDue(tx: Tx, id: number, nextDueAt: Date): Promise<void> {
  await tx.update(schedules).set({ nextDueAt }).where(eq(schedules.id, id));
}

/** One statement, however many tenants. Doubled plans change nothing. */
export async function insertDues(
  tx: Tx,
  schedule: Pick<Schedule, 'id' | 'workspaceId' | 'operationType' | 'windowMinutes'>,
  {
    tenantIds,
    dueAt,
    now,
    atOnce,
  }: { tenantIds: readonly number[]; dueAt: Date; now: Date; atOnce: boolean },
): Promise<void> {
  // Planned late, the window begins late: what is due starts anyway.
  const late = endOfWindow(schedule, dueAt) <= now;
  const from = late ? now : dueAt;
  const rows = tenantIds.map((tenantId) => ({
    tenant_id: tenantId,
    start_at: atOnce ? now : startOf(schedule, tenantId, from),
  }));
  await tx.execute(sql`/* insertDues */
    insert into schedule_dues (schedule_id, tenant_id, workspace_id, operation_type, due_at, start_at, closes_at)
    select ${schedule.id}::bigint, planned.tenant_id, ${schedule.workspaceId}::bigint, ${schedule.operationType}::text,
      ${dueAt.toISOString()}::timestamptz, planned.start_at, ${endOfWindow(schedule, from).toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as planned (tenant_id bigint, start_at timestamptz)
    where not exists (select from schedule_runs run where run.schedule_id = ${schedule.id}
      and run.tenant_id = planned.tenant_id and run.due_at = ${dueAt.toISOString()}::timestamptz)
    on conflict do nothing`);
}

/** Whoever waits for a turn gets it now; their ids. */
export async function hastenDues(tx: Tx, scheduleId: number, now: Date): Promise<number[]> {
  const rows = await tx.execute<{ tenant_id: string }>(sql`/* hastenDues */
    update schedule_dues set start_at = least(start_at, ${now.toISOString()}::timestamptz)
    where schedule_id = ${scheduleId} returning tenant_id`);
  return rows.map((row) => Number(row.tenant_id));
}

/** One row for each tenant and due time that was not planned in time. */
export async function insertMissed(
  tx: Tx,
  schedule: Pick<Schedule, 'id' | 'workspaceId' | 'operationType' | 'windowMinutes'>,
  { tenantIds, missed, now }: { tenantIds: readonly number[]; missed: readonly Date[]; now: Date },
): Promise<void> {
  const times = missed.map((at) => ({ due_at: at, closes_at: endOfWindow(schedule, at) }));
  await tx.execute(sql`/* insertMissed */
    insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status, reason_code, ended_at)
    select ${schedule.workspaceId}::bigint, ${schedule.id}::bigint, tenant_id, ${schedule.operationType}::text, due_at,
      closes_at, 'skipped', 'schedule.missed', ${now.toISOString()}::timestamptz
    from unnest(${sql.param([...tenantIds])}::bigint[]) as tenant_id
    cross join json_to_recordset(${JSON.stringify(times)}::text::json) as passed (due_at timestamptz, closes_at timestamptz)
    on conflict do nothing`);
}

interface Closing {
  readonly reason: Extract<ReasonCode, 'schedule.missed' | 'schedule.paused'>;
  /** Only due times before this one; null: all of them. */
  readonly before: Date | null;
  readonly now: Date;
}

/** What still waits gets its row; who was tried says what was in the way. */
export async function closeDues(tx: Tx, scheduleId: number, { reason, before, now }: Closing): Promise<void> {
  const isBefore = before === null ? sql`true` : sql`due_at < ${before.toISOString()}::timestamptz`;
  await tx.execute(sql`/* closeDues */
    insert into schedule_runs (workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, status,
      reason_code, blocking_run_id, ended_at)
    select workspace_id, schedule_id, tenant_id, operation_type, due_at, closes_at, 'skipped',
      case when blocking_run_id is null then ${reason}::text else 'scope.busy' end, blocking_run_id,
      ${now.toISOString()}::timestamptz
    from (select * from schedule_dues where schedule_id = ${scheduleId} and ${isBefore}
      order by tenant_id, due_at for update) waiting`);
}
