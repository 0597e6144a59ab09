import type { Viewer } from '../../core/access/access.ts';
import { Fault, notFound } from '../../core/fault.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { deleteWorkspaceMember, lockWorkspaceForMembers } from '../../db/people/members.ts';

/**
 * Ends the viewer's own membership, whatever their role, with everything that rests on it. Returns the workspace as it was.
 * Throws CONFLICT for the last owner.
 */
export async function leaveWorkspace(
  { database }: { readonly database: Database },
  viewer: Viewer,
  workspaceId: number,
): Promise<Workspace> {
  return await database.transaction(async (tx) => {
    const workspace = await lockWorkspaceForMembers(tx, viewer, workspaceId);
    if (workspace === null) throw notFound();
    // A token that got lost must not cost its owner their place.
    if (viewer.workspaceId !== null)
      throw new Fault('FORBIDDEN', 'Sign in to leave a workspace: a token cannot.');
    await deleteWorkspaceMember(tx, workspaceId, viewer.userId);
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: 'workspace_member.left',
      subjectType: 'user',
      subjectId: viewer.userId,
      data: { former_role: workspace.role },
    });
    return workspace;
  });
}
