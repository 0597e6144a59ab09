import type { Viewer } from '../../core/access/access.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { upsertTenantMember } from '../../db/people/members.ts';
import { insertTenant, type TenantFacts } from '../../db/tenants/tenant-writes.ts';
import { workspaceFor } from '../access/workspace-for.ts';

export interface CreateTenantRequest extends TenantFacts {
  readonly workspaceId: number;
}

/**
 * A new tenant in status onboarding. Its creator can see it: unless they own the workspace, they are given their own
 * role on it. Throws CONFLICT if the workspace already has a tenant with that directory.
 */
export async function createTenant(
  { database }: { readonly database: Database },
  viewer: Viewer,
  request: CreateTenantRequest,
): Promise<number> {
  const { workspaceId, name, tenantId, externalId } = request;
  return await database.transaction(async (tx) => {
    const workspace = await workspaceFor(tx, viewer, workspaceId, 'tenant.manage');
    const id = await insertTenant(tx, { workspaceId, name, tenantId, externalId });
    if (workspace.role !== 'owner') {
      await upsertTenantMember(tx, { tenantId: id, userId: viewer.userId, role: workspace.role });
    }
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: 'tenant.created',
      subjectType: 'tenant',
      subjectId: id,
      data: { name, entra_tenant_id: tenantId, external_id: externalId },
    });
    return id;
  });
}
