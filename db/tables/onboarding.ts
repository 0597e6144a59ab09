import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenants, workspaces } from './tenancy.ts';
import { id, ref, createdAt, updatedAt, oneOf } from './columns.ts';

export const onboardingStatuses = ['in_progress', 'completed', 'cancelled'] as const;

export const tenantOnboardingSessions = pgTable(
  'tenant_onboarding_sessions',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    tenantId: ref('tenant_id'),
    status: text('status', { enum: onboardingStatuses }).notNull().default('in_progress'),
    currentStep: text('current_step').notNull().default('tenant'),
    state: jsonb('state').$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('tenant_onboarding_sessions_open_unique')
      .on(t.tenantId)
      .where(sql`${t.status} = 'in_progress'`),
    index('tenant_onboarding_sessions_tenant_idx').on(t.tenantId, t.id.desc()),
    index('tenant_onboarding_sessions_workspace_idx').on(t.workspaceId, t.id.desc()),
    foreignKey({
      name: 'tenant_onboarding_sessions_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    check('tenant_onboarding_sessions_status_known', oneOf(t.status, onboardingStatuses)),
  ],
);
