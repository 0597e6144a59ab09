import { and, asc, eq } from 'drizzle-orm';
import type { Role, Viewer } from '../core/access.ts';
import type { TenantStatus } from '../core/tenant.ts';
import { viewerIs } from './access.ts';
import type { Db } from './client.ts';
import { isOneOf } from './is-one-of.ts';
import { entitledTenants, tenants } from './tables/tenancy.ts';

export interface EntitledTenant {
  readonly id: number;
  readonly role: Role;
  readonly status: TenantStatus;
}

/** The viewer's tenants of the workspace, or those of `ids` among them; by id. */
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
