import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { ReportCounts } from '../../core/runs/report-summary.ts';
import type { OpenReason } from '../../core/verification/open-reason.ts';
import type { Verdict } from '../../core/runs/verdict.ts';
import { at, oneOf, ref } from './columns.ts';
import { tenants, workspaces } from './tenancy.ts';

/**
 * The standing of each tenant: one row each, written by triggers in the transaction of whatever changes it, so that a
 * fleet is counted, filtered and sorted without reading its history. Nothing in it becomes untrue as time passes:
 * times are compared on reading. Names and archiving stay in `tenants`, which readers join anyway.
 */
export const tenantStanding = pgTable(
  'tenant_standing',
  {
    tenantId: ref('tenant_id').primaryKey(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    /** From operation_runs.verdict; null: no verification has had a verdict yet. */
    overall: text('overall').$type<Verdict>(),
    verdictRunId: ref('verdict_run_id'),
    /** When the first verification of an unbroken series with this verdict ended. */
    since: at('since'),
    lastReadyAt: at('last_ready_at'),
    /** When the first verification since then that was not ready ended; null while the tenant is ready. */
    firstNotReadyAt: at('first_not_ready_at'),
    /** Blocking ones first. Who has to act follows from the code (core/reasons). */
    topReason: text('top_reason'),
    /** The code of each open check, so that counting tenants by reason reads no document. */
    reasonCodes: text('reason_codes').array().notNull().default([]),
    /** The code of each of them that blocks. */
    blockingCodes: text('blocking_codes').array().notNull().default([]),
    reasons: jsonb('reasons').$type<readonly OpenReason[]>().notNull().default([]),
    counts: jsonb('counts').$type<ReportCounts>(),
    /** The latest verification, whatever its result; not counting rehearsals. */
    latestRunId: ref('latest_run_id'),
    /** The latest one that has not ended. */
    underWayRunId: ref('under_way_run_id'),
    /** The earliest expiry among the tenant's connections that are not disabled, as far as known. */
    credentialExpiresAt: at('credential_expires_at'),
  },
  (t) => [
    index('tenant_standing_workspace_idx').on(t.workspaceId, t.tenantId),
    index('tenant_standing_credential_idx')
      .on(t.credentialExpiresAt)
      .where(sql`${t.credentialExpiresAt} is not null`),
    foreignKey({
      name: 'tenant_standing_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }).onDelete('cascade'),
    check('tenant_standing_verdict_whole', sql`(${t.overall} is null) = (${t.verdictRunId} is null)`),
  ],
);

/**
 * What the verifications of each day found: the memory that outlives the runs. Written by triggers in the transaction
 * that ends a verification.
 */
export const tenantDays = pgTable(
  'tenant_days',
  {
    tenantId: ref('tenant_id').notNull(),
    workspaceId: ref('workspace_id').notNull(),
    /** As operation_runs.completed_day. */
    day: date('day').notNull(),
    /** The day's last verdict. */
    overall: text('overall').$type<Verdict>().notNull(),
    topReason: text('top_reason'),
    /** The run that found it. No foreign key: retention may remove the run. */
    operationRunId: ref('operation_run_id').notNull(),
    /** Number of verdicts. */
    runs: integer('runs').notNull().default(1),
  },
  (t) => [
    primaryKey({ name: 'tenant_days_pkey', columns: [t.tenantId, t.day] }),
    index('tenant_days_workspace_idx').on(t.workspaceId, t.tenantId),
    foreignKey({
      name: 'tenant_days_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }).onDelete('cascade'),
    check('tenant_days_overall_known', oneOf(t.overall, ['ready', 'needs_attention', 'blocked'])),
    check('tenant_days_has_runs', sql`${t.runs} > 0`),
  ],
);
