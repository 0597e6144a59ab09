import type { Viewer } from '../../core/access/access.ts';
import { hastenDues, insertDues } from '../../db/schedules/schedule-writes.ts';
import { tenantsOfWorkspace } from '../../db/tenants/fleet.ts';
import { audit, lockForChange, type ScheduleDependencies } from './manage-schedules.ts';

/**
 * Everyone's turn is now, by the next tick: whoever waits for it already waits no longer, the others get a due time of their
 * own. Works on a paused schedule, too.
 */
export async function runScheduleNow(
  { database, now }: ScheduleDependencies,
  viewer: Viewer,
  id: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const schedule = await lockForChange(tx, viewer, id);
    const at = now();
    const waiting = new Set(await hastenDues(tx, id, at));
    const all = await tenantsOfWorkspace(tx, schedule.workspaceId, schedule.selector);
    const tenantIds = all.filter((tenantId) => !waiting.has(tenantId));
    await insertDues(tx, schedule, { tenantIds, dueAt: at, now: at, atOnce: true });
    await audit(tx, viewer, 'schedule.run_now', schedule, { tenants: all.length });
  });
}
