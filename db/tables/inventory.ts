import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { findingChanges, findingSeverities, findingStatuses } from '../../core/inventory/findings.ts';
import { collectionKinds } from '../../core/inventory/inventory.ts';
import { providerConnections } from './connections.ts';
import { at, createdAt, id, oneOf, ref } from './columns.ts';
import { operationRuns } from './runs.ts';
import { tenants, users } from './tenancy.ts';

/** What a connection's directory contained when it was last read completely. Rows are kept when the object is gone. */
export const inventoryItems = pgTable(
  'inventory_items',
  {
    id: id(),
    tenantId: ref('tenant_id').notNull(),
    providerConnectionId: ref('provider_connection_id').notNull(),
    kind: text('kind', { enum: collectionKinds }).notNull(),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    /** What the provider changes with every edit; null if it has no such value. */
    revision: text('revision'),
    firstSeenAt: at('first_seen_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    /** Set by the first complete reading without it, cleared when it is back. */
    goneAt: at('gone_at'),
  },
  (t) => [
    unique('inventory_items_unique').on(t.providerConnectionId, t.kind, t.externalId),
    index('inventory_items_tenant_idx').on(t.tenantId, t.kind, t.name, t.id),
    foreignKey({
      name: 'inventory_items_connection_of_tenant',
      columns: [t.tenantId, t.providerConnectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }),
    check('inventory_items_kind_known', oneOf(t.kind, collectionKinds)),
    check('inventory_items_seen_in_order', sql`${t.firstSeenAt} <= ${t.lastSeenAt}`),
  ],
);

/** Drift: what changed between two syncs and needs review. */
export const findings = pgTable(
  'findings',
  {
    id: id(),
    workspaceId: ref('workspace_id').notNull(),
    tenantId: ref('tenant_id').notNull(),
    providerConnectionId: ref('provider_connection_id').notNull(),
    /** The sync that saw it last. */
    operationRunId: ref('operation_run_id')
      .notNull()
      .references(() => operationRuns.id),
    kind: text('kind', { enum: collectionKinds }).notNull(),
    externalId: text('external_id').notNull(),
    change: text('change', { enum: findingChanges }).notNull(),
    title: text('title').notNull(),
    severity: text('severity', { enum: findingSeverities }).notNull(),
    status: text('status', { enum: findingStatuses }).notNull().default('new'),
    /** 64 hex digits over connection, object and change. */
    fingerprint: text('fingerprint').notNull(),
    createdAt: createdAt(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    acknowledgedByUserId: ref('acknowledged_by_user_id').references(() => users.id),
    acknowledgedAt: at('acknowledged_at'),
    acknowledgementReason: text('acknowledgement_reason'),
  },
  (t) => [
    // The same change is the same finding until someone acknowledges it, and a new one after that.
    uniqueIndex('findings_open_unique')
      .on(t.fingerprint)
      .where(sql`${t.status} = 'new'`),
    index('findings_workspace_idx').on(t.workspaceId, t.id),
    index('findings_status_idx').on(t.workspaceId, t.status, t.severity, t.id),
    index('findings_tenant_idx').on(t.tenantId, t.id),
    index('findings_connection_idx').on(t.providerConnectionId),
    index('findings_run_idx').on(t.operationRunId),
    index('findings_acknowledged_by_idx').on(t.acknowledgedByUserId),
    foreignKey({
      name: 'findings_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    foreignKey({
      name: 'findings_connection_of_tenant',
      columns: [t.tenantId, t.providerConnectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }),
    check('findings_kind_known', oneOf(t.kind, collectionKinds)),
    check('findings_change_known', oneOf(t.change, findingChanges)),
    check('findings_severity_known', oneOf(t.severity, findingSeverities)),
    check('findings_status_known', oneOf(t.status, findingStatuses)),
    check('findings_fingerprint_is_sha256', sql`${t.fingerprint} ~ '^[0-9a-f]{64}$'`),
    check(
      'findings_acknowledged_by_somebody_for_a_reason',
      sql`(${t.status} = 'acknowledged') = (${t.acknowledgedByUserId} is not null and ${t.acknowledgedAt} is not null
        and coalesce(btrim(${t.acknowledgementReason}), '') <> '')`,
    ),
  ],
);
