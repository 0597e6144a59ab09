import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  pgView,
  text,
  unique,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { roles } from '../../core/access/access.ts';
import { nameSources, tenantStatuses } from '../../core/tenants/tenant.ts';
import { id, ref, at, createdAt, updatedAt, oneOf, isGuid } from './columns.ts';

/** Until then no schedule starts anything there; compared with the time when it is read, so it ends on its own. */
const freeze = () => ({
  frozenUntil: at('frozen_until'),
  frozenReason: text('frozen_reason'),
  frozenByUserId: ref('frozen_by_user_id'),
});

function freezeIsWhole(
  table: string,
  t: Record<'frozenUntil' | 'frozenReason' | 'frozenByUserId', AnyPgColumn>,
) {
  return check(
    `${table}_freeze_is_whole`,
    sql`(${t.frozenUntil} is null) = (${t.frozenReason} is null) and (${t.frozenUntil} is null) = (${t.frozenByUserId} is null)`,
  );
}

/** In ascending order of power: `least(a, b)` is the weaker role. */
export const workspaceRole = pgEnum('workspace_role', roles);

export const workspaces = pgTable(
  'workspaces',
  {
    id: id(),
    name: text('name').notNull(),
    slug: text('slug').notNull().unique('workspaces_slug_unique'),
    /** Bumped by trigger with every change of membership or role: a decision made at an older epoch is stale. */
    accessEpoch: ref('access_epoch').notNull().default(0),
    /** Schedules without one of their own, days and reports go by it. */
    timeZone: text('time_zone').notNull().default('UTC'),
    ...freeze(),
    createdAt: createdAt(),
  },
  (t) => [
    freezeIsWhole('workspaces', t),
    check('workspaces_slug_shape', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email'),
    displayName: text('display_name').notNull(),
    entraOid: text('entra_oid'),
    entraTid: text('entra_tid'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('users_email_unique').on(sql`lower(${t.email})`),
    uniqueIndex('users_entra_unique').on(t.entraTid, t.entraOid),
    check('users_entra_ids_together', sql`(${t.entraTid} is null) = (${t.entraOid} is null)`),
    check('users_entra_tid_guid', isGuid(t.entraTid)),
    check('users_entra_oid_guid', isGuid(t.entraOid)),
  ],
);

export const workspaceMemberships = pgTable(
  'workspace_memberships',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id),
    role: workspaceRole('role').notNull(),
    /** The name under which the workspace added someone who already had one; null: the user's own. */
    displayName: text('display_name'),
    currentTenantId: ref('current_tenant_id'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('workspace_memberships_unique').on(t.workspaceId, t.userId),
    index('workspace_memberships_user_idx').on(t.userId, t.workspaceId),
    index('workspace_memberships_current_tenant_idx').on(t.currentTenantId),
    foreignKey({
      name: 'workspace_memberships_current_tenant_of_workspace',
      columns: [t.workspaceId, t.currentTenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
  ],
);

export const tenants = pgTable(
  'tenants',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    name: text('name').notNull(),
    /** A name that no person chose is replaced by the one that Microsoft Graph returns. */
    nameChosenBy: text('name_chosen_by', { enum: nameSources }).notNull().default('person'),
    status: text('status', { enum: tenantStatuses }).notNull().default('onboarding'),
    tenantId: text('tenant_id'),
    externalId: text('external_id'),
    /** The legacy columns are read by `npm run cutover` only. */
    appClientId: text('app_client_id'),
    appClientSecret: text('app_client_secret'),
    appCertificateThumbprint: text('app_certificate_thumbprint'),
    appNotes: text('app_notes'),
    ...freeze(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('tenants_workspace_tenant_id_unique').on(t.workspaceId, t.tenantId),
    unique('tenants_workspace_id_unique').on(t.workspaceId, t.id),
    index('tenants_workspace_name_idx').on(t.workspaceId, t.name, t.id),
    // Search by part of a name or id; gin_trgm_ops belongs to the extension pg_trgm.
    index('tenants_search_idx').using(
      'gin',
      t.name.op('gin_trgm_ops'),
      t.tenantId.op('gin_trgm_ops'),
      t.externalId.op('gin_trgm_ops'),
    ),
    freezeIsWhole('tenants', t),
    check('tenants_status_known', oneOf(t.status, tenantStatuses)),
    check('tenants_name_chosen_by_known', oneOf(t.nameChosenBy, nameSources)),
    check('tenants_tenant_id_guid', isGuid(t.tenantId)),
    check('tenants_name_not_blank', sql`btrim(${t.name}) <> ''`),
  ],
);

export const tenantMemberships = pgTable(
  'tenant_memberships',
  {
    id: id(),
    tenantId: ref('tenant_id')
      .notNull()
      .references(() => tenants.id),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id),
    role: workspaceRole('role').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('tenant_memberships_unique').on(t.tenantId, t.userId),
    index('tenant_memberships_user_idx').on(t.userId, t.tenantId),
  ],
);

/** Who may see which tenant, and with which role (migrations/0000_tables.sql). Every query for a viewer joins it. */
export const entitledTenants = pgView('entitled_tenants', {
  userId: ref('user_id').notNull(),
  workspaceId: ref('workspace_id').notNull(),
  tenantId: ref('tenant_id').notNull(),
  role: workspaceRole('role').notNull(),
}).existing();
