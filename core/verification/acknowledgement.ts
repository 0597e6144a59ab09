import { badInput, Fault } from '../fault.ts';
import type { Severity } from '../reasons/reasons.ts';
import type { ReportCheck } from './report-facts.ts';
import type { CheckStatus } from '../runs/report-summary.ts';

/** "We know about this failing check, because …": on one run and check key. It is shown beside the verdict and never changes it. */
export interface Acknowledgement {
  readonly id: number;
  readonly runId: number;
  readonly checkKey: string;
  readonly reason: string;
  readonly acknowledgedByUserId: number;
  readonly acknowledgedAt: Date;
  /** When it ends, or has ended. null: when the check's verdict or evidence changes. */
  readonly expiresAt: Date | null;
  readonly evidenceHash: string;
  /** Why it has ended on its own; null while it holds. One that has ended accepts nothing any longer. */
  readonly ended: AcknowledgementEnd | null;
}

export const acknowledgementEnds = ['expired', 'check_changed'] as const;
export type AcknowledgementEnd = (typeof acknowledgementEnds)[number];

const acknowledgeableStatuses = ['fail', 'warn', 'unknown'] as const satisfies readonly CheckStatus[];

export function isAcknowledgeable({ status }: Pick<ReportCheck, 'status'>): boolean {
  return (acknowledgeableStatuses as readonly CheckStatus[]).includes(status);
}

/**
 * How long an acknowledgement may hold, in days; null: without end. The worse it is, the sooner someone has to look
 * again: two weeks outlast a maintenance window, a quarter is how often most providers review exceptions.
 */
export const longestDays: Record<Severity, number | null> = {
  critical: 14,
  high: 90,
  medium: 180,
  low: 365,
  info: null,
};

/** Longer than any sentence that explains; it is shown in one paragraph beside the check. */
export const longestReason = 1_000;

const dayMs = 86_400_000;
/** Clocks of clients and a dialog left open: a date picked as "in 14 days" must not be refused for being seconds late. */
const toleranceMs = 3_600_000;

/**
 * When an acknowledgement given now ends. Left out, it holds as long as the severity allows; a blocking check needs an
 * end that someone chose. Throws BAD_USER_INPUT with what was expected, CONFLICT for a check that is not failing.
 */
export function decideExpiry(check: ReportCheck, wanted: Date | null, now: Date): Date | null {
  if (!isAcknowledgeable(check)) {
    throw new Fault('CONFLICT', `There is nothing to acknowledge: the check is ${check.status}.`);
  }
  const days = longestDays[check.severity];
  const latest = days === null ? null : new Date(now.getTime() + days * dayMs);
  if (wanted === null) {
    if (check.blocking)
      throw badInput('expiresAt', 'A blocking check can only be acknowledged until a date. Choose one.');
    return latest;
  }
  if (wanted <= now) throw badInput('expiresAt', 'Choose a time in the future.');
  if (latest !== null && wanted.getTime() > latest.getTime() + toleranceMs) {
    throw badInput(
      'expiresAt',
      `A check of severity ${check.severity} can be acknowledged for ${days} days at most.`,
    );
  }
  return wanted;
}
