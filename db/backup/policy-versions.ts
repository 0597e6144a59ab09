import { and, desc, eq, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { PolicyContent, PolicyVersion } from '../../core/backup/policy.ts';
import { fromStorable } from '../../core/backup/storable.ts';
import type { Definitions, SettingDefinition } from '../../core/backup/settings.ts';
import { viewerIs } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { policies, policySpans, policyVersions, settingDefinitions } from '../tables/backup.ts';
import { entitledTenants } from '../tables/tenancy.ts';

/** The newest versions of each policy, newest first, at most so many of one. Reads no payload. */
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
  const rows = await db
    .select({
      spanId: policySpans.id,
      policyId: policySpans.policyId,
      tenantId: policies.tenantId,
      kind: policies.kind,
      number: numbered.number,
      since: policySpans.fromAt,
      isLatest: sql<boolean>`${policySpans.toSeq} is null`,
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
  return rows.map((row) => ({ ...row, assignments: fromStorable(row.assignments) }));
}

/** What versions say, by their spans. */
export async function listVersionContents(
  db: Db,
  viewer: Viewer,
  spanIds: readonly number[],
): Promise<PolicyContent[]> {
  const rows = await db
    .select({ spanId: policySpans.id, document: policyVersions.payload })
    .from(policySpans)
    .innerJoin(policies, eq(policies.id, policySpans.policyId))
    .innerJoin(policyVersions, eq(policyVersions.id, policySpans.versionId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, policies.tenantId))
    .where(and(viewerIs(viewer), isOneOf(policySpans.id, spanIds)));
  return rows.map(({ spanId, document }) => ({ spanId, document: fromStorable(document) }));
}

/** Microsoft's words are the same for everyone: no viewer is asked for. */
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
    .where(isOneOf(settingDefinitions.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
