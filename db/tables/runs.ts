import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { verificationType, type OperationType } from '../../core/runs/operation-types.ts';
import type { VerificationReport } from '../../core/verification/report.ts';
import type { ReportCounts, ReportOverall } from '../../core/runs/report-summary.ts';
import type { Verdict } from '../../core/runs/verdict.ts';
import {
  runOutcomes,
  runStatuses,
  runTriggers,
  type RunEventKind,
  type RunFailure,
  type RunScope,
  type SummaryCounts,
} from '../../core/runs/run.ts';
import { providerConnections } from './connections.ts';
import { tenants, users, workspaces } from './tenancy.ts';
import { id, ref, at, createdAt, oneOf } from './columns.ts';

/** A list of runs never reads this: its documents are large. See `report_overall`. */
export interface RunContext extends RunScope {
  readonly verification_report?: VerificationReport;
}

export const operationRuns = pgTable(
  'operation_runs',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    tenantId: ref('tenant_id'),
    type: text('type').$type<OperationType>().notNull(),
    status: text('status', { enum: runStatuses }).notNull().default('queued'),
    outcome: text('outcome', { enum: runOutcomes }).notNull().default('pending'),
    context: jsonb('context').$type<RunContext>().notNull().default({}),
    failureSummary: jsonb('failure_summary').$type<readonly RunFailure[]>().notNull().default([]),
    summaryCounts: jsonb('summary_counts').$type<SummaryCounts>().notNull().default({}),
    initiatorUserId: ref('initiator_user_id').references(() => users.id),
    /** What started it. The default is for the release before it was written. */
    trigger: text('trigger', { enum: runTriggers }).notNull().default('user'),
    providerConnectionId: ref('provider_connection_id'),
    runIdentityHash: text('run_identity_hash'),
    attempt: integer('attempt').notNull().default(0),
    /** pg-boss's job in the queue named after the type; null for a run that was final from the first moment. */
    jobId: uuid('job_id'),
    /** How often the reconciler has put a lost job back. */
    requeues: integer('requeues').notNull().default(0),
    cancelRequestedAt: at('cancel_requested_at'),
    /** +1 with every update, by trigger. */
    version: integer('version').notNull().default(1),
    /** +1 with every change of the run's acknowledgements, by trigger: the one thing that moves a completed run's version. */
    acknowledgementsVersion: integer('acknowledgements_version').notNull().default(0),
    lastEventSeq: integer('last_event_seq').notNull().default(0),
    /** Copies of what lists show, kept equal to `context` by trigger, so that a page of runs de-toasts nothing. */
    reportOverall: text('report_overall').$type<ReportOverall>(),
    reportCounts: jsonb('report_counts').$type<ReportCounts>(),
    reasonCode: text('reason_code'),
    reportDigest: text('report_digest'),
    /** false: the stored document was changed behind the trigger's back, so the copies cannot be trusted. */
    reportIntact: boolean('report_intact')
      .notNull()
      .generatedAlwaysAs(
        sql`(not context ? 'verification_report' or md5((context -> 'verification_report')::text) = report_digest) is true`,
      ),
    /** Tests a credential that is not in use: no verdict about the tenant, so it never counts as the latest one. */
    isRehearsal: boolean('is_rehearsal')
      .notNull()
      .generatedAlwaysAs(sql`(context ->> 'credential' is not distinct from 'candidate')`),
    /** core's verdictOf; the pattern is its isOurCause. null: the run says nothing about the tenant. */
    verdict: text('verdict')
      .$type<Verdict>()
      .generatedAlwaysAs(
        sql`case when type = ${sql.raw(`'${verificationType}'`)} and status = 'completed' and outcome <> 'cancelled'
          and (context ->> 'credential') is distinct from 'candidate'
          and not (outcome = 'failed' and coalesce(failure_summary #>> '{0,reason_code}', '') ~ '^(network|proxy)[.]|^worker[.]lost$')
          then nullif(report_overall, 'running') end`,
      ),
    createdAt: createdAt(),
    startedAt: at('started_at'),
    completedAt: at('completed_at'),
    /** By trigger, in the time zone that the workspace had then; null for runs older than this column. */
    completedDay: date('completed_day'),
  },
  (t) => [
    uniqueIndex('operation_runs_active_connection_unique')
      .on(t.providerConnectionId)
      .where(sql`${t.status} in ('queued', 'running')`),
    uniqueIndex('operation_runs_active_identity_unique')
      .on(t.runIdentityHash)
      .where(sql`${t.status} in ('queued', 'running')`),
    // Only for a tenant's latest verdict, which is one lookup here; lists of runs use the next one.
    index('operation_runs_tenant_type_idx')
      .on(t.tenantId, t.type, t.id)
      .where(sql`not ${t.isRehearsal}`),
    // A tenant's latest verdict, and the latest and first of each kind: one lookup each, however long the history.
    index('operation_runs_verdict_idx')
      .on(t.tenantId, t.id)
      .where(sql`${t.verdict} is not null`),
    index('operation_runs_tenant_verdict_idx')
      .on(t.tenantId, t.verdict, t.id)
      .where(sql`${t.verdict} is not null`),
    // Active attempts: a handful of rows, however long the history.
    index('operation_runs_under_way_idx')
      .on(t.tenantId, t.id)
      .where(
        sql`${t.type} = ${sql.raw(`'${verificationType}'`)} and ${t.status} in ('queued', 'running') and not ${t.isRehearsal}`,
      ),
    index('operation_runs_tenant_idx').on(t.tenantId, t.id),
    index('operation_runs_workspace_idx').on(t.workspaceId, t.id),
    // Lists by outcome or status (completed: any except pending), and by type with or without them
    // (db/runs/run-pages.ts).
    index('operation_runs_outcome_idx').on(t.workspaceId, t.outcome, t.id),
    index('operation_runs_trigger_idx').on(t.workspaceId, t.trigger, t.id),
    index('operation_runs_type_idx').on(t.workspaceId, t.type, t.outcome, t.id),
    // Finds active runs (no end yet) and those that ended recently, for viewers who watch a whole workspace.
    index('operation_runs_workspace_ended_idx').on(t.workspaceId, t.completedAt),
    index('operation_runs_connection_idx').on(t.providerConnectionId, t.id),
    // Whether someone ever started a run in a workspace, which keeps their name visible there.
    index('operation_runs_initiator_idx').on(t.initiatorUserId, t.workspaceId),
    foreignKey({
      name: 'operation_runs_tenant_of_workspace',
      columns: [t.workspaceId, t.tenantId],
      foreignColumns: [tenants.workspaceId, tenants.id],
    }),
    foreignKey({
      name: 'operation_runs_connection_of_tenant',
      columns: [t.tenantId, t.providerConnectionId],
      foreignColumns: [providerConnections.tenantId, providerConnections.id],
    }),
    check('operation_runs_status_known', oneOf(t.status, runStatuses)),
    check('operation_runs_trigger_known', oneOf(t.trigger, runTriggers)),
    check('operation_runs_outcome_known', oneOf(t.outcome, runOutcomes)),
    check(
      'operation_runs_completed_has_outcome',
      sql`(${t.status} = 'completed') = (${t.outcome} <> 'pending')`,
    ),
    check(
      'operation_runs_completed_has_time',
      sql`(${t.status} = 'completed') = (${t.completedAt} is not null)`,
    ),
    // What has not started cannot be stopped: a queued run that is cancelled completes immediately.
    check(
      'operation_runs_cancel_requested_while_running',
      sql`${t.cancelRequestedAt} is null or ${t.status} <> 'queued'`,
    ),
    check('operation_runs_running_has_start', sql`${t.status} <> 'running' or ${t.startedAt} is not null`),
    check(
      'operation_runs_connection_has_tenant',
      sql`${t.providerConnectionId} is null or ${t.tenantId} is not null`,
    ),
    check(
      'operation_runs_completed_verification_has_report',
      sql`${t.status} <> 'completed' or ${t.type} <> ${sql.raw(`'${verificationType}'`)} or
        (${t.context} ? 'verification_report' and ${t.reportOverall} is not null and ${t.reportOverall} <> 'running')`,
    ),
  ],
);

