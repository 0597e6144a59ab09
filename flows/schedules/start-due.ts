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
  const obstacle = tenant.isFrozen ? frozen : await findOverlapping(tx, due);
  if (obstacle !== null) {
    await giveWay(tx, due, obstacle, now);
    return;
  }
  const { operationType: type, tenantId } = due;
  const request = { type, tenantId, connectionId: null, trigger: 'schedule' } as const;
  const { run, decision, activeRun } = await judgeStart(tx, dependencies, null, { tenant, request });
  if (decision.kind === 'started') {
    const queued = await queueRun(tx, dependencies, run, { urgency: 'schedule', behind });
    await insertStarted(tx, due, queued.id, now);
    return;
  }
  const reason = decision.kind === 'blocked' ? decision.reason : 'scope.busy';
  await giveWay(tx, due, { reason, runId: activeRun?.id ?? null, mayPass: decision.kind !== 'blocked' }, now);
}

/** Why it cannot start now. */
interface Obstacle {
  readonly reason: ReasonCode;
  /** The run that is in the way. */
  readonly runId: number | null;
  /** Worth another try before the window ends. */
  readonly mayPass: boolean;
}

const frozen: Obstacle = { reason: 'schedule.frozen', runId: null, mayPass: false };

async function findOverlapping(tx: Tx, due: LockedDue): Promise<Obstacle | null> {
  const overlap = await findOverlap(tx, due);
  if (overlap === null) return null;
  // The other's turn may still be to come: until then there is no run to point at.
  return { reason: 'schedule.overlapped', runId: overlap.runId, mayPass: overlap.runId === null };
}

async function giveWay(
  tx: Tx,
  due: LockedDue,
  { reason, runId, mayPass }: Obstacle,
  now: Date,
): Promise<void> {
  if (mayPass && now < due.closesAt) await retry(tx, due, runId ?? due.blockingRunId, now);
  else await insertSkipped(tx, due, { reason, blockingRunId: runId }, now);
}

async function retry(tx: Tx, due: LockedDue, blockingRunId: number | null, now: Date): Promise<void> {
  // The last try is at the end of the window, not after it.
  const startAt = new Date(
    Math.min(now.getTime() + retryMs, Math.max(due.closesAt.getTime(), now.getTime() + 1)),
  );
  await postponeDue(tx, due, { startAt, blockingRunId });
}
