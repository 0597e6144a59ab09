import { and, eq, isNull, sql } from 'drizzle-orm';
import { toStorable } from '../../core/backup/storable.ts';
import type { KnownId } from '../../core/backup/reading.ts';
import type { KnownPolicy, SeenPolicy, TimelineChanges } from '../../core/backup/timeline.ts';
import type { PolicyKind } from '../../core/backup/policy-kinds.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { policies, policySpans } from '../tables/backup.ts';

/** A directory as a tenant's connection reaches it: what a timeline belongs to. */
export interface Timeline {
  readonly tenantId: number;
  readonly entraTenantId: string;
}

/** What is on the timeline and has not been called gone: the next backup has to find it again. */
export async function listKnownIds(db: Db, timeline: Timeline, kind: PolicyKind): Promise<KnownId[]> {
  return await db
    .select({ externalId: policies.externalId, name: policies.name })
    .from(policies)
    .where(and(isOn(timeline), eq(policies.kind, kind), isNull(policies.goneAt)));
}

/** Every policy of the timeline with its open span, in one statement. */
export async function listKnownPolicies(tx: Tx, timeline: Timeline): Promise<KnownPolicy[]> {
  const rows = await tx
    .select({
      id: policies.id,
      kind: policies.kind,
      externalId: policies.externalId,
      name: policies.name,
      platform: policies.platform,
      goneAt: policies.goneAt,
      versionId: policySpans.versionId,
      assignmentsHash: policySpans.assignmentsHash,
    })
    .from(policies)
    .leftJoin(policySpans, and(eq(policySpans.policyId, policies.id), isNull(policySpans.toSeq)))
    .where(isOn(timeline));
  return rows.map(({ goneAt, versionId, assignmentsHash, ...policy }) => ({
    ...policy,
    isGone: goneAt !== null,
    span: versionId === null || assignmentsHash === null ? null : { versionId, assignmentsHash },
  }));
}

export interface TimelinePoint extends Timeline {
  readonly seq: number;
  readonly at: Date;
}

/** As many statements whatever the number of policies, and none where nothing changed. */
export async function writeTimeline(tx: Tx, point: TimelinePoint, changes: TimelineChanges): Promise<void> {
  const { appeared, changed, renamed, gone } = changes;
  const inserted = await insertPolicies(tx, point, appeared);
  await updatePolicies(tx, renamed);
  const goneIds = gone.map(({ id }) => id);
  if (goneIds.length > 0)
    await tx.update(policies).set({ goneAt: point.at }).where(isOneOf(policies.id, goneIds));
  const ended = [...goneIds, ...changed.map(({ policyId }) => policyId)];
  if (ended.length > 0) {
    await tx
      .update(policySpans)
      .set({ toSeq: point.seq })
      .where(and(isOneOf(policySpans.policyId, ended), isNull(policySpans.toSeq)));
  }
  const begun = [...inserted, ...changed];
  if (begun.length > 0) await tx.insert(policySpans).values(begun.map((one) => toSpan(point, one)));
}

async function updatePolicies(tx: Tx, renamed: TimelineChanges['renamed']): Promise<void> {
  if (renamed.length === 0) return;
  const rows = renamed.map(({ policyId, seen: { name, platform } }) => ({ id: policyId, name, platform }));
  await tx.execute(sql`/* updatePolicies */
    update policies set name = found.name, platform = found.platform, gone_at = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found(id bigint, name text, platform text)
    where policies.id = found.id`);
}

interface Seen {
  readonly policyId: number;
  readonly seen: SeenPolicy;
}

async function insertPolicies(
  tx: Tx,
  { tenantId, entraTenantId, at }: TimelinePoint,
  appeared: readonly SeenPolicy[],
): Promise<Seen[]> {
  if (appeared.length === 0) return [];
  const rows = await tx
    .insert(policies)
    .values(
      appeared.map(({ kind, externalId, name, platform }) => {
        return { tenantId, entraTenantId, kind, externalId, name, platform, firstSeenAt: at };
      }),
    )
    .returning({ id: policies.id, kind: policies.kind, externalId: policies.externalId });
  const ids = new Map(rows.map(({ id, kind, externalId }) => [`${kind} ${externalId}`, id]));
  return appeared.map((seen) => {
    const policyId = ids.get(`${seen.kind} ${seen.externalId}`);
    if (policyId === undefined) throw new Error(`policy ${seen.externalId} was not inserted`);
    return { policyId, seen };
  });
}

function toSpan({ seq, at }: TimelinePoint, { policyId, seen }: Seen): typeof policySpans.$inferInsert {
  const { versionId, assignments, assignmentsHash } = seen;
  const stored = toStorable(assignments);
  return { policyId, versionId, assignments: stored, assignmentsHash, fromSeq: seq, fromAt: at };
}

function isOn({ tenantId, entraTenantId }: Timeline) {
  return and(eq(policies.tenantId, tenantId), eq(policies.entraTenantId, entraTenantId));
}
