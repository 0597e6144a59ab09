import { and, asc, eq } from 'drizzle-orm';
import type { Role, Viewer } from '../../core/access/access.ts';
import type { TenantStatus } from '../../core/tenants/tenant.ts';
import { viewerIs } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { entitledTenants, tenants } from '../tables/tenancy.ts';

export interface EntitledTenant {
  readonly id: number;
  readonly role: Role;
  readonly status: TenantStatus;
}

/** The viewer's tenants in the workspace, or those among `ids`; by id. */
export async function listEntitledTenants(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  ids: readonly number[] | null,
): Promise<EntitledTenant[]> {
  return await db
    .select({ id: tenants.id, role: entitledTenants.role, status: tenants.status })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .where(
      and(
        viewerIs(viewer),
        eq(tenants.workspaceId, workspaceId),
        ids === null ? undefined : isOneOf(tenants.id, ids),
      ),
    )
    .orderBy(asc(tenants.id));
}
