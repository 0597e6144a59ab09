import { isReasonCode, reasons, type ReasonCode } from '../../reasons/reasons.ts';
import type { ReportCheck } from '../report-facts.ts';
import type { FinalOutcome, RunFailure } from '../../runs/run.ts';
import { isOurCause } from '../../runs/verdict.ts';
import { verificationChecks } from './verification.ts';

/** What a finished verification means for the run and for the connection it used. */
export interface Conclusion {
  readonly outcome: FinalOutcome;
  readonly failures: readonly RunFailure[];
  /** null: it failed for a cause on our side, so nothing was learned about the connection or the tenant. */
  readonly connection: ConnectionFinding | null;
}

export interface ConnectionFinding {
  /** null: nothing was learned that would change it. */
  readonly status: 'connected' | 'needs_consent' | 'error' | null;
  readonly health: 'healthy' | 'degraded' | 'unhealthy';
  readonly reason: ReasonCode | null;
}

/**
 * The outcome speaks of the operation: `succeeded` when the connection works and the permission inventory was read,
 * whatever the report says about the tenant; `partially_succeeded` without the inventory; `failed` otherwise.
 */
export function concludeVerification(
  checks: readonly ReportCheck[],
  inventoryRefreshed: boolean,
): Conclusion {
  const broken = verificationChecks.flatMap((definition) => {
    const check = checks.find(({ key }) => key === definition.key);
    return check && breaksConnection(definition.connection, check) ? [check] : [];
  });
  // What was refused says more than what could not be read: it comes first, and the connection is judged by it.
  broken.sort((left, right) => Number(right.status === 'fail') - Number(left.status === 'fail'));
  const [first] = broken;
  if (first === undefined) {
    return {
      outcome: inventoryRefreshed ? 'succeeded' : 'partially_succeeded',
      failures: [],
      connection: { status: 'connected', health: 'healthy', reason: null },
    };
  }
  const isOurs = isOurCause(first.reason_code ?? '');
  return { outcome: 'failed', failures: broken.map(toFailure), connection: isOurs ? null : toFinding(first) };
}

function breaksConnection(
  role: (typeof verificationChecks)[number]['connection'],
  { status }: ReportCheck,
): boolean {
  switch (role) {
    case 'must_pass':
      return status === 'fail' || status === 'unknown';
    case 'must_not_fail':
      return status === 'fail';
    case 'irrelevant':
      return false;
  }
}

function toFailure({ key, reason_code, message }: ReportCheck): RunFailure {
  return { code: key, reason_code: reason_code ?? 'provider.internal', message };
}

/** An unreadable answer makes a working connection doubtful, not broken: its status stays as it was. */
function toFinding({ status, reason_code }: ReportCheck): ConnectionFinding {
  const reason = reason_code !== null && isReasonCode(reason_code) ? reason_code : null;
  if (status === 'unknown') return { status: null, health: 'degraded', reason };
  const needsConsent = reason !== null && reasons[reason].nextSteps.some((step) => step === 'grant_consent');
  return { status: needsConsent ? 'needs_consent' : 'error', health: 'unhealthy', reason };
}
