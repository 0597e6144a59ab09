import type { Viewer } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import {
  findOrInsertSession,
  findOrInsertTenant,
  insertTenantMembership,
  type DirectoryToOnboard,
} from '../../db/onboarding/onboarding-writes.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { workspaceFor } from '../access/workspace-for.ts';

export type { DirectoryToOnboard };

/**
 * Creates the tenant of a directory, or uses the existing one, and opens its session. Safe to repeat, from any
 * device: a second call returns the open session. Throws NOT_FOUND for someone else's workspace, FORBIDDEN, and
 * CONFLICT for an archived tenant or one that the viewer is not entitled to.
 */
export async function beginOnboarding(
  { database }: { readonly database: Database },
  viewer: Viewer,
  directory: DirectoryToOnboard,
): Promise<number> {
  const { workspaceId } = directory;
  return await database.transaction(async (tx) => {
    const tenantId = await adoptTenant(tx, viewer, directory);
    const session = await findOrInsertSession(tx, { workspaceId, tenantId });
    if (session.isNew) {
      await appendAudit(tx, {
        workspaceId,
        actorUserId: viewer.userId,
        action: 'onboarding.begun',
        subjectType: 'tenant_onboarding_session',
        subjectId: session.id,
        data: { tenant_id: tenantId, entra_tenant_id: directory.entraTenantId },
      });
    }
    return session.id;
  });
}

async function adoptTenant(tx: Tx, viewer: Viewer, directory: DirectoryToOnboard): Promise<number> {
  const { workspaceId, entraTenantId, name } = directory;
  const workspace = await workspaceFor(tx, viewer, workspaceId, 'tenant.manage');
  const { id, isNew } = await findOrInsertTenant(tx, directory);
  if (isNew) {
    const { userId } = viewer;
    if (workspace.role !== 'owner') {
      await insertTenantMembership(tx, { tenantId: id, userId, role: workspace.role });
    }
    const data = { name, entra_tenant_id: entraTenantId };
    await appendAudit(tx, {
      workspaceId,
      actorUserId: userId,
      action: 'tenant.created',
      subjectType: 'tenant',
      subjectId: id,
      data,
    });
    return id;
  }
  const [tenant] = await listTenantsById(tx, viewer, [id]);
  // That a directory is already in the workspace cannot be hidden from someone who tries to add it; whose it is can.
  if (tenant === undefined) throw new Fault('CONFLICT', 'This directory is already in the workspace.');
  assertCapability(tenant.role, viewer, 'tenant.manage');
  if (tenant.status === 'archived') throw new Fault('CONFLICT', 'The tenant of this directory is archived.');
  return id;
}
