import { createHash } from 'node:crypto';
import type { NextStep } from '../reasons/next-steps.ts';
import type { Pointer } from '../provider/provider.ts';
import type { Severity } from '../reasons/reasons.ts';
import type { CheckStatus, ReportCounts, ReportOverall, ReportSummary } from '../runs/report-summary.ts';

/** What a report's checks are, and everything that follows from them alone. */
export interface ReportCheck {
  readonly key: string;
  readonly title: string;
  readonly status: CheckStatus;
  readonly severity: Severity;
  readonly blocking: boolean;
  /** null exactly when the check passed or is still running. */
  readonly reason_code: string | null;
  readonly message: string;
  readonly evidence: readonly Pointer[];
  readonly next_steps: readonly NextStep[];
}

export function summarise(checks: readonly ReportCheck[]): ReportSummary {
  return { overall: overallOf(checks), counts: countByStatus(checks) };
}

function overallOf(checks: readonly ReportCheck[]): ReportOverall {
  if (checks.some(({ status }) => status === 'running')) return 'running';
  if (checks.some(({ status, blocking }) => status === 'fail' && blocking)) return 'blocked';
  if (checks.some(({ status }) => status !== 'pass' && status !== 'skip')) return 'needs_attention';
  return 'ready';
}

function countByStatus(checks: readonly ReportCheck[]): ReportCounts {
  const counts = { total: checks.length, pass: 0, fail: 0, warn: 0, unknown: 0, skip: 0, running: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}

/**
 * 64 hex digits over what was judged. Same tenant state, same fingerprint: order, wording, evidence and time do not
 * count, because request ids and sentences change while the tenant does not.
 */
export function fingerprintOf(checks: readonly ReportCheck[]): string {
  const judged = checks
    .map(({ key, status, severity, blocking, reason_code }) => [key, status, severity, blocking, reason_code])
    .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(judged)).digest('hex');
}

/**
 * The part of the honesty rule that speaks of two checks at once, which JSON Schema cannot say: a skipped check names
 * the earlier check because of which it was not asked, and that one failed or was skipped itself; or it says what the
 * tenant neither needs nor has (`not_applicable`). null: all is well.
 */
export function dishonestyOf(checks: readonly ReportCheck[]): string | null {
  const earlier = new Map<string, CheckStatus>();
  for (const [index, { key, status, evidence }] of checks.entries()) {
    if (earlier.has(key)) return `/checks/${index}/key repeats ${key}`;
    const because = evidence.find(({ kind }) => kind === 'precondition')?.value ?? '';
    const cause = earlier.get(because);
    const isSpared = because === '' && evidence.some(({ kind }) => kind === 'not_applicable');
    if (status === 'skip' && !isSpared && cause !== 'fail' && cause !== 'skip') {
      return `/checks/${index} is skipped because of ${because || 'nothing'}, which did not fail`;
    }
    earlier.set(key, status);
  }
  return null;
}
