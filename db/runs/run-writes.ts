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
import type { Db, Tx } from '../engine/client.ts';
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

/** A refused start is a run too: final from the first moment, with a report if its type has one. */
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
 * before can no longer change anything. null: already completed (or gone), so there is nothing to do.
 */
export async function claimRun(
  tx: Tx,
  runId: number,
  summaryCounts: SummaryCounts,
  now: Date,
): Promise<ClaimedRun | null> {
  // A process that holds the row for longer is frozen, and loses it after 15 s: come back then instead of occupying a
  // slot.
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

/** Names one attempt at a run: writes of a superseded attempt change nothing. */
export interface Attempt {
  readonly runId: number;
  readonly attempt: number;
}

/** Stores the report so far. false: the attempt was superseded or the run ended; the caller stops. */
export async function recordProgress(
  db: Db,
  attempt: Attempt,
  report: VerificationReport,
  events: readonly RunEventText[],
): Promise<boolean> {
  return await writeStep(db, attempt, [setCounts(toSummaryCounts(report.checks)), setReport(report)], events);
}

/** The same for an operation without a report. */
export async function recordCounts(
  tx: Tx,
  attempt: Attempt,
  summaryCounts: SummaryCounts,
  event: RunEventText,
): Promise<boolean> {
  return await writeStep(tx, attempt, [setCounts(summaryCounts)], [event]);
}

/** The row and its events in one statement; the events get the numbers that the row was just given. */
async function writeStep(
  db: Db,
  attempt: Attempt,
  changes: readonly SQL[],
  events: readonly RunEventText[],
): Promise<boolean> {
  const column = (of: (event: RunEventText) => string) => sql`${sql.param(events.map(of))}::text[]`;
  const rows = await db.execute(sql`/* writeStep */
    with written as (
      update ${operationRuns} set ${sql.join([...changes], sql`, `)}, last_event_seq = last_event_seq + ${events.length}::int
      where ${ownedBy(attempt)} returning id, last_event_seq
    ), told as (
      insert into operation_run_events (run_id, seq, kind, message, data)
      select written.id, written.last_event_seq - ${events.length}::int + event.place, event.kind, event.message, event.data::jsonb
      from written cross join unnest(${column(({ kind }) => kind)}, ${column(({ message }) => message)},
        ${column(({ checkKey }) => JSON.stringify(toEventData(checkKey)))})
        with ordinality as event (kind, message, data, place))
    select id from written`);
  return rows.length > 0;
}

export interface RunEnding {
  readonly outcome: FinalOutcome;
  readonly failures: readonly RunFailure[];
  readonly report: VerificationReport | null;
  readonly summaryCounts?: SummaryCounts;
  readonly message: string;
  readonly at: Date;
  /** What has happened since the last step, before the end. */
  readonly events?: readonly RunEventText[];
}

/**
 * false: the attempt was superseded or the run has already ended. A second completion is never written. The caller
 * carries over a report's acknowledgements in the same transaction.
 */
export async function finishRun(tx: Tx, attempt: Attempt, ending: RunEnding): Promise<boolean> {
  const { outcome, failures, report, message, events = [] } = ending;
  const changes = [
    sql`status = 'completed', outcome = ${outcome}, completed_at = ${ending.at.toISOString()}::timestamptz`,
    sql`failure_summary = ${JSON.stringify(failures)}::jsonb`,
    setCounts(ending.summaryCounts ?? toSummaryCounts(report?.checks ?? [])),
    ...(report === null ? [] : [setReport(report)]),
  ];
  return await writeStep(tx, attempt, changes, [...events, { kind: 'completed', message }]);
}

/** Locks a run that has not ended, with its growing report; null if it has ended. */
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

const setReport = (report: VerificationReport) =>
  sql`context = context || ${JSON.stringify({ verification_report: report })}::jsonb`;
const setCounts = (counts: SummaryCounts) => sql`summary_counts = ${JSON.stringify(counts)}::jsonb`;
const toEventData = (checkKey: string | undefined) => (checkKey === undefined ? {} : { check_key: checkKey });

export function toSummaryCounts(checks: readonly ReportCheck[]): SummaryCounts {
  const { counts } = summarise(checks);
  return { ...counts, completed: counts.total - counts.running };
}

/** Only under the run's row lock, with the sequence number the row was just given. */
export async function appendEvent(
  tx: Tx,
  runId: number,
  seq: number,
  { kind, message, checkKey }: RunEventText,
): Promise<void> {
  await tx.insert(operationRunEvents).values({ runId, seq, kind, message, data: toEventData(checkKey) });
}
