import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Assignment } from '../../core/backup/assignments.ts';
import { completenesses, setOrigins } from '../../core/backup/backup.ts';
import type { PolicyKind } from '../../core/backup/policy-kinds.ts';
import { secretStates } from '../../core/backup/secret-marks.ts';
import { partStatuses } from '../../core/backup/timeline.ts';
import { providerConnections } from './connections.ts';
import { at, id, isGuid, oneOf, ref } from './columns.ts';
import { operationRuns } from './runs.ts';
import { tenants, workspaces } from './tenancy.ts';

/** What a backup found, as a whole: its content is the spans over its place on the timeline. */
export const backupSets = pgTable(
  'backup_sets',
  {
    id: id(),
    tenantId: ref('tenant_id')
      .notNull()
      .references(() => tenants.id),
    connectionId: ref('connection_id').notNull(),
    operationRunId: ref('operation_run_id').references(() => operationRuns.id),
    entraTenantId: text('entra_tenant_id').notNull(),
    /** Place on the directory's timeline; null: beside it. */
    seq: integer('seq'),
    origin: text('origin', { enum: setOrigins }).notNull(),
    kinds: jsonb('kinds').$type<readonly PolicyKind[]>().notNull(),
    completeness: text('completeness', { enum: completenesses }).notNull(),
    takenAt: at('taken_at').notNull(),
    itemCount: integer('item_count').notNull(),
  },
  (t) => [
    unique('backup_sets_run_unique').on(t.operationRunId),
    unique('backup_sets_seq_unique').on(t.tenantId, t.entraTenantId, t.seq),
    index('backup_sets_tenant_idx').on(t.tenantId, t.id),
    index('backup_sets_complete_idx')
      .on(t.tenantId, t.id)
      .where(sql`${t.completeness} = 'complete'`),
    index('backup_sets_connection_idx').on(t.tenantId, t.connectionId),
    foreignKey({
      name: 'backup_sets_connection_of_tenant',
      columns: [t.tenantId, t.connectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }),
    check('backup_sets_origin_known', oneOf(t.origin, setOrigins)),
    check('backup_sets_completeness_known', oneOf(t.completeness, completenesses)),
    check('backup_sets_entra_tenant_id_guid', isGuid(t.entraTenantId)),
    check(
      'backup_sets_on_or_beside_the_timeline',
      sql`(${t.seq} is not null) = (${t.origin} in ('scheduled', 'manual'))`,
    ),
  ],
);

/** Every kind that a set was to hold, and how it came out. */
export const backupSetParts = pgTable(
  'backup_set_parts',
  {
    setId: ref('set_id')
      .notNull()
      .references(() => backupSets.id),
    kind: text('kind').$type<PolicyKind>().notNull(),
    status: text('status', { enum: partStatuses }).notNull(),
    reasonCode: text('reason_code'),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'backup_set_parts_pkey', columns: [t.setId, t.kind] }),
    check('backup_set_parts_status_known', oneOf(t.status, partStatuses)),
    check(
      'backup_set_parts_reason_where_not_read',
      sql`(${t.reasonCode} is not null) = (${t.status} in ('unreadable', 'not_applicable'))`,
    ),
  ],
);

/** Items that were listed and could not be read whole. */
export const backupSetGaps = pgTable(
  'backup_set_gaps',
  {
    setId: ref('set_id').notNull(),
    kind: text('kind').$type<PolicyKind>().notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    reasonCode: text('reason_code').notNull(),
  },
  (t) => [
    primaryKey({ name: 'backup_set_gaps_pkey', columns: [t.setId, t.kind, t.externalId] }),
    foreignKey({
      name: 'backup_set_gaps_part',
      columns: [t.setId, t.kind],
      foreignColumns: [backupSetParts.setId, backupSetParts.kind],
    }),
  ],
);

/** A policy of a directory, by Microsoft's id: a renewed connection keeps its history. */
export const policies = pgTable(
  'policies',
  {
    id: id(),
    tenantId: ref('tenant_id')
      .notNull()
      .references(() => tenants.id),
    entraTenantId: text('entra_tenant_id').notNull(),
    kind: text('kind').$type<PolicyKind>().notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    platform: text('platform'),
    firstSeenAt: at('first_seen_at').notNull(),
    /** Set by the first backup that was told by Microsoft that there is no such policy; cleared when it is back. */
    goneAt: at('gone_at'),
  },
  (t) => [
    unique('policies_unique').on(t.tenantId, t.entraTenantId, t.kind, t.externalId),
    index('policies_tenant_idx').on(t.tenantId, t.kind, t.name, t.id),
  ],
);

/** What a policy said: immutable, found by its content, shared by the policies of a workspace that say the same. */
export const policyVersions = pgTable(
  'policy_versions',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** Empty, or the directory whose secrets are in it: those are shared with no other. */
    directory: text('directory').notNull(),
    kind: text('kind').$type<PolicyKind>().notNull(),
    contentHash: text('content_hash').notNull(),
    normaliserVersion: integer('normaliser_version').notNull(),
    payload: jsonb('payload').$type<unknown>().notNull(),
    secretState: text('secret_state', { enum: secretStates }).notNull(),
    sizeBytes: integer('size_bytes').notNull(),
  },
  (t) => [
    unique('policy_versions_unique').on(
      t.workspaceId,
      t.directory,
      t.kind,
      t.contentHash,
      t.normaliserVersion,
    ),
    check('policy_versions_hash_is_sha256', sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
    check('policy_versions_secret_state_known', oneOf(t.secretState, secretStates)),
  ],
);

/** The version that a policy had over a range of the timeline. An unchanged night writes none. */
export const policySpans = pgTable(
  'policy_spans',
  {
    id: id(),
    policyId: ref('policy_id')
      .notNull()
      .references(() => policies.id),
    versionId: ref('version_id')
      .notNull()
      .references(() => policyVersions.id),
    assignments: jsonb('assignments').$type<readonly Assignment[]>().notNull(),
    assignmentsHash: text('assignments_hash').notNull(),
    fromSeq: integer('from_seq').notNull(),
    /** When the set at `from_seq` was taken: what a timeline shows without a look at the set. */
    fromAt: at('from_at').notNull(),
    /** The first place at which it was different; null: it is so still. */
    toSeq: integer('to_seq'),
  },
  (t) => [
    unique('policy_spans_from_unique').on(t.policyId, t.fromSeq),
    uniqueIndex('policy_spans_open_unique')
      .on(t.policyId)
      .where(sql`${t.toSeq} is null`),
    index('policy_spans_version_idx').on(t.versionId),
    check('policy_spans_in_order', sql`${t.toSeq} is null or ${t.toSeq} > ${t.fromSeq}`),
    check('policy_spans_hash_is_sha256', sql`${t.assignmentsHash} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** What Microsoft calls the settings of its catalog, one row per cloud: the words of a diff. */
export const settingDefinitions = pgTable(
  'setting_definitions',
  {
    cloud: text('cloud').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    options: jsonb('options').$type<Readonly<Record<string, string>>>().notNull(),
  },
  (t) => [primaryKey({ name: 'setting_definitions_pkey', columns: [t.cloud, t.id] })],
);
