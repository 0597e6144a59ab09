import type { Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import {
  deleteWorkspaceMember,
  findWorkspaceMember,
  lockWorkspaceForMembers,
  type MemberChoice,
} from '../../db/people/members.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface RemoveWorkspaceMemberRequest {
  readonly workspaceId: number;
  readonly member: MemberChoice;
}

/**
 * Ends a membership with everything that depends on it: tenant memberships, API tokens, open subscriptions. Throws
 * CONFLICT if it would leave the workspace without an owner.
 */
export async function removeWorkspaceMember(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { workspaceId, member: choice }: RemoveWorkspaceMemberRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const workspace = await lockWorkspaceForMembers(tx, viewer, workspaceId);
    if (workspace === null) throw notFound();
    assertCapability(workspace.role, viewer, 'members.manage');
    const member = await findWorkspaceMember(tx, workspaceId, choice);
    if (member === null) throw notFound();
    await deleteWorkspaceMember(tx, workspaceId, member.userId);
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: 'workspace_member.removed',
      subjectType: 'user',
      subjectId: member.userId,
      data: { former_role: member.role },
    });
  });
}
