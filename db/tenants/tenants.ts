import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { Tenant, TenantFilter, TenantOrder, TenantPermission } from '../../core/tenants/tenant.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { toPage } from '../engine/cursor.ts';
import { isHeldBackBy } from '../verification/reason-clusters.ts';
import { afterCursor, noRank, rankOf, standsAt, toOrderBy, toSortKey } from './tenant-order.ts';
import { tenantPermissions } from '../tables/connections.ts';
import { entitledTenants, tenants, workspaceMemberships } from '../tables/tenancy.ts';

const tenantColumns = {
  id: tenants.id,
  workspaceId: tenants.workspaceId,
  name: tenants.name,
  status: tenants.status,
  tenantId: tenants.tenantId,
  externalId: tenants.externalId,
  role: entitledTenants.role,
  isCurrent: sql<boolean>`(${workspaceMemberships.currentTenantId} is not distinct from ${tenants.id})`,
  frozenUntil: tenants.frozenUntil,
  frozenReason: tenants.frozenReason,
  frozenByUserId: tenants.frozenByUserId,
};

function selectTenants(db: Db, condition: SQL | undefined, rank: SQL<number> = noRank) {
  return db
    .select({ ...tenantColumns, rank })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .innerJoin(
      workspaceMemberships,
      and(
        eq(workspaceMemberships.workspaceId, tenants.workspaceId),
        eq(workspaceMemberships.userId, entitledTenants.userId),
      ),
    )
    .where(condition);
}

export async function listTenantsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<Tenant[]> {
  return await selectTenants(db, and(viewerIs(viewer), isOneOf(tenants.id, ids)));
}

/**
 * Holds the tenant's row against changes (archiving waits) until the transaction ends, so that what is decided about it
 * is still true at commit.
 */
export async function findTenantForStart(tx: Tx, viewer: Viewer, id: number): Promise<Tenant | null> {
  const [tenant] = await selectTenants(tx, and(viewerIs(viewer), eq(tenants.id, id))).for('share', {
    of: tenants,
  });
  return tenant ?? null;
}

/**
 * Within equal ranks by name, then id. A tenant whose rank changes between two pages may come twice or not at all; the
 * others neither move nor are lost.
 */
export async function pageTenants(
  db: Db,
  viewer: Viewer,
  { order, ...filter }: TenantFilter & { readonly order: TenantOrder },
  page: PageRequest,
): Promise<Page<Tenant>> {
  const rows = await selectTenants(
    db,
    and(viewerIs(viewer), matches(filter), afterCursor(order, page)),
    rankOf(order),
  )
    .orderBy(toOrderBy(order))
    .limit(page.first + 1);
  return toPage(rows, page, (row) => toSortKey(order, row));
}

export async function countTenants(db: Db, viewer: Viewer, filter: TenantFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .where(and(viewerIs(viewer), matches(filter)));
  return row?.count ?? 0;
}

function matches({ workspaceId, search, status, readiness, reason = null }: TenantFilter): SQL | undefined {
  return and(
    eq(tenants.workspaceId, workspaceId),
    status === null ? undefined : isOneOf(tenants.status, status),
    readiness === null ? undefined : standsAt(readiness),
    reason === null ? undefined : isHeldBackBy(reason),
    search === null ? undefined : contains(search, workspaceId),
  );
}

/**
 * Case-insensitive substring; `%` and `_` in the search are plain characters. Found first and sorted then: PostgreSQL
 * would else walk the workspace by name until it has a page, which is all of it where nothing fits.
 */
function contains(search: string, workspaceId: number): SQL {
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql`${tenants.id} = any(array(select found.id from tenants found where found.workspace_id = ${workspaceId}
    and (found.name ilike ${pattern} or found.tenant_id ilike ${pattern} or found.external_id ilike ${pattern})))`;
}

export async function listPermissions(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<(TenantPermission & { tenantRowId: number })[]> {
  return await db
    .select({
      tenantRowId: tenantPermissions.tenantId,
      permission: tenantPermissions.permission,
      requiredFor: tenantPermissions.requiredFor,
      granted: tenantPermissions.granted,
      state: tenantPermissions.state,
      grantedSince: tenantPermissions.grantedSince,
      checkedAt: tenantPermissions.checkedAt,
    })
    .from(tenantPermissions)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenantPermissions.tenantId))
    .where(and(viewerIs(viewer), isOneOf(tenantPermissions.tenantId, tenantIds)))
    .orderBy(asc(tenantPermissions.permission));
}
