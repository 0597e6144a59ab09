import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import {
  onboardingStatuses,
  onboardingSteps,
  type OnboardingState,
} from '../../core/onboarding/onboarding.ts';
import { apiTokens } from './identity.ts';
import { tenants, users, workspaces } from './tenancy.ts';
import { bytea, id, ref, at, createdAt, updatedAt, oneOf } from './columns.ts';

export const tenantOnboardingSessions = pgTable(
  'tenant_onboarding_sessions',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    tenantId: ref('tenant_id'),
    status: text('status', { enum: onboardingStatuses }).notNull().default('in_progress'),
    /** As of the session's last change, for people reading the table; the API derives it from the current facts. */
    currentStep: text('current_step', { enum: onboardingSteps }).notNull().default('connection'),
    state: jsonb('state').$type<OnboardingState>().notNull().default({}),
    /** SHA-256 of the consent link's `state`; cleared by its first use. */
    consentStateHash: bytea('consent_state_hash').unique('tenant_onboarding_sessions_consent_state_unique'),
    consentExpiresAt: at('consent_expires_at'),
    /** Who created the link: the verification on return starts in their name, if they are still allowed to. */
    consentRequestedByUserId: ref('consent_requested_by_user_id').references(() => users.id),
    /** The token that created it: nothing starts beyond its rights. null: a person did. */
    consentRequestedByTokenId: ref('consent_requested_by_token_id').references(() => apiTokens.id),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('tenant_onboarding_sessions_open_unique')
      .on(t.tenantId)
      .where(sql`${t.status} = 'in_progress'`),
    index('tenant_onboarding_sessions_tenant_idx').on(t.tenantId, t.id),
    index('tenant_onboarding_sessions_workspace_idx').on(t.workspaceId, t.id),
    foreignKey({
      name: 'tenant_onboarding_sessions_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    index('tenant_onboarding_sessions_consent_user_idx').on(t.consentRequestedByUserId),
    index('tenant_onboarding_sessions_consent_token_idx').on(t.consentRequestedByTokenId),
    check('tenant_onboarding_sessions_status_known', oneOf(t.status, onboardingStatuses)),
    check('tenant_onboarding_sessions_step_known', oneOf(t.currentStep, onboardingSteps)),
    check('tenant_onboarding_sessions_state_is_object', sql`jsonb_typeof(${t.state}) = 'object'`),
    check(
      'tenant_onboarding_sessions_consent_state_is_sha256',
      sql`octet_length(${t.consentStateHash}) = 32`,
    ),
    check(
      'tenant_onboarding_sessions_consent_link_is_whole',
      sql`(${t.consentStateHash} is null) = (${t.consentExpiresAt} is null)
        and (${t.consentStateHash} is null or (${t.consentRequestedByUserId} is not null and ${t.status} = 'in_progress'))`,
    ),
  ],
);
