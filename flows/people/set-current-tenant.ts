import type { Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import type { Database } from '../../db/engine/client.ts';
import { updateCurrentTenant } from '../../db/people/members.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';

/** The viewer's own bookmark in the tenant's workspace: no one else sees it, so it leaves no audit entry. */
export async function setCurrentTenant(
  { database }: { readonly database: Database },
  viewer: Viewer,
  tenantId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const [tenant] = await listTenantsById(tx, viewer, [tenantId]);
    if (tenant === undefined) throw notFound();
    await updateCurrentTenant(tx, { workspaceId: tenant.workspaceId, userId: viewer.userId, tenantId });
  });
}
