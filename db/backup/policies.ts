import { and, asc, desc, eq, isNull, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import { isStorableId } from '../../core/backup/storable.ts';
import type { Policy, PolicyFilter } from '../../core/backup/policy.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { directionOf, keyOfCursor, limitOf, toPage } from '../engine/cursor.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { policies, policySpans } from '../tables/backup.ts';
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

type Counted = Reader & Omit<PolicyFilter, 'includeGone'> & { readonly limit: number | null };

const numberOfPolicies = createRead(
  'countPolicies',
  countUpTo.columns,
  (build, { tenantId, kinds, search, limit, ...reader }: Slots<Counted>, includeGone: boolean) => {
    const matching = build
      .select({ id: policies.id })
      .from(policies)
      .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
      .where(and(viewerIs(reader), matches({ tenantId, kinds, search, includeGone })));
    return countMatching(build, matching, limit);
  },
);

/** Counting stops at `limit`; null: all of them. */
export async function countPolicies(
  db: Db,
  viewer: Viewer,
  { tenantId, kinds, search, includeGone }: PolicyFilter,
  limit: number | null = null,
): Promise<number> {
  const wanted = { ...toReader(viewer), tenantId, kinds, search, limit };
  const [row] = await numberOfPolicies(db, wanted, includeGone);
  return row?.count ?? 0;
}

export async function listPoliciesById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<Policy[]> {
  return await db
    .select(policyColumns)
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), isOneOf(policies.id, ids)));
}

interface Matching {
  readonly tenantId: number | Placeholder;
  readonly kinds: PolicyFilter['kinds'] | Placeholder;
  readonly search: string | Placeholder | null;
  readonly includeGone: boolean;
}

function matches({ tenantId, kinds, search, includeGone }: Matching): SQL | undefined {
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

/** What groups and filters of a tenant are called, by Microsoft's id. */
export async function findPolicyNames(
  db: Db,
  viewer: Viewer,
  { tenantId, externalIds }: { readonly tenantId: number; readonly externalIds: readonly string[] },
): Promise<Map<string, string>> {
  const ids = externalIds.filter(isStorableId);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ externalId: policies.externalId, name: policies.name })
    .from(policies)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(
      and(
        viewerIs(viewer),
        eq(policies.tenantId, tenantId),
        isOneOf(policies.kind, ['groups', 'assignment_filters']),
        isOneOf(policies.externalId, ids),
      ),
    );
  return new Map(rows.map(({ externalId, name }) => [externalId, name]));
}
