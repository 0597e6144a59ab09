import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../core/access.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { verificationType } from '../core/operation-types.ts';
import type { Readiness, Tenant, TenantPermission, TenantStatus } from '../core/tenant.ts';
import { viewerIs } from './access.ts';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './is-one-of.ts';
import { parseCursor, toPage } from './cursor.ts';
import { tenantPermissions } from './tables/connections.ts';
import { operationRuns } from './tables/runs.ts';
import { entitledTenants, tenants, workspaceMemberships } from './tables/tenancy.ts';

const tenantColumns = {
  id: tenants.id,
  workspaceId: tenants.workspaceId,
  name: tenants.name,
  status: tenants.status,
  tenantId: tenants.tenantId,
  externalId: tenants.externalId,
  role: entitledTenants.role,
  isCurrent: sql<boolean>`(${workspaceMemberships.currentTenantId} is not distinct from ${tenants.id})`,
};

function selectTenants(db: Db, condition: SQL | undefined) {
  return db
    .select(tenantColumns)
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

export interface TenantFilter {
  readonly workspaceId: number;
  readonly search: string | null;
  readonly status: readonly TenantStatus[] | null;
  readonly readiness: readonly Readiness[] | null;
}

/** By name, then id. Cursor key: [name, id]. */
export async function pageTenants(
  db: Db,
  viewer: Viewer,
  filter: TenantFilter,
  page: PageRequest,
): Promise<Page<Tenant>> {
  const rows = await selectTenants(db, and(viewerIs(viewer), matches(filter), afterCursor(page)))
    .orderBy(asc(tenants.name), asc(tenants.id))
    .limit(page.first + 1);
  return toPage(rows, page, ({ name, id }) => [name, id]);
}

export async function countTenants(db: Db, viewer: Viewer, filter: TenantFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .where(and(viewerIs(viewer), matches(filter)));
  return row?.count ?? 0;
}

function matches({ workspaceId, search, status, readiness }: TenantFilter): SQL | undefined {
  return and(
    eq(tenants.workspaceId, workspaceId),
    status === null ? undefined : isOneOf(tenants.status, status),
    readiness === null ? undefined : isOneOf(readinessSql, readiness),
    search === null ? undefined : contains(search),
  );
}

/** The same rule as core's readinessOf, for filtering: one index lookup per tenant. */
const readinessSql = sql<Readiness>`coalesce((
  select case when latest.status <> 'completed' then 'running' else coalesce(latest.report_overall, 'needs_attention') end
  from ${operationRuns} latest
  where latest.tenant_id = ${tenants.id} and latest.type = ${sql.raw(`'${verificationType}'`)} and not latest.is_rehearsal
  order by latest.id desc limit 1), 'never_verified')`;

/** Case-insensitive substring; `%` and `_` in the search are plain characters. */
function contains(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const like = (column: typeof tenants.name | typeof tenants.tenantId | typeof tenants.externalId) =>
    sql`${column} ilike ${pattern}`;
  return or(like(tenants.name), like(tenants.tenantId), like(tenants.externalId));
}

function afterCursor({ after }: PageRequest): SQL | undefined {
  if (after === null) return undefined;
  const [name, id] = parseCursor(after, ['text', 'integer']);
  return sql`(${tenants.name}, ${tenants.id}) > (${name}, ${id})`;
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
      checkedAt: tenantPermissions.checkedAt,
    })
    .from(tenantPermissions)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenantPermissions.tenantId))
    .where(and(viewerIs(viewer), isOneOf(tenantPermissions.tenantId, tenantIds)))
    .orderBy(asc(tenantPermissions.permission));
}
