import type { Viewer } from '../../core/access/access.ts';
import { assertTimeZone } from '../../core/schedules/schedule.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { updateWorkspaceRow } from '../../db/tenants/workspace-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { workspaceFor } from '../access/workspace-for.ts';

export interface WorkspaceChanges {
  readonly id: number;
  /** undefined: stays as it is. */
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
}

/**
 * Its days go by a new zone from now on; schedules have a zone of their own and keep it. The slug stays: settings name the
 * workspace by it. Safe to repeat.
 */
export async function updateWorkspace(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { id, name, timeZone }: WorkspaceChanges,
): Promise<void> {
  if (timeZone !== undefined) assertTimeZone(timeZone);
  await database.transaction(async (tx) => {
    const workspace = await workspaceFor(tx, viewer, id, 'view');
    if (timeZone !== undefined) assertCapability(workspace.role, viewer, 'schedule.manage');
    if (name !== undefined) assertCapability(workspace.role, viewer, 'members.manage');
    const data = changesOf(workspace, { name, timeZone });
    if (Object.keys(data).length === 0) return;
    await updateWorkspaceRow(tx, id, { name, timeZone });
    await appendAudit(tx, {
      workspaceId: id,
      actorUserId: viewer.userId,
      action: 'workspace.updated',
      subjectType: 'workspace',
      subjectId: id,
      data,
    });
  });
}

function changesOf(
  workspace: Workspace,
  { name = workspace.name, timeZone = workspace.timeZone }: Omit<WorkspaceChanges, 'id'>,
): Record<string, string> {
  return {
    ...(name !== workspace.name && { name, former_name: workspace.name }),
    ...(timeZone !== workspace.timeZone && { time_zone: timeZone, former_time_zone: workspace.timeZone }),
  };
}
