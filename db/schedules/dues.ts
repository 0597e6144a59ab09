import { and, eq, sql } from 'drizzle-orm';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { ActiveCounts, WaitingDue } from '../../core/schedules/starting.ts';
import type { TenantStatus } from '../../core/tenants/tenant.ts';
import type { Db, Tx } from '../engine/client.ts';
import { scheduleDues, scheduleRuns, scheduleTicks } from '../tables/schedules.ts';

/** Several ticks' worth of starts, a few from each workspace before more from any. */
const mostWaiting = 1_000;

/** Whose turn has come: round by round one of each workspace, the longest waiting first. */
export async function listWaiting(db: Db, now: Date): Promise<WaitingDue[]> {
  const rows = await db.execute<{
    schedule_id: string;
    tenant_id: string;
    workspace_id: string;
    client_id: string | null;
    due_at: string;
  }>(sql`/* listWaiting */
    select due.schedule_id, due.tenant_id, due.workspace_id, due.due_at, credential.client_id
    from (select *, row_number() over (partition by workspace_id order by start_at, tenant_id) as place
      from schedule_dues where start_at <= ${now.toISOString()}::timestamptz) due
    left join provider_connections connection on connection.tenant_id = due.tenant_id
      and connection.provider = 'microsoft' and connection.is_default
    left join provider_credentials credential on credential.provider_connection_id = connection.id
    order by due.place, due.start_at, due.tenant_id
    limit ${mostWaiting}`);
  return rows.map((row) => ({
    scheduleId: Number(row.schedule_id),
    tenantId: Number(row.tenant_id),
    workspaceId: Number(row.workspace_id),
    clientId: row.client_id,
    dueAt: new Date(row.due_at),
  }));
}

