import type { Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { Fault, notFound } from '../../core/fault.ts';
import type { Tenant, TenantStatus } from '../../core/tenants/tenant.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { lockTenant, updateTenantRow, type TenantFacts } from '../../db/tenants/tenant-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface UpdateTenantRequest {
  readonly id: number;
  /** Omitted fields stay as they are. `active` restores an archived tenant. */
  readonly changes: Partial<TenantFacts & { readonly status: Exclude<TenantStatus, 'archived'> }>;
}

/**
 * Throws CONFLICT for an archived tenant that is not restored by the same request, and for a directory that is
 * already in use.
 */
export async function updateTenant(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  { id, changes }: UpdateTenantRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const tenant = await lockTenant(tx, viewer, id);
    if (tenant === null) throw notFound();
    assertCapability(tenant.role, viewer, 'tenant.manage');
    const isArchived = tenant.status === 'archived';
    if (isArchived && changes.status === undefined) {
      throw new Fault('CONFLICT', 'The tenant is archived. Restore it first: set its status to ACTIVE.');
    }
    const data = differences(tenant, changes);
    if (Object.keys(data).length === 0) return;
    const chosen = { ...changes, ...('name' in data && { nameChosenBy: 'person' as const }) };
    await updateTenantRow(tx, id, chosen, now());
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: isArchived ? 'tenant.restored' : 'tenant.updated',
      subjectType: 'tenant',
      subjectId: id,
      data,
    });
  });
}

const auditNames = {
  name: 'name',
  tenantId: 'entra_tenant_id',
  externalId: 'external_id',
  status: 'status',
} as const satisfies Record<keyof UpdateTenantRequest['changes'], string>;

/** Old and new value of what has really changed. */
function differences(tenant: Tenant, changes: UpdateTenantRequest['changes']): Record<string, string | null> {
  const data: Record<string, string | null> = {};
  for (const [field, name] of Object.entries(auditNames) as [keyof typeof auditNames, string][]) {
    const value = changes[field];
    if (value === undefined || value === tenant[field]) continue;
    data[name] = value;
    data[`former_${name}`] = tenant[field];
  }
  return data;
}
