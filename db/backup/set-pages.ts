import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { BackupSet, SetGap, SetPart } from '../../core/backup/policy.ts';
import { policyKindNames } from '../../core/backup/policy-kinds.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { directionOf, idOfCursor, limitOf, newestFirst, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { backupSetGaps, backupSetParts, backupSets } from '../tables/backup.ts';
import { entitledTenants } from '../tables/tenancy.ts';

const setColumns = {
  id: backupSets.id,
  tenantId: backupSets.tenantId,
  operationRunId: backupSets.operationRunId,
  origin: backupSets.origin,
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

interface Counted extends Reader {
  readonly tenantId: number;
  readonly limit: number | null;
}

const numberOfSets = createRead('countSets', countUpTo.columns, (build, wanted: Slots<Counted>) => {
  const rows = build
    .select({ id: backupSets.id })
    .from(backupSets)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(and(viewerIs(wanted), eq(backupSets.tenantId, wanted.tenantId)));
  return countMatching(build, rows, wanted.limit);
});

/** Counting stops at `limit`; null: all of them. */
export async function countSets(
  db: Db,
  viewer: Viewer,
  tenantId: number,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfSets(db, { ...toReader(viewer), tenantId, limit });
  return row?.count ?? 0;
}

export async function listSetsById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<BackupSet[]> {
  return await db
    .select(setColumns)
    .from(backupSets)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(and(viewerIs(viewer), isOneOf(backupSets.id, ids)));
}

/** In the order in which they were read. */
export async function listSetParts(db: Db, viewer: Viewer, setIds: readonly number[]): Promise<SetPart[]> {
  const rows = await db
    .select({
      setId: backupSetParts.setId,
      kind: backupSetParts.kind,
      status: backupSetParts.status,
      reasonCode: backupSetParts.reasonCode,
      count: backupSetParts.count,
      gapCount: sql<number>`(select count(*)::int from backup_set_gaps gap
        where gap.set_id = ${backupSetParts.setId} and gap.kind = ${backupSetParts.kind})`,
    })
    .from(backupSetParts)
    .innerJoin(backupSets, eq(backupSets.id, backupSetParts.setId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(and(viewerIs(viewer), isOneOf(backupSetParts.setId, setIds)));
  return rows.sort((a, b) => policyKindNames.indexOf(a.kind) - policyKindNames.indexOf(b.kind));
}

/** By kind and name, at most so many of one set. */
export async function listSetGaps(
  db: Db,
  viewer: Viewer,
  setIds: readonly number[],
  perSet: number,
): Promise<SetGap[]> {
  const place = sql<number>`row_number() over (partition by ${backupSetGaps.setId} order by ${backupSetGaps.kind}, ${backupSetGaps.name}, ${backupSetGaps.externalId})`;
  const gaps = db
    .select({
      setId: backupSetGaps.setId,
      kind: backupSetGaps.kind,
      externalId: backupSetGaps.externalId,
      name: backupSetGaps.name,
      reasonCode: backupSetGaps.reasonCode,
      place: place.as('place'),
    })
    .from(backupSetGaps)
    .where(isOneOf(backupSetGaps.setId, setIds))
    .as('gaps');
  return await db
    .select({
      setId: gaps.setId,
      kind: gaps.kind,
      externalId: gaps.externalId,
      name: gaps.name,
      reasonCode: gaps.reasonCode,
    })
    .from(gaps)
    .innerJoin(backupSets, eq(backupSets.id, gaps.setId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, backupSets.tenantId))
    .where(and(viewerIs(viewer), sql`${gaps.place} <= ${perSet}`))
    .orderBy(asc(gaps.setId), asc(gaps.place));
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
