import { and, asc, desc, eq, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type {
  CollectionKind,
  InventoryFilter,
  InventoryItem,
  KnownItem,
  ListedItem,
} from '../../core/inventory/inventory.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { SyncType } from '../../core/inventory/inventory.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { directionOf, keyOfCursor, limitOf, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { inventoryItems } from '../tables/inventory.ts';
import { entitledTenants } from '../tables/tenancy.ts';

export async function listKnownItems(
  tx: Tx,
  connectionId: number,
  kind: CollectionKind,
): Promise<KnownItem[]> {
  return await tx
    .select({
      externalId: inventoryItems.externalId,
      name: inventoryItems.name,
      revision: inventoryItems.revision,
      isGone: sql<boolean>`${inventoryItems.goneAt} is not null`,
    })
    .from(inventoryItems)
    .where(and(eq(inventoryItems.providerConnectionId, connectionId), eq(inventoryItems.kind, kind)));
}

/**
 * Whether the kind was ever read completely through this connection: until then there is nothing to compare with, and
 * everything would look new. A run's summary counts contain a kind only if it was read completely.
 */
export async function hasBaseline(
  tx: Tx,
  connectionId: number,
  type: SyncType,
  kind: CollectionKind,
): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`/* hasBaseline */
    select exists (select from operation_runs run where run.provider_connection_id = ${connectionId}
      and run.type = ${type} and run.outcome in ('succeeded', 'partially_succeeded')
      and run.summary_counts ? ${kind}) as found`);
  return row?.found === true;
}

export interface ItemOwner {
  readonly tenantId: number;
  readonly connectionId: number;
  readonly kind: CollectionKind;
}

/** New ones are inserted, known ones updated, gone ones come back. `items` must not list an object twice. */
export async function upsertItems(
  tx: Tx,
  owner: ItemOwner,
  items: readonly ListedItem[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  const { tenantId, connectionId, kind } = owner;
  const column = (of: (item: ListedItem) => string | null) => sql`${sql.param(items.map(of))}::text[]`;
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`/* upsertItems */
    insert into inventory_items (tenant_id, provider_connection_id, kind, external_id, name, revision, first_seen_at, last_seen_at)
    select ${tenantId}::bigint, ${connectionId}::bigint, ${kind}, listed.external_id, listed.name, listed.revision, ${at}, ${at}
    from unnest(${column(({ externalId }) => externalId)}, ${column(({ name }) => name)}, ${column(({ revision }) => revision)})
      as listed (external_id, name, revision)
    on conflict (provider_connection_id, kind, external_id) do update
      set name = excluded.name, revision = excluded.revision, last_seen_at = excluded.last_seen_at, gone_at = null`);
}

export async function markItemsGone(
  tx: Tx,
  { connectionId, kind }: ItemOwner,
  externalIds: readonly string[],
  now: Date,
): Promise<void> {
  if (externalIds.length === 0) return;
  await tx
    .update(inventoryItems)
    .set({ goneAt: now })
    .where(
      and(
        eq(inventoryItems.providerConnectionId, connectionId),
        eq(inventoryItems.kind, kind),
        isOneOf(inventoryItems.externalId, externalIds),
      ),
    );
}

function selectItems(db: Db) {
  return db
    .select({
      id: inventoryItems.id,
      kind: inventoryItems.kind,
      externalId: inventoryItems.externalId,
      name: inventoryItems.name,
      firstSeenAt: inventoryItems.firstSeenAt,
      lastSeenAt: inventoryItems.lastSeenAt,
      goneAt: inventoryItems.goneAt,
    })
    .from(inventoryItems)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, inventoryItems.tenantId));
}

export async function listInventoryById(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<InventoryItem[]> {
  return await selectItems(db).where(and(viewerIs(viewer), isOneOf(inventoryItems.id, ids)));
}

/** By kind, name, id. Cursor key: [kind, name, id]. */
export async function pageInventory(
  db: Db,
  viewer: Viewer,
  filter: InventoryFilter,
  page: PageRequest,
): Promise<Page<InventoryItem>> {
  const inOrder = directionOf(page) === 'forward' ? asc : desc;
  const rows = await selectItems(db)
    .where(and(viewerIs(viewer), matches(filter), behindCursor(page)))
    .orderBy(inOrder(inventoryItems.kind), inOrder(inventoryItems.name), inOrder(inventoryItems.id))
    .limit(limitOf(page));
  return toPage(rows, page, ({ kind, name, id }) => [kind, name, id]);
}

const counted = { id: inventoryItems.id };

type Counted = Reader & Omit<InventoryFilter, 'includeGone'> & { readonly limit: number | null };

const numberOfItems = createRead(
  'countInventory',
  countUpTo.columns,
  (build, { tenantId, kinds, limit, ...reader }: Slots<Counted>, includeGone: boolean) => {
    const matching = build
      .select(counted)
      .from(inventoryItems)
      .innerJoin(entitledTenants, eq(entitledTenants.tenantId, inventoryItems.tenantId))
      .where(and(viewerIs(reader), matches({ tenantId, kinds, includeGone })));
    return countMatching(build, matching, limit);
  },
);

/** Counting stops at `limit`; null: all of them. */
export async function countInventory(
  db: Db,
  viewer: Viewer,
  { tenantId, kinds, includeGone }: InventoryFilter,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfItems(db, { ...toReader(viewer), tenantId, kinds, limit }, includeGone);
  return row?.count ?? 0;
}

interface ItemFilter {
  readonly tenantId: number | Placeholder;
  readonly kinds: InventoryFilter['kinds'] | Placeholder;
  readonly includeGone: boolean;
}

function matches({ tenantId, kinds, includeGone }: ItemFilter): SQL | undefined {
  return and(
    eq(inventoryItems.tenantId, tenantId),
    kinds === null ? undefined : isOneOf(inventoryItems.kind, kinds),
    includeGone ? undefined : isNull(inventoryItems.goneAt),
  );
}

function behindCursor(page: PageRequest): SQL | undefined {
  const key = keyOfCursor(page, ['text', 'text', 'integer']);
  if (key === null) return undefined;
  const [kind, name, id] = key;
  const isBehind = sql.raw(directionOf(page) === 'forward' ? '>' : '<');
  return sql`(${inventoryItems.kind}, ${inventoryItems.name}, ${inventoryItems.id}) ${isBehind} (${kind}, ${name}, ${id})`;
}
