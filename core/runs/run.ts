import type { NextStep } from '../reasons/next-steps.ts';
import type { OperationType } from './operation-types.ts';
import type { ReportCounts, ReportOverall } from './report-summary.ts';

/**
 * OperationRun's state machine as data. The database enforces the same rules (db/migrations); this is the readable
 * copy.
 */
export const runStatuses = ['queued', 'running', 'completed'] as const;
export type RunStatus = (typeof runStatuses)[number];

export const runOutcomes = [
  'pending',
  'succeeded',
  'partially_succeeded',
  'failed',
  'blocked',
  'cancelled',
] as const;
export type RunOutcome = (typeof runOutcomes)[number];
export type FinalOutcome = Exclude<RunOutcome, 'pending'>;

/**
 * Never goes backward. `queued → completed` is a blocked start, a cancelled queue entry or a worker that never came.
 */
export const nextStatuses: Record<RunStatus, readonly RunStatus[]> = {
  queued: ['running', 'completed'],
  running: ['completed'],
  completed: [],
};

export function isFinal(status: RunStatus): boolean {
  return nextStatuses[status].length === 0;
}

/** The operation achieved its purpose, even if part of it could not be done. */
export function hasWorked(outcome: RunOutcome): boolean {
  return outcome === 'succeeded' || outcome === 'partially_succeeded';
}

/** What started a run. */
export const runTriggers = ['user', 'api_token', 'consent', 'recheck', 'schedule'] as const;
export type RunTrigger = (typeof runTriggers)[number];

export const runEventKinds = [
  'queued',
  'blocked',
  'started',
  'attempt',
  'check_finished',
  'part_finished',
  'safety_stop',
  'requeued',
  'cancel_requested',
  'completed',
] as const;
export type RunEventKind = (typeof runEventKinds)[number];

/** One entry of a run's failure summary. Messages come from the reason catalog, never from the outside world. */
export interface RunFailure {
  readonly code: string;
  readonly reason_code: string;
  readonly message: string;
}

/** The canonical record of a long-running action. The report is not part of it: it is loaded on demand. */
export interface OperationRun {
  readonly id: number;
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly type: OperationType;
  readonly status: RunStatus;
  readonly outcome: RunOutcome;
  /** Increases with every change of the row: orders what a subscriber sees. */
  readonly version: number;
  readonly attempt: number;
  readonly initiatorUserId: number | null;
  readonly trigger: RunTrigger;
  readonly providerConnectionId: number | null;
  readonly summaryCounts: SummaryCounts;
  readonly failureSummary: readonly RunFailure[];
  readonly reasonCode: string | null;
  /** Copies of the stored report's summary; null without a report. */
  readonly reportOverall: ReportOverall | null;
  readonly reportCounts: ReportCounts | null;
  /** false: the stored report was changed behind the database's triggers, so the copies cannot be trusted. */
  readonly reportIntact: boolean;
  /** Tests a candidate credential: never a tenant's latest verification, and says nothing about the connection. */
  readonly isRehearsal: boolean;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** Someone requested cancellation while it was running; the worker ends it as `cancelled` within seconds. */
  readonly cancelRequestedAt: Date | null;
  /** Events of the timeline as of this version. */
  readonly lastEventSeq: number;
}

/** `total` and `completed` carry progress; the other names are the operation's own totals. */
export interface SummaryCounts {
  readonly total?: number;
  readonly completed?: number;
  readonly [name: string]: number | undefined;
}

/** What a run is about, in the wire's names (`operation_runs.context` without the report). */
export interface RunScope {
  readonly provider?: string;
  readonly module?: string;
  readonly provider_connection_id?: number | null;
  readonly target_scope?: TargetScope;
  /** Absent: the credential in use. */
  readonly credential?: 'candidate';
  /** A person has confirmed that what is missing from the directory is really gone. Absent: the safety stop applies. */
  readonly accept_removals?: true;
  readonly reason_code?: string;
  readonly next_steps?: readonly NextStep[];
}

export interface TargetScope {
  readonly entra_tenant_id: string;
  readonly entra_tenant_name?: string;
}

export interface RunEvent {
  readonly seq: number;
  readonly at: Date;
  readonly kind: RunEventKind;
  readonly message: string;
  readonly checkKey: string | null;
}

/** Which runs of a workspace a list shows; null means any. */
export interface RunFilter {
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly connectionId?: number;
  readonly types: readonly OperationType[] | null;
  readonly status: readonly RunStatus[] | null;
  readonly outcome: readonly RunOutcome[] | null;
  readonly triggers?: readonly RunTrigger[] | null;
}

/** A run from one snapshot, with everything a subscriber may ask about it. */
export interface RunState {
  readonly run: OperationRun;
  readonly accessEpoch: number;
  readonly scope: RunScope;
  /** The stored report as it is: parse it before showing it. null without one. */
  readonly document: unknown;
}
