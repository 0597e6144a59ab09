import type { Viewer } from '../../core/access/access.ts';
import { operationTypes, verificationType } from '../../core/runs/operation-types.ts';
import { notFound } from '../../core/fault.ts';
import type { Database } from '../../db/engine/client.ts';
import { deleteRechecksOfTenant } from '../../db/verification/rechecks.ts';
import { findTenantForStart } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';

/** Stops the tenant's automatic rechecks. false: none was waiting. Safe to repeat. */
export async function stopRecheck(
  { database }: { readonly database: Database },
  viewer: Viewer,
  tenantId: number,
): Promise<boolean> {
  return await database.transaction(async (tx) => {
    const tenant = await findTenantForStart(tx, viewer, tenantId);
    if (tenant === null) throw notFound();
    assertCapability(tenant.role, viewer, operationTypes[verificationType].capability);
    return (await deleteRechecksOfTenant(tx, tenant.id)) > 0;
  });
}
