import { and, asc, eq, isNotNull, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { QueryBuilder, SelectedFields } from 'drizzle-orm/pg-core';
import type { Viewer } from '../../core/access/access.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type {
  Tenant,
  TenantFilter,
  TenantOrder,
  TenantPermission,
  TenantStatus,
} from '../../core/tenants/tenant.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { limitOf, toPage } from '../engine/cursor.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { clusterOf } from '../verification/reason-clusters.ts';
import {
  isAfter,
  noRank,
  parsePlace,
  rankOf,
  toOrderBy,
  toReadingOrder,
  toSortKey,
  type Place,
} from './tenant-order.ts';
import { tenantPermissions } from '../tables/connections.ts';
import { tenantStanding } from '../tables/standing.ts';
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

function selectTenants(build: QueryBuilder, columns: SelectedFields) {
  return build
    .select(columns)
    .from(tenants)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
    .innerJoin(
      workspaceMemberships,
      and(
        eq(workspaceMemberships.workspaceId, tenants.workspaceId),
        eq(workspaceMemberships.userId, entitledTenants.userId),
      ),
    );
}

type ByIds = Slots<Reader & { readonly ids: readonly number[] }>;

const selectByIds = (build: QueryBuilder, { ids, ...reader }: ByIds) =>
  selectTenants(build, tenantColumns).where(and(viewerIs(reader), isOneOf(tenants.id, ids)));

const tenantsById = createRead('listTenantsById', tenantColumns, selectByIds);

export async function listTenantsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<Tenant[]> {
  return await tenantsById(db, { ...toReader(viewer), ids });
}

/** It stays unchanged until the transaction ends. */
const tenantForStart = createRead(
  'findTenantForStart',
  tenantColumns,
  (build, { id, ...reader }: Slots<Reader & { readonly id: number }>) =>
    selectTenants(build, tenantColumns)
      .where(and(viewerIs(reader), eq(tenants.id, id)))
      .for('share', { of: tenants }),
);

/**
 * Locks the tenant's row against changes (archiving waits) until the transaction ends, so that decisions about it are
 * still true at commit.
 */
export async function findTenantForStart(tx: Tx, viewer: Viewer, id: number): Promise<Tenant | null> {
  const [tenant] = await tenantForStart(tx, { ...toReader(viewer), id });
  return tenant ?? null;
}

const tenantsForStart = createRead('listTenantsForStart', tenantColumns, (build, asked: ByIds) =>
  selectByIds(build, asked).orderBy(asc(tenants.id)).for('share', { of: tenants }),
);

/** The same for many, by id. */
export async function listTenantsForStart(tx: Tx, viewer: Viewer, ids: readonly number[]): Promise<Tenant[]> {
  return await tenantsForStart(tx, { ...toReader(viewer), ids });
}

/** null means any. */
interface Wanted extends Reader {
  readonly ofWorkspace: number;
  readonly pattern: string | null;
  readonly status: readonly TenantStatus[] | null;
  readonly verdicts: readonly string[] | null;
  readonly reasons: readonly string[] | null;
}

export const rankedColumns = { ...tenantColumns, rank: noRank.mapWith(Number) };

export type WantedPage = Wanted & Place & { readonly limit: number };

export interface PageChoice {
  readonly order: TenantOrder;
  readonly isUnderWay: boolean;
}

const tenantsOfPage = createRead('pageTenants', rankedColumns, selectPage);

/** Columns of the tenant and of its standing. */
export function selectPage(
  build: QueryBuilder,
  { limit, ...wanted }: Slots<WantedPage>,
  { order, isUnderWay }: PageChoice,
  more: SelectedFields = {},
) {
  return selectTenants(build, { ...tenantColumns, rank: rankOf(order), ...more })
    .innerJoin(tenantStanding, eq(tenantStanding.tenantId, tenants.id))
    .where(and(matches(wanted, isUnderWay), isAfter(order, wanted)))
    .orderBy(toOrderBy(order))
    .limit(limit);
}

/**
 * Within equal ranks by name, then id. A tenant whose rank changes between two pages may appear twice or not at all;
 * the others neither move nor get lost.
 */
export async function pageTenants(
  db: Db,
  viewer: Viewer,
  { order, ...filter }: TenantFilter & { readonly order: TenantOrder },
  page: PageRequest,
): Promise<Page<Tenant>> {
  const [wanted, choice] = toWantedPage(viewer, { order, ...filter }, page);
  return toPage(await tenantsOfPage(db, wanted, choice), page, (row) => toSortKey(order, row));
}

export function toWantedPage(
  viewer: Viewer,
  { order, ...filter }: TenantFilter & { readonly order: TenantOrder },
  page: PageRequest,
): [WantedPage, PageChoice] {
  const wanted = { ...toWanted(viewer, filter), ...parsePlace(order, page), limit: limitOf(page) };
  return [wanted, { order: toReadingOrder(order, page), isUnderWay: wantsUnderWay(filter) }];
}

const counted = { id: tenants.id };

const numberOfTenants = createRead(
  'countTenants',
  countUpTo.columns,
  (build, { limit, ...wanted }: Slots<Wanted & { readonly limit: number | null }>, isUnderWay: boolean) => {
    const matching = build
      .select(counted)
      .from(tenants)
      .innerJoin(entitledTenants, eq(entitledTenants.tenantId, tenants.id))
      .innerJoin(tenantStanding, eq(tenantStanding.tenantId, tenants.id))
      .where(matches(wanted, isUnderWay));
    return countMatching(build, matching, limit);
  },
);

/** Counting stops at `limit`; null: all of them. */
export async function countTenants(
  db: Db,
  viewer: Viewer,
  filter: TenantFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfTenants(db, { ...toWanted(viewer, filter), limit }, wantsUnderWay(filter));
  return row?.count ?? 0;
}

const wantsUnderWay = ({ readiness }: TenantFilter) => readiness?.includes('running') ?? false;

function toWanted(viewer: Viewer, filter: TenantFilter): Wanted {
  const { workspaceId: ofWorkspace, search, status, readiness, reason = null } = filter;
  return {
    ...toReader(viewer),
    ofWorkspace,
    // `%` and `_` in the search are ordinary characters.
    pattern: search === null ? null : `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`,
    status,
    verdicts: readiness === null ? null : readiness.filter((value) => value !== 'running'),
    reasons: reason === null ? null : clusterOf(reason),
  };
}

function matches(
  { ofWorkspace, pattern, status, verdicts, reasons, ...reader }: Slots<Wanted>,
  isUnderWay: boolean,
): SQL | undefined {
  return and(
    viewerIs(reader),
    eq(tenants.workspaceId, ofWorkspace),
    status === null ? undefined : isOneOf(tenants.status, status),
    verdicts === null ? undefined : standsAt(verdicts, isUnderWay),
    reasons === null ? undefined : sql`${tenantStanding.reasonCodes} && ${reasons}::text[]`,
    pattern === null ? undefined : contains(pattern, ofWorkspace),
  );
}

/** By verdict; RUNNING selects tenants with an active verification, whatever their verdict. */
function standsAt(verdicts: Placeholder, isUnderWay: boolean): SQL | undefined {
  return or(
    isOneOf(sql`coalesce(${tenantStanding.overall}, 'never_verified')`, verdicts),
    isUnderWay ? isNotNull(tenantStanding.underWayRunId) : undefined,
  );
}

/**
 * Case-insensitive substring. Matches are found first and then sorted: otherwise PostgreSQL would walk the workspace
 * by name until it has a page, which is all of it if nothing matches.
 */
function contains(pattern: Placeholder, workspaceId: Placeholder): SQL {
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
