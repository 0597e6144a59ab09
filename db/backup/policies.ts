import { and, asc, desc, eq, inArray, isNull, sql, type SQL, type Subquery } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { BackupSet, Policy, PolicyFilter, PolicyVersion } from '../../core/backup/policy.ts';
import type { Definitions, SettingDefinition } from '../../core/backup/settings.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { viewerIs } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { directionOf, idOfCursor, keyOfCursor, limitOf, newestFirst, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { backupSets, policies, policySpans, policyVersions, settingDefinitions } from '../tables/backup.ts';
import { entitledTenants } from '../tables/tenancy.ts';

const policyColumns = {
  id: policies.id,
  tenantId: policies.tenantId,
  kind: policies.kind,
  externalId: policies.externalId,
  name: policies.name,
  platform: policies.platform,
  firstSeenAt: policies.firstSeenAt,
  goneAt: policies.goneAt,
  versionCount: sql<number>`(select count(*)::int from policy_spans span where span.policy_id = ${policies.id})`,
  changedAt:
    sql<Date>`(select max(span.from_at) from policy_spans span where span.policy_id = ${policies.id})`.mapWith(
      policySpans.fromAt,
    ),
};

/** By kind and name. Reads no payload. */
export async function pagePolicies(
  db: Db,
  viewer: Viewer,
  filter: PolicyFilter,
  page: PageRequest,
): Promise<Page<Policy>> {
  const inOrder = directionOf(page) === 'forward' ? asc : desc;
  const rows = await db
    .select(policyColumns)
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), matches(filter), behindCursor(page)))
    .orderBy(inOrder(policies.kind), inOrder(policies.name), inOrder(policies.id))
    .limit(limitOf(page));
  return toPage(rows, page, ({ kind, name, id }) => [kind, name, id]);
}

/** Counting stops at `limit`; null: all of them. */
export async function countPolicies(
  db: Db,
  viewer: Viewer,
  filter: PolicyFilter,
  limit: number | null = null,
): Promise<number> {
  const matching = db
    .select({ id: policies.id })
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), matches(filter)));
  return await countRows(db, limit === null ? matching.as('matching') : matching.limit(limit).as('matching'));
}

async function countRows(db: Db, rows: Subquery): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(rows);
  return row?.count ?? 0;
}

export async function findPolicy(
  db: Db,
  viewer: Viewer,
  { id, tenantId }: Pick<Policy, 'id' | 'tenantId'>,
): Promise<Policy | null> {
  const [policy] = await db
    .select(policyColumns)
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), eq(policies.id, id), eq(policies.tenantId, tenantId)));
  return policy ?? null;
}

function matches({ tenantId, kinds, search, includeGone }: PolicyFilter): SQL | undefined {
  return and(
    eq(policies.tenantId, tenantId),
    kinds === null ? undefined : isOneOf(policies.kind, kinds),
    search === null ? undefined : sql`strpos(lower(${policies.name}), lower(${search})) > 0`,
    includeGone ? undefined : isNull(policies.goneAt),
  );
}

function behindCursor(page: PageRequest): SQL | undefined {
  const key = keyOfCursor(page, ['text', 'text', 'integer']);
  if (key === null) return undefined;
  const [kind, name, id] = key;
  const row = sql`(${policies.kind}, ${policies.name}, ${policies.id})`;
  return directionOf(page) === 'forward'
    ? sql`${row} > (${kind}, ${name}, ${id})`
    : sql`${row} < (${kind}, ${name}, ${id})`;
}

