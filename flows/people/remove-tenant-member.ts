import type { Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { deleteTenantMember, findTenantRole, type MemberChoice } from '../../db/people/members.ts';
import { lockTenantForMembers } from './lock-tenant-for-members.ts';

export interface RemoveTenantMemberRequest {
  readonly tenantId: number;
  readonly member: MemberChoice;
}

/** Removes the role given on the tenant; workspace owners stay entitled to it. */
export async function removeTenantMember(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { tenantId, member: choice }: RemoveTenantMemberRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, member } = await lockTenantForMembers(tx, viewer, tenantId, choice);
    const formerRole = await findTenantRole(tx, tenantId, member.userId);
    if (formerRole === null) throw notFound();
    await deleteTenantMember(tx, tenantId, member.userId);
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'tenant_member.removed',
      subjectType: 'tenant',
      subjectId: tenantId,
      data: { user_id: member.userId, former_role: formerRole },
    });
  });
}
