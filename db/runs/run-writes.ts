import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { VerificationReport } from '../../core/verification/report.ts';
import { summarise, type ReportCheck } from '../../core/verification/report-facts.ts';
import type {
  FinalOutcome,
  OperationRun,
  RunEventKind,
  RunFailure,
  RunScope,
  RunTrigger,
  SummaryCounts,
} from '../../core/runs/run.ts';
import type { Tx } from '../engine/client.ts';
import { runColumns, runIsActive } from './runs.ts';
import { operationRunEvents, operationRuns } from '../tables/runs.ts';

/**
 * Everything that writes a run. Each function changes the row and appends its event under the row's lock, so sequence
 * numbers have no gaps and follow the order of the changes. Completed rows refuse to change (trigger).
 */
export interface NewRun {
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly type: OperationType;
  readonly initiatorUserId: number | null;
  readonly trigger: RunTrigger;
  readonly connectionId: number | null;
  readonly identity: string | null;
  readonly scope: RunScope;
}

export interface QueuedRun extends NewRun {
  readonly jobId: string;
  readonly createdAt: Date;
}

export interface RunEventText {
  readonly kind: RunEventKind;
  readonly message: string;
  readonly checkKey?: string;
}

/** Fails on `operation_runs_active_connection_unique` when another run is active on the connection. */
export async function insertQueuedRun(
  tx: Tx,
  { jobId, createdAt, ...run }: QueuedRun,
): Promise<OperationRun> {
  return await insertRun(tx, run, { jobId, createdAt }, { kind: 'queued', message: 'Queued.' });
}

/** A start that was refused is a run too: final from the first moment, with its report when the type has one. */
export async function insertBlockedRun(
  tx: Tx,
  run: NewRun,
  blocked: {
    readonly failure: RunFailure;
    readonly report: VerificationReport | null;
    readonly at: Date;
  },
): Promise<OperationRun> {
  const { failure, report, at } = blocked;
  return await insertRun(
    tx,
    run,
    {
      status: 'completed',
      outcome: 'blocked',
      createdAt: at,
      completedAt: at,
      failureSummary: [failure],
      context: report === null ? run.scope : { ...run.scope, verification_report: report },
      summaryCounts: report === null ? {} : toSummaryCounts(report.checks),
    },
    { kind: 'blocked', message: failure.message },
  );
}

async function insertRun(
  tx: Tx,
  run: NewRun,
  overrides: Partial<Record<keyof typeof operationRuns.$inferInsert, unknown>>,
  event: RunEventText,
): Promise<OperationRun> {
  const { workspaceId, tenantId, type, initiatorUserId, trigger, connectionId, identity, scope } = run;
  const values = {
    workspaceId,
    tenantId,
    type,
    initiatorUserId,
    trigger,
    providerConnectionId: connectionId,
    runIdentityHash: identity,
    context: scope,
    lastEventSeq: 1,
    ...overrides,
  } as typeof operationRuns.$inferInsert;
  const [inserted] = await tx.insert(operationRuns).values(values).returning(runColumns);
  if (inserted === undefined) throw new Error('insert into operation_runs returned no row');
  await appendEvent(tx, inserted.id, 1, event);
  return inserted;
}

export interface ClaimedRun {
  readonly run: OperationRun;
  readonly scope: RunScope;
}

/**
 * Takes a queued run, or one whose worker was lost. The attempt number is the fence: the worker that held the run
 * before can change nothing any longer. null: already completed (or gone), so there is nothing to do.
 */
export async function claimRun(
  tx: Tx,
  runId: number,
  summaryCounts: SummaryCounts,
  now: Date,
): Promise<ClaimedRun | null> {
  // Whoever holds the row for longer is frozen, and loses it after 15 s: come back then, and keep no slot waiting.
  await tx.execute(sql`set local lock_timeout = '10s'`);
  const [claimed] = await tx
    .update(operationRuns)
    .set({
      status: 'running',
      attempt: sql`${operationRuns.attempt} + 1`,
      startedAt: sql`coalesce(${operationRuns.startedAt}, ${now.toISOString()}::timestamptz)`,
      summaryCounts,
      lastEventSeq: sql`${operationRuns.lastEventSeq} + 1`,
    })
    .where(and(eq(operationRuns.id, runId), runIsActive))
    .returning({
      ...runColumns,
      scope: sql<RunScope>`${operationRuns.context} - 'verification_report'`,
      seq: operationRuns.lastEventSeq,
    });
  if (claimed === undefined) return null;
  const { scope, seq, ...run } = claimed;
  const message = run.attempt === 1 ? 'Started.' : `Started again: attempt ${run.attempt}.`;
  await appendEvent(tx, runId, seq, { kind: run.attempt === 1 ? 'started' : 'attempt', message });
  return { run, scope };
}

