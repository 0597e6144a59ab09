import { planDue } from '../../core/schedules/planning.ts';
import { chooseStarts, type ChosenStart } from '../../core/schedules/starting.ts';
import type { Tx } from '../../db/engine/client.ts';
import { countActive, listWaiting, recordTick } from '../../db/schedules/dues.ts';
import { closeDues, insertDues, insertMissed, setNextDue } from '../../db/schedules/schedule-writes.ts';
import { lockDueSchedule } from '../../db/schedules/schedules.ts';
import { tenantsOfWorkspace } from '../../db/tenants/fleet.ts';
import type { StartDependencies } from '../runs/start-operation.ts';
import { startDue } from './start-due.ts';

/**
 * What is done every minute: plan the schedules that are due, then start whose turn has come. Safe to run twice, also at once
 * and in several processes: a schedule is planned and a tenant started by whoever holds its row, and the row says that it has
 * been done.
 */
export async function tickSchedules(dependencies: StartDependencies): Promise<void> {
  const { database, now } = dependencies;
  while (await database.transaction((tx) => planNext(tx, now()))) {
    // One schedule after the other, each in a transaction of its own.
  }
  const chosen = chooseStarts(await listWaiting(database.db, now()), await countActive(database.db));
  await startAll(dependencies, chosen);
  await recordTick(database.db, now());
}

/** false: none is due that no one else is planning. */
async function planNext(tx: Tx, now: Date): Promise<boolean> {
  const schedule = await lockDueSchedule(tx, now);
  if (schedule?.nextDueAt == null) return false;
  const { missed, due, next } = planDue(schedule, schedule.nextDueAt, now);
  const tenantIds = await tenantsOfWorkspace(tx, schedule.workspaceId, schedule.selector);
  // Whoever still waits from a time before has had its time; what was asked for since then has not.
  await closeDues(tx, schedule.id, { reason: 'schedule.missed', before: due ?? next, now });
  if (missed.length > 0) await insertMissed(tx, schedule, { tenantIds, missed, now });
  if (due !== null) await insertDues(tx, schedule, { tenantIds, dueAt: due, now, atOnce: false });
  await setNextDue(tx, schedule.id, next);
  return true;
}

/** Enough to keep PostgreSQL busy; most of the pool stays free for everyone else. */
const startsAtOnce = 4;

/** Every start is a transaction of its own, and none keeps another from its turn. The first failure is thrown at the end. */
async function startAll(dependencies: StartDependencies, chosen: readonly ChosenStart[]): Promise<void> {
  const rest = chosen.values();
  const failures: unknown[] = [];
  const work = async () => {
    for (const start of rest)
      await startDue(dependencies, start).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: startsAtOnce }, work));
  if (failures.length > 0) throw failures[0];
}
