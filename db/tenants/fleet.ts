import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import type { Role, Viewer } from '../../core/access/access.ts';
import type { TenantSelector } from '../../core/tenants/selector.ts';
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

/**
 * The tenants a selector means, at the time it is asked: the one answer for schedules, rules and bulk starts. Archived
 * tenants are included only if they are named. By id.
 */
export async function tenantsOf(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  selector: TenantSelector,
): Promise<EntitledTenant[]> {
  return await db
    .select({ id: tenants.id, role: entitledTenants.role, status: tenants.status })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .where(and(viewerIs(viewer), isMeant(workspaceId, selector)))
    .orderBy(asc(tenants.id));
}

/** The same for the workspace itself, which sees all its tenants: whoever made a schedule may have left. */
export async function tenantsOfWorkspace(
  db: Db,
  workspaceId: number,
  selector: TenantSelector,
): Promise<number[]> {
  const rows = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(isMeant(workspaceId, selector), ne(tenants.status, 'archived')))
    .orderBy(asc(tenants.id));
  return rows.map(({ id }) => id);
}

function isMeant(workspaceId: number, selector: TenantSelector): SQL | undefined {
  const named = 'all' in selector ? ne(tenants.status, 'archived') : isOneOf(tenants.id, selector.tenantIds);
  return and(eq(tenants.workspaceId, workspaceId), named);
}