/** Names one attempt at a run: writes of an attempt that has been superseded change nothing. */
export interface Attempt {
  readonly runId: number;
  readonly attempt: number;
}

/** Stores the report as far as it has grown. false: the attempt was superseded or the run ended; the caller stops. */
export async function recordProgress(
  tx: Tx,
  attempt: Attempt,
  report: VerificationReport,
  event: RunEventText | null,
): Promise<boolean> {
  const summaryCounts = toSummaryCounts(report.checks);
  return await recordStep(tx, attempt, { context: withReport(report), summaryCounts }, event);
}

/** The same for an operation without a report. */
export async function recordCounts(
  tx: Tx,
  attempt: Attempt,
  summaryCounts: SummaryCounts,
  event: RunEventText,
): Promise<boolean> {
  return await recordStep(tx, attempt, { summaryCounts }, event);
}

async function recordStep(
  tx: Tx,
  { runId, attempt }: Attempt,
  step: { readonly summaryCounts: SummaryCounts; readonly context?: SQL },
  event: RunEventText | null,
): Promise<boolean> {
  const [recorded] = await tx
    .update(operationRuns)
    .set({
      ...step,
      lastEventSeq: sql`${operationRuns.lastEventSeq} + ${event === null ? 0 : 1}`,
    })
    .where(ownedBy({ runId, attempt }))
    .returning({ seq: operationRuns.lastEventSeq });
  if (recorded === undefined) return false;
  if (event !== null) await appendEvent(tx, runId, recorded.seq, event);
  return true;
}

export interface RunEnding {
  readonly outcome: FinalOutcome;
  readonly failures: readonly RunFailure[];
  readonly report: VerificationReport | null;
  readonly summaryCounts?: SummaryCounts;
  readonly message: string;
  readonly at: Date;
}

/**
 * false: the attempt was superseded or the run has ended already. A second completion is never written. A report's
 * acknowledgements are the caller's to carry over, in the same transaction.
 */
export async function finishRun(tx: Tx, attempt: Attempt, ending: RunEnding): Promise<boolean> {
  const { outcome, failures, report, message } = ending;
  const [finished] = await tx
    .update(operationRuns)
    .set({
      status: 'completed',
      outcome,
      completedAt: ending.at,
      failureSummary: failures,
      summaryCounts: ending.summaryCounts ?? toSummaryCounts(report?.checks ?? []),
      ...(report === null ? {} : { context: withReport(report) }),
      lastEventSeq: sql`${operationRuns.lastEventSeq} + 1`,
    })
    .where(ownedBy(attempt))
    .returning({ seq: operationRuns.lastEventSeq });
  if (finished === undefined) return false;
  await appendEvent(tx, attempt.runId, finished.seq, { kind: 'completed', message });
  return true;
}

/** Locks a run that has not ended, with its growing report; null when it has. */
export async function lockActiveRun(
  tx: Tx,
  runId: number,
): Promise<(ClaimedRun & { readonly document: unknown }) | null> {
  const [locked] = await tx
    .select({
      ...runColumns,
      scope: sql<RunScope>`${operationRuns.context} - 'verification_report'`,
      document: sql<unknown>`${operationRuns.context} -> 'verification_report'`,
    })
    .from(operationRuns)
    .where(and(eq(operationRuns.id, runId), runIsActive))
    .for('update');
  if (locked === undefined) return null;
  const { scope, document, ...run } = locked;
  return { run, scope, document };
}

function ownedBy({ runId, attempt }: Attempt) {
  return and(eq(operationRuns.id, runId), eq(operationRuns.attempt, attempt), runIsActive);
}

function withReport(report: VerificationReport) {
  return sql`${operationRuns.context} || ${JSON.stringify({ verification_report: report })}::jsonb`;
}

export function toSummaryCounts(checks: readonly ReportCheck[]): SummaryCounts {
  const { counts } = summarise(checks);
  return { ...counts, completed: counts.total - counts.running };
}

/** Under the run's row lock only, with the sequence number the row was just given. */
export async function appendEvent(
  tx: Tx,
  runId: number,
  seq: number,
  { kind, message, checkKey }: RunEventText,
): Promise<void> {
  const data = checkKey === undefined ? {} : { check_key: checkKey };
  await tx.insert(operationRunEvents).values({ runId, seq, kind, message, data });
}
