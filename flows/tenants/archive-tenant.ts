import type { Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { notFound } from '../../core/fault.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { lockTenant, updateTenantRow } from '../../db/tenants/tenant-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';

/**
 * Nothing is started on an archived tenant; active runs end on their own, and its history stays readable. A
 * concurrent start either comes first or finds the tenant archived. Safe to repeat.
 */
export async function archiveTenant(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  id: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const tenant = await lockTenant(tx, viewer, id);
    if (tenant === null) throw notFound();
    assertCapability(tenant.role, viewer, 'tenant.manage');
    if (tenant.status === 'archived') return;
    await updateTenantRow(tx, id, { status: 'archived' }, now());
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'tenant.archived',
      subjectType: 'tenant',
      subjectId: id,
      data: { former_status: tenant.status },
    });
  });
}