/** Scheduled runs that have not ended, which are few: whatever the history, an index holds them alone. */
export async function countActive(db: Db): Promise<ActiveCounts> {
  const rows = await db.execute<{ workspace_id: string; client_id: string | null; count: string }>(sql`
    /* countActiveScheduled */
    select run.workspace_id, credential.client_id, count(*) as count
    from schedule_runs run
    join operation_runs operation on operation.id = run.operation_run_id
    left join provider_credentials credential on credential.provider_connection_id = operation.provider_connection_id
    where run.status = 'running'
    group by 1, 2`);
  const byWorkspace = new Map<number, number>();
  const byApplication = new Map<string, number>();
  for (const { workspace_id, client_id, count } of rows) {
    add(byWorkspace, Number(workspace_id), Number(count));
    if (client_id !== null) add(byApplication, client_id, Number(count));
  }
  return { byWorkspace, byApplication };
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

export type DueKey = Pick<WaitingDue, 'scheduleId' | 'tenantId' | 'dueAt'>;

export interface LockedDue extends DueKey {
  readonly workspaceId: number;
  readonly operationType: OperationType;
  readonly closesAt: Date;
  readonly blockingRunId: number | null;
}

/** null: someone else is starting it, or has. */
export async function lockDue(tx: Tx, key: DueKey): Promise<LockedDue | null> {
  const [row] = await tx
    .select({
      scheduleId: scheduleDues.scheduleId,
      tenantId: scheduleDues.tenantId,
      workspaceId: scheduleDues.workspaceId,
      operationType: scheduleDues.operationType,
      dueAt: scheduleDues.dueAt,
      closesAt: scheduleDues.closesAt,
      blockingRunId: scheduleDues.blockingRunId,
    })
    .from(scheduleDues)
    .where(isDue(key))
    .for('update', { skipLocked: true });
  return row ?? null;
}

function isDue({ scheduleId, tenantId, dueAt }: DueKey) {
  return and(
    eq(scheduleDues.scheduleId, scheduleId),
    eq(scheduleDues.tenantId, tenantId),
    eq(scheduleDues.dueAt, dueAt),
  );
}

export async function postponeDue(
  tx: Tx,
  due: LockedDue,
  later: { readonly startAt: Date; readonly blockingRunId: number | null },
): Promise<void> {
  await tx.update(scheduleDues).set(later).where(isDue(due));
}

export interface DueTenant {
  readonly id: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly status: TenantStatus;
  readonly tenantId: string | null;
  readonly externalId: string | null;
  readonly isFrozen: boolean;
}

/** Held against changes until the transaction ends, as by every start. */
export async function findDueTenant(tx: Tx, tenantId: number, now: Date): Promise<DueTenant> {
  const time = sql`${now.toISOString()}::timestamptz`;
  const [row] = await tx.execute<{
    id: string;
    workspace_id: string;
    name: string;
    status: TenantStatus;
    tenant_id: string | null;
    external_id: string | null;
    is_frozen: boolean;
  }>(sql`/* findDueTenant */
    select tenant.id, tenant.workspace_id, tenant.name, tenant.status, tenant.tenant_id, tenant.external_id,
      coalesce(tenant.frozen_until > ${time} or workspace.frozen_until > ${time}, false) as is_frozen
    from tenants tenant join workspaces workspace on workspace.id = tenant.workspace_id
    where tenant.id = ${tenantId} for share of tenant`);
  if (row === undefined) throw new Error(`tenant ${tenantId} is gone`);
  const { id, workspace_id, tenant_id, external_id, is_frozen, ...rest } = row;
  return {
    ...rest,
    id: Number(id),
    workspaceId: Number(workspace_id),
    tenantId: tenant_id,
    externalId: external_id,
    isFrozen: is_frozen,
  };
}

export interface Overlap {
  /** The run of the schedule that was first; null: its turn is still to come. */
  readonly runId: number | null;
}

/** Another schedule of the operation whose window meets this one's on the tenant, and that was due before. */
export async function findOverlap(tx: Tx, due: LockedDue): Promise<Overlap | null> {
  const dueAt = sql`${due.dueAt.toISOString()}::timestamptz`;
  const [row] = await tx.execute<{ run_id: string | null }>(sql`/* findOverlap */
    select operation_run_id as run_id from schedule_runs
    where tenant_id = ${due.tenantId} and operation_type = ${due.operationType} and schedule_id <> ${due.scheduleId}
      and status <> 'skipped' and closes_at > ${dueAt} and (due_at, schedule_id) < (${dueAt}, ${due.scheduleId}::bigint)
    union all
    select null from schedule_dues
    where workspace_id = ${due.workspaceId} and tenant_id = ${due.tenantId} and operation_type = ${due.operationType}
      and schedule_id <> ${due.scheduleId} and closes_at > ${dueAt}
      and (due_at, schedule_id) < (${dueAt}, ${due.scheduleId}::bigint)
    order by run_id nulls last limit 1`);
  return row === undefined ? null : { runId: row.run_id === null ? null : Number(row.run_id) };
}

/** Its due goes with it. */
export async function insertStarted(
  tx: Tx,
  due: LockedDue,
  operationRunId: number,
  now: Date,
): Promise<void> {
  await insertRun(tx, due, { status: 'running', operationRunId, startedAt: now });
}

export async function insertSkipped(
  tx: Tx,
  due: LockedDue,
  { reason, blockingRunId }: { readonly reason: ReasonCode; readonly blockingRunId: number | null },
  now: Date,
): Promise<void> {
  await insertRun(tx, due, { status: 'skipped', reasonCode: reason, blockingRunId, endedAt: now });
}

async function insertRun(
  tx: Tx,
  { workspaceId, scheduleId, tenantId, operationType, dueAt, closesAt }: LockedDue,
  end: Partial<typeof scheduleRuns.$inferInsert> & Pick<typeof scheduleRuns.$inferInsert, 'status'>,
): Promise<void> {
  const place = { workspaceId, scheduleId, tenantId, operationType, dueAt, closesAt };
  await tx.insert(scheduleRuns).values({ ...place, ...end });
}

export async function recordTick(db: Db, now: Date): Promise<void> {
  await db
    .insert(scheduleTicks)
    .values({ tickedAt: now })
    .onConflictDoUpdate({ target: scheduleTicks.id, set: { tickedAt: now } });
}
