import { capabilitiesOf, type Role, type Viewer } from '../../core/access/access.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { findTenantRole, upsertTenantMember, type MemberChoice } from '../../db/people/members.ts';
import { assertMayGrant } from './assert-may-grant.ts';
import { lockTenantForMembers } from './lock-tenant-for-members.ts';

export interface TenantMemberRequest {
  readonly tenantId: number;
  /** A member of the tenant's workspace. */
  readonly member: MemberChoice;
  readonly role: Role;
}

/** Gives a workspace member access to the tenant, or a different role on it. Safe to repeat. */
export async function setTenantMember(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { tenantId, member: choice, role }: TenantMemberRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, member } = await lockTenantForMembers(tx, viewer, tenantId, choice);
    assertMayGrant(tenant.role, viewer, capabilitiesOf(role));
    const formerRole = await findTenantRole(tx, tenantId, member.userId);
    if (formerRole === role) return;
    await upsertTenantMember(tx, { tenantId, userId: member.userId, role });
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: formerRole === null ? 'tenant_member.added' : 'tenant_member.role_changed',
      subjectType: 'tenant',
      subjectId: tenantId,
      data: { user_id: member.userId, role, former_role: formerRole },
    });
  });
}
