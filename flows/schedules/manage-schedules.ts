import type { Viewer } from '../../core/access/access.ts';
import { Fault, notFound } from '../../core/fault.ts';
import type { AuditAction, AuditData } from '../../core/people/audit.ts';
import {
  assertPlan,
  nextDueOf,
  schedulesPerWorkspace,
  type Schedule,
  type SchedulePlan,
} from '../../core/schedules/schedule.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import * as writes from '../../db/schedules/schedule-writes.ts';
import { countSchedules, lockSchedule } from '../../db/schedules/schedules.ts';
import { tenantsOf } from '../../db/tenants/fleet.ts';
import { lockWorkspace } from '../../db/tenants/workspace-writes.ts';
import { workspaceFor } from '../access/workspace-for.ts';

export interface ScheduleDependencies {
  readonly database: Database;
  readonly now: () => Date;
}

/**
 * Throws NOT_FOUND for a workspace or a tenant that is not the viewer's, FORBIDDEN without the capability, CONFLICT in a
 * workspace that has as many schedules as it can have.
 */
export async function createSchedule(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  { workspaceId, plan }: { readonly workspaceId: number; readonly plan: SchedulePlan },
): Promise<number> {
  assertPlan(plan);
  return await database.transaction(async (tx) => {
    await assertMayManage(tx, viewer, workspaceId);
    await assertSeesSelected(tx, viewer, workspaceId, plan);
    await assertRoomForOneMore(tx, viewer, workspaceId);
    const createdByUserId = viewer.userId;
    const schedule = { ...plan, workspaceId, createdByUserId, nextDueAt: nextDueOf(plan, now()) };
    const id = await writes.insertSchedule(tx, schedule);
    await audit(tx, viewer, 'schedule.created', { id, workspaceId, name: plan.name });
    return id;
  });
}

/** What waits for its turn is started as it was planned; the next due time goes by the change. */
export async function updateSchedule(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  { id, changes }: { readonly id: number; readonly changes: Partial<Omit<SchedulePlan, 'operationType'>> },
): Promise<void> {
  await database.transaction(async (tx) => {
    const schedule = await lockForChange(tx, viewer, id);
    const { operationType, name, selector, cadence, timeZone, windowMinutes } = { ...schedule, ...changes };
    const plan = { operationType, name, selector, cadence, timeZone, windowMinutes };
    assertPlan(plan);
    if (changes.selector !== undefined) await assertSeesSelected(tx, viewer, schedule.workspaceId, plan);
    const isMoved = changes.cadence !== undefined || changes.timeZone !== undefined;
    const nextDueAt = schedule.isEnabled && isMoved ? nextDueOf(plan, now()) : schedule.nextDueAt;
    await writes.updateSchedule(tx, id, { ...plan, nextDueAt });
    await audit(tx, viewer, 'schedule.updated', schedule);
  });
}

/** It starts nothing from now on; what is running ends on its own. Safe to repeat. */
export async function pauseSchedule(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const schedule = await lockForChange(tx, viewer, id);
    await writes.pauseSchedule(tx, id, reason);
    await writes.closeDues(tx, id, { reason: 'schedule.paused', before: null, now: now() });
    await audit(tx, viewer, 'schedule.paused', schedule, { reason });
  });
}

/** From now on: what was due while it was paused is not made up for. Safe to repeat. */
export async function resumeSchedule(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  id: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const schedule = await lockForChange(tx, viewer, id);
    if (schedule.isEnabled) return;
    await writes.resumeSchedule(tx, id, nextDueOf(schedule, now()));
    await audit(tx, viewer, 'schedule.resumed', schedule);
  });
}

/** Its runs stay readable. A second time there is nothing to delete: NOT_FOUND. */
export async function deleteSchedule(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  id: number,
): Promise<number> {
  return await database.transaction(async (tx) => {
    const schedule = await lockForChange(tx, viewer, id);
    await writes.markDeleted(tx, id, now());
    await writes.closeDues(tx, id, { reason: 'schedule.paused', before: null, now: now() });
    await audit(tx, viewer, 'schedule.deleted', schedule);
    return schedule.workspaceId;
  });
}

/** Locked until the transaction ends. NOT_FOUND before FORBIDDEN: a stranger learns nothing. */
export async function lockForChange(tx: Tx, viewer: Viewer, id: number): Promise<Schedule> {
  const schedule = await lockSchedule(tx, viewer, id);
  if (schedule === null) throw notFound();
  await assertMayManage(tx, viewer, schedule.workspaceId);
  return schedule;
}

export async function assertMayManage(tx: Tx, viewer: Viewer, workspaceId: number): Promise<void> {
  await workspaceFor(tx, viewer, workspaceId, 'schedule.manage');
}

/** Tenants are named by those who see them; `all` means the workspace's, whoever says it. */
async function assertSeesSelected(
  tx: Tx,
  viewer: Viewer,
  workspaceId: number,
  { selector }: SchedulePlan,
): Promise<void> {
  if ('all' in selector) return;
  const seen = await tenantsOf(tx, viewer, workspaceId, selector);
  if (seen.length < selector.tenantIds.length) throw notFound();
}

async function assertRoomForOneMore(tx: Tx, viewer: Viewer, workspaceId: number): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  if ((await countSchedules(tx, viewer, workspaceId)) < schedulesPerWorkspace) return;
  throw new Fault(
    'CONFLICT',
    `A workspace can have at most ${schedulesPerWorkspace} schedules. Delete one first.`,
  );
}

export async function audit(
  tx: Tx,
  viewer: Viewer,
  action: AuditAction,
  { id, workspaceId, name }: Pick<Schedule, 'id' | 'workspaceId' | 'name'>,
  data: AuditData = {},
): Promise<void> {
  const subject = { subjectType: 'schedule', subjectId: id } as const;
  await appendAudit(tx, {
    workspaceId,
    actorUserId: viewer.userId,
    action,
    ...subject,
    data: { name, ...data },
  });
}
