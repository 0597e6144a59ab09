import { capabilitiesOf, type Role, type Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import {
  ensureUser,
  findWorkspaceMember,
  insertWorkspaceMember,
  lockWorkspaceForMembers,
  updateWorkspaceRole,
} from '../../db/people/members.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { assertMayGrant } from './assert-may-grant.ts';

export interface WorkspaceMemberRequest {
  readonly workspaceId: number;
  /** By id only an existing member, so that no one can probe user ids. */
  readonly person:
    { readonly userId: number } | { readonly email: string; readonly displayName: string | null };
  readonly role: Role;
}

/**
 * Adds someone to the workspace or changes their role, with its audit entry in the same transaction. Safe to repeat.
 * Throws CONFLICT if it would leave the workspace without an owner.
 */
export async function setWorkspaceMember(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { workspaceId, person, role }: WorkspaceMemberRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const workspace = await lockWorkspaceForMembers(tx, viewer, workspaceId);
    if (workspace === null) throw notFound();
    assertCapability(workspace.role, viewer, 'members.manage');
    assertMayGrant(workspace.role, viewer, capabilitiesOf(role));
    const member = await findWorkspaceMember(tx, workspaceId, person);
    if (member?.role === role) return;
    const userId = member?.userId ?? (await letIn(tx, { workspaceId, person, role }));
    if (member !== null) await updateWorkspaceRole(tx, { workspaceId, userId, role });
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: member === null ? 'workspace_member.added' : 'workspace_member.role_changed',
      subjectType: 'user',
      subjectId: userId,
      data: { role, former_role: member?.role ?? null },
    });
  });
}

async function letIn(tx: Tx, { workspaceId, person, role }: WorkspaceMemberRequest): Promise<number> {
  if ('userId' in person) throw notFound();
  const { email, displayName } = person;
  const name = displayName ?? email;
  const { id: userId, isNew } = await ensureUser(tx, { email, displayName: name });
  await insertWorkspaceMember(tx, { workspaceId, userId, role, displayName: isNew ? null : name });
  return userId;
}
