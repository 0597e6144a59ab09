import type { Viewer } from '../../core/access/access.ts';
import { assertTimeZone } from '../../core/schedules/schedule.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { setWorkspaceTimeZone } from '../../db/tenants/workspaces.ts';
import { workspaceFor } from '../access/workspace-for.ts';

/** Its days go by the new zone from now on. Schedules have a zone of their own and keep it. Safe to repeat. */
export async function updateWorkspace(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { id, timeZone }: { readonly id: number; readonly timeZone: string },
): Promise<void> {
  assertTimeZone(timeZone);
  await database.transaction(async (tx) => {
    const workspace = await workspaceFor(tx, viewer, id, 'schedule.manage');
    if (workspace.timeZone === timeZone) return;
    await setWorkspaceTimeZone(tx, id, timeZone);
    await appendAudit(tx, {
      workspaceId: id,
      actorUserId: viewer.userId,
      action: 'workspace.updated',
      subjectType: 'workspace',
      subjectId: id,
      data: { time_zone: timeZone, former_time_zone: workspace.timeZone },
    });
  });
}
