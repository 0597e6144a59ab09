import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { ChosenStart } from '../../core/schedules/starting.ts';
import type { Tx } from '../../db/engine/client.ts';
import {
  findDueTenant,
  findOverlap,
  insertSkipped,
  insertStarted,
  lockDue,
  postponeDue,
  type LockedDue,
} from '../../db/schedules/dues.ts';
import { judgeStart, queueRun, type StartDependencies } from '../runs/start-operation.ts';

/** A verification takes seconds, so two minutes later the way is usually free. */
const retryMs = 120_000;

/**
 * One tenant's turn, through the start gate like every start, in one transaction: the run, its job and the row that says so, or
 * the row that says why not. Safe to repeat: whoever comes second finds no due.
 */
export async function startDue(dependencies: StartDependencies, { due, place }: ChosenStart): Promise<void> {
  await dependencies.database.transaction(async (tx) => {
    const locked = await lockDue(tx, due);
    if (locked !== null) await start(tx, dependencies, locked, place);
  });
}

async function start(tx: Tx, dependencies: StartDependencies, due: LockedDue, behind: number): Promise<void> {
  const now = dependencies.now();
  const tenant = await findDueTenant(tx, due.tenantId, now);
  const skip = (reason: ReasonCode, blockingRunId: number | null = null) =>
    insertSkipped(tx, due, { reason, blockingRunId }, now);
  if (tenant.isFrozen) return await skip('schedule.frozen');
  const overlap = await findOverlap(tx, due);
  if (overlap !== null) {
    // The other's turn may still be to come: until then there is no run to point at.
    const isSettled = overlap.runId !== null || now >= due.closesAt;
    return isSettled
      ? await skip('schedule.overlapped', overlap.runId)
      : await retry(tx, due, due.blockingRunId, now);
  }
  const request = {
    type: due.operationType,
    tenantId: due.tenantId,
    connectionId: null,
    trigger: 'schedule',
  } as const;
  const { run, decision, activeRun } = await judgeStart(tx, dependencies, null, { tenant, request });
  switch (decision.kind) {
    case 'started': {
      const queued = await queueRun(tx, dependencies, run, { urgency: 'schedule', behind });
      return await insertStarted(tx, due, queued.id, now);
    }
    case 'blocked':
      return await skip(decision.reason);
    case 'deduped':
    case 'scope_busy': {
      const inTheWay = activeRun?.id ?? null;
      return now >= due.closesAt ? await skip('scope.busy', inTheWay) : await retry(tx, due, inTheWay, now);
    }
  }
}

async function retry(tx: Tx, due: LockedDue, blockingRunId: number | null, now: Date): Promise<void> {
  // The last try is at the end of the window, not after it.
  const startAt = new Date(
    Math.min(now.getTime() + retryMs, Math.max(due.closesAt.getTime(), now.getTime() + 1)),
  );
  await postponeDue(tx, due, { startAt, blockingRunId });
}