/** The newest versions of each policy, newest first, at most so many of one. */
export async function listVersions(
  db: Db,
  viewer: Viewer,
  policyIds: readonly number[],
  perPolicy: number,
): Promise<PolicyVersion[]> {
  const place = sql<number>`(row_number() over (partition by ${policySpans.policyId} order by ${policySpans.fromSeq}))::int`;
  const age = sql<number>`row_number() over (partition by ${policySpans.policyId} order by ${policySpans.fromSeq} desc)`;
  const numbered = db
    .select({ spanId: policySpans.id, number: place.as('number'), age: age.as('age') })
    .from(policySpans)
    .where(isOneOf(policySpans.policyId, policyIds))
    .as('numbered');
  return await db
    .select({
      policyId: policySpans.policyId,
      tenantId: policies.tenantId,
      kind: policies.kind,
      number: numbered.number,
      since: policySpans.fromAt,
      isLatest: sql<boolean>`${policySpans.toSeq} is null`,
      payload: policyVersions.payload,
      secretState: policyVersions.secretState,
      assignments: policySpans.assignments,
    })
    .from(numbered)
    .innerJoin(policySpans, eq(policySpans.id, numbered.spanId))
    .innerJoin(policies, eq(policies.id, policySpans.policyId))
    .innerJoin(policyVersions, eq(policyVersions.id, policySpans.versionId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), sql`${numbered.age} <= ${perPolicy}`))
    .orderBy(desc(policySpans.fromSeq));
}

/** Microsoft's words are the same for everybody: no viewer is asked for. */
export async function findDefinitions(db: Db, ids: readonly string[]): Promise<Definitions> {
  if (ids.length === 0) return new Map();
  const rows: SettingDefinition[] = await db
    .select({
      id: settingDefinitions.id,
      name: settingDefinitions.name,
      description: settingDefinitions.description,
      options: settingDefinitions.options,
    })
    .from(settingDefinitions)
    .where(inArray(settingDefinitions.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** What groups and filters of a tenant are called, by Microsoft's id. */
export async function findPolicyNames(
  db: Db,
  viewer: Viewer,
  { tenantId, externalIds }: { readonly tenantId: number; readonly externalIds: readonly string[] },
): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db
    .select({ externalId: policies.externalId, name: policies.name })
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(
      and(
        viewerIs(viewer),
        eq(policies.tenantId, tenantId),
        inArray(policies.kind, ['groups', 'assignment_filters']),
        inArray(policies.externalId, [...externalIds]),
      ),
    );
  return new Map(rows.map(({ externalId, name }) => [externalId, name]));
}

const setColumns = {
  id: backupSets.id,
  tenantId: backupSets.tenantId,
  operationRunId: backupSets.operationRunId,
  completeness: backupSets.completeness,
  takenAt: backupSets.takenAt,
  itemCount: backupSets.itemCount,
};

/** Newest first. */
export async function pageSets(
  db: Db,
  viewer: Viewer,
  tenantId: number,
  page: PageRequest,
): Promise<Page<BackupSet>> {
  const from = idOfCursor(page);
  const direction = directionOf(page);
  const rows = await db
    .select(setColumns)
    .from(backupSets)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(
      and(
        viewerIs(viewer),
        eq(backupSets.tenantId, tenantId),
        from === null ? undefined : newestFirst.behind(backupSets.id, from, direction),
      ),
    )
    .orderBy(newestFirst.order(backupSets.id, direction))
    .limit(limitOf(page));
  return toPage(rows, page, ({ id }) => [id]);
}

export async function countSets(
  db: Db,
  viewer: Viewer,
  tenantId: number,
  limit: number | null = null,
): Promise<number> {
  const matching = db
    .select({ id: backupSets.id })
    .from(backupSets)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(and(viewerIs(viewer), eq(backupSets.tenantId, tenantId)));
  return await countRows(db, limit === null ? matching.as('matching') : matching.limit(limit).as('matching'));
}

export interface BackupDates {
  readonly tenantId: number;
  readonly lastSetAt: Date | null;
  readonly lastCompleteAt: Date | null;
}

/** Two index lookups per tenant, however many sets there are. */
export async function listBackupDates(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<BackupDates[]> {
  const newest = (condition: SQL) =>
    sql`(select sets.taken_at from backup_sets sets where sets.tenant_id = entitled_tenants.tenant_id${condition}
      order by sets.id desc limit 1)`.mapWith(backupSets.takenAt) as SQL<Date | null>;
  return await db
    .select({
      tenantId: entitledTenants.tenantId,
      lastSetAt: newest(sql``),
      lastCompleteAt: newest(sql` and sets.completeness = 'complete'`),
    })
    .from(entitledTenants)
    .where(and(viewerIs(viewer), isOneOf(entitledTenants.tenantId, tenantIds)));
}