export const operationRunEvents = pgTable(
  'operation_run_events',
  {
    runId: ref('run_id')
      .notNull()
      .references(() => operationRuns.id),
    seq: integer('seq').notNull(),
    at: at('at').notNull().defaultNow(),
    kind: text('kind').$type<RunEventKind>().notNull(),
    message: text('message').notNull(),
    data: jsonb('data').$type<{ readonly check_key?: string }>().notNull().default({}),
  },
  (t) => [primaryKey({ name: 'operation_run_events_pkey', columns: [t.runId, t.seq] })],
);

export const verificationCheckAcknowledgements = pgTable(
  'verification_check_acknowledgements',
  {
    id: id(),
    operationRunId: ref('operation_run_id')
      .notNull()
      .references(() => operationRuns.id),
    checkKey: text('check_key').notNull(),
    reason: text('reason').notNull(),
    acknowledgedByUserId: ref('acknowledged_by_user_id')
      .notNull()
      .references(() => users.id),
    acknowledgedAt: at('acknowledged_at').notNull().defaultNow(),
    expiresAt: at('expires_at'),
    evidenceHash: text('evidence_hash').notNull(),
    endedByChange: boolean('ended_by_change').notNull().default(false),
  },
  (t) => [
    unique('verification_check_acknowledgements_unique').on(t.operationRunId, t.checkKey),
    index('verification_check_acknowledgements_user_idx').on(t.acknowledgedByUserId),
    check('verification_check_acknowledgements_reason_given', sql`btrim(${t.reason}) <> ''`),
    check('verification_check_acknowledgements_hash_shape', sql`${t.evidenceHash} ~ '^[0-9a-f]{64}$'`),
    check('verification_check_acknowledgements_expiry_later', sql`${t.expiresAt} > ${t.acknowledgedAt}`),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: id(),
    workspaceId: ref('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    userId: ref('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    inputHash: text('input_hash').notNull(),
    response: jsonb('response').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    unique('idempotency_keys_unique').on(t.workspaceId, t.userId, t.key),
    index('idempotency_keys_user_idx').on(t.userId),
    index('idempotency_keys_expires_idx').on(t.expiresAt),
  ],
);
