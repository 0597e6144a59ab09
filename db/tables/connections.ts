import {
  connectionStatuses,
  credentialTypes,
  healthStatuses,
  type CredentialDetails,
} from '../../core/connections/connection.ts';
import { permissionProfileNames } from '../../core/connections/permission-profiles.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { tenants } from './tenancy.ts';
import { bytea, id, ref, at, createdAt, updatedAt, oneOf, isEnvelope, isGuid } from './columns.ts';

export const providerConnections = pgTable(
  'provider_connections',
  {
    id: id(),
    workspaceId: ref('workspace_id').notNull(),
    tenantId: ref('tenant_id').notNull(),
    provider: text('provider').notNull().default('microsoft'),
    entraTenantId: text('entra_tenant_id').notNull(),
    displayName: text('display_name').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    cloud: text('cloud').notNull().default('global'),
    status: text('status', { enum: connectionStatuses }).notNull().default('needs_consent'),
    healthStatus: text('health_status', { enum: healthStatuses }).notNull().default('unknown'),
    scopesGranted: jsonb('scopes_granted').$type<readonly string[]>().notNull().default([]),
    lastHealthCheckAt: at('last_health_check_at'),
    lastErrorReasonCode: text('last_error_reason_code'),
    lastErrorMessage: text('last_error_message'),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('provider_connections_directory_unique').on(t.tenantId, t.provider, t.entraTenantId),
    unique('provider_connections_tenant_id_unique').on(t.tenantId, t.id),
    uniqueIndex('provider_connections_default_unique')
      .on(t.tenantId, t.provider)
      .where(sql`${t.isDefault}`),
    index('provider_connections_workspace_idx').on(t.workspaceId, t.tenantId),
    foreignKey({
      name: 'provider_connections_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    check('provider_connections_status_known', oneOf(t.status, connectionStatuses)),
    check('provider_connections_health_known', oneOf(t.healthStatus, healthStatuses)),
    check('provider_connections_entra_tenant_id_guid', isGuid(t.entraTenantId)),
    check(
      'provider_connections_permission_profiles_known',
      sql`not ${t.metadata} ? 'permission_profiles' or (jsonb_typeof(${t.metadata} -> 'permission_profiles') = 'array'
        and ${t.metadata} -> 'permission_profiles' <@ ${sql.raw(`'${JSON.stringify(permissionProfileNames)}'`)}::jsonb)`,
    ),
    check('provider_connections_scopes_are_list', sql`jsonb_typeof(${t.scopesGranted}) = 'array'`),
  ],
);

export const providerCredentials = pgTable(
  'provider_credentials',
  {
    id: id(),
    providerConnectionId: ref('provider_connection_id')
      .notNull()
      .unique('provider_credentials_connection_unique')
      .references(() => providerConnections.id),
    type: text('type', { enum: credentialTypes }).notNull().default('client_secret'),
    /** Not a secret: the application's id, shown beside the connection. */
    clientId: text('client_id').notNull(),
    payload: bytea('payload').notNull(),
    keyId: text('key_id').notNull(),
    expiresAt: at('expires_at'),
    details: jsonb('details').$type<CredentialDetails>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check('provider_credentials_type_known', oneOf(t.type, credentialTypes)),
    check('provider_credentials_payload_is_envelope', isEnvelope(t.payload)),
  ],
);

export const tenantPermissions = pgTable(
  'tenant_permissions',
  {
    id: id(),
    tenantId: ref('tenant_id')
      .notNull()
      .references(() => tenants.id),
    providerConnectionId: ref('provider_connection_id').notNull(),
    permission: text('permission').notNull(),
    requiredFor: text('required_for').notNull(),
    granted: boolean('granted').notNull(),
    /** When the directory was first seen to list the grant; null: it does not, or the row is older than the column. */
    grantedSince: at('granted_since'),
    state: text('state').notNull(),
    checkedAt: at('checked_at').notNull(),
  },
  (t) => [
    unique('tenant_permissions_unique').on(t.providerConnectionId, t.permission),
    index('tenant_permissions_tenant_idx').on(t.tenantId, t.permission),
    foreignKey({
      name: 'tenant_permissions_connection_of_tenant',
      columns: [t.tenantId, t.providerConnectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }),
  ],
);
