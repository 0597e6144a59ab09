import { verificationType } from './operation-types.ts';
import type { OperationRun } from './run.ts';
import type { ReportOverall } from './report-summary.ts';

/** What a verification with a verdict says about the tenant. */
export type Verdict = Exclude<ReportOverall, 'running'>;

/** The way to Microsoft failed on our side, or the worker did: it says nothing about the tenant. */
export function isOurCause(reasonCode: string): boolean {
  return /^(network|proxy)\.|^worker\.lost$/.test(reasonCode);
}

export type JudgedRun = Pick<
  OperationRun,
  'type' | 'status' | 'outcome' | 'failureSummary' | 'reportOverall' | 'isRehearsal'
>;

/**
 * What a verification learned; null while it is running, and if it was cancelled, lost, or failed for a cause on our
 * side. An outage of Microsoft is a verdict.
 */
export function findingOf({
  type,
  status,
  outcome,
  failureSummary: [first],
  reportOverall,
}: JudgedRun): Verdict | null {
  if (type !== verificationType || status !== 'completed' || outcome === 'cancelled') return null;
  if (outcome === 'failed' && first !== undefined && isOurCause(first.reason_code)) return null;
  return reportOverall === 'running' ? null : reportOverall;
}

/**
 * The verdict that counts for the tenant: a rehearsal tests a credential that is not in use, so it has none. SQL
 * reads the same from operation_runs.verdict; tests/db keep the two consistent.
 */
export function verdictOf(run: JudgedRun): Verdict | null {
  return run.isRehearsal ? null : findingOf(run);
}
