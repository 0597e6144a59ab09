import type { Role, Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import type { Tx } from '../../db/engine/client.ts';
import { findWorkspaceMember, lockWorkspaceForMembers, type MemberChoice } from '../../db/people/members.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';

/**
 * How granting and removing access to a tenant begins: the tenant as the viewer sees it, under the workspace's lock,
 * and the member concerned. NOT_FOUND for either; FORBIDDEN without members.manage.
 */
export async function lockTenantForMembers(
  tx: Tx,
  viewer: Viewer,
  tenantId: number,
  choice: MemberChoice,
): Promise<{ tenant: Tenant; member: { readonly userId: number; readonly role: Role } }> {
  const [visible] = await listTenantsById(tx, viewer, [tenantId]);
  if (visible === undefined) throw notFound();
  await lockWorkspaceForMembers(tx, viewer, visible.workspaceId);
  const [tenant] = await listTenantsById(tx, viewer, [tenantId]);
  if (tenant === undefined) throw notFound();
  assertCapability(tenant.role, viewer, 'members.manage');
  const member = await findWorkspaceMember(tx, tenant.workspaceId, choice);
  if (member === null) throw notFound();
  return { tenant, member };
}
