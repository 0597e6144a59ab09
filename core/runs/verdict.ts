import { verificationType } from './operation-types.ts';
import type { OperationRun } from './run.ts';
import type { ReportOverall } from './report-summary.ts';

/** What a verification that found something out says of the tenant. */
export type Verdict = Exclude<ReportOverall, 'running'>;

/** The way to Microsoft failed on our side, or the worker did: nothing of it speaks of the tenant. */
export function isOurCause(reasonCode: string): boolean {
  return /^(network|proxy)\.|^worker\.lost$/.test(reasonCode);
}

export type JudgedRun = Pick<
  OperationRun,
  'type' | 'status' | 'outcome' | 'failureSummary' | 'reportOverall' | 'isRehearsal'
>;

/**
 * What a verification learned; null while it is under way, and for one that was cancelled, lost, or failed for a
 * cause on our side. An outage of Microsoft is a finding.
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
 * The finding that counts for the tenant: a rehearsal tries a credential that is not in use, so it has none. SQL reads
 * the same from operation_runs.verdict, and tests/db hold the two together.
 */
export function verdictOf(run: JudgedRun): Verdict | null {
  return run.isRehearsal ? null : findingOf(run);
}
