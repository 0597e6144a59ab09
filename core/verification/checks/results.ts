import type { StepContext } from '../../reasons/next-steps.ts';
import type { Pointer } from '../../provider/provider.ts';
import { nextStepsFor } from '../../reasons/reason-steps.ts';
import { reasons, type ReasonCode, type Severity } from '../../reasons/reasons.ts';
import { namedKinds, sentenceFor } from '../../reasons/sentences.ts';
import type { ReportCheck } from '../report-facts.ts';
import type { CheckDefinition, Facts, Verdict } from './check.ts';
import { verificationChecks } from './verification.ts';

/** From verdicts to the checks a report holds. Pure; every function returns new values. */

export function toRunningCheck({ key, title, blocking }: CheckDefinition): ReportCheck {
  const nothingYet = { reason_code: null, message: '', evidence: [], next_steps: [] };
  return { key, title, status: 'running', severity: 'info', blocking, ...nothingYet };
}

export function toReportCheck(check: CheckDefinition, verdict: Verdict, context: StepContext): ReportCheck {
  const { key, title, blocking } = check;
  const evidence = verdict.evidence ?? [];
  if (verdict.status === 'pass') {
    const { message } = verdict;
    const settled = { reason_code: null, message, evidence, next_steps: [] };
    return { key, title, status: 'pass', severity: 'info', blocking, ...settled };
  }
  const named = [...evidence, ...contextOf(verdict.reason, evidence, context)];
  return {
    key,
    title,
    status: verdict.status,
    severity: severityOf(check, verdict.status, verdict.reason),
    blocking,
    reason_code: verdict.reason,
    message: sentenceFor(verdict.reason, named),
    evidence: named,
    next_steps: nextStepsFor(verdict.reason, context),
  };
}

/** What the reason's sentence names and the evidence lacks, as far as it was known before anything was asked. */
function contextOf(
  reason: ReasonCode,
  evidence: readonly Pointer[],
  { clientId, cloud, entraTenantId }: StepContext,
): Pointer[] {
  const known = { app_id: clientId, cloud, expected_directory_id: entraTenantId };
  const wanted = namedKinds(reason).filter((kind) => !evidence.some((pointer) => pointer.kind === kind));
  return Object.entries(known).flatMap(([kind, value]) =>
    value !== null && wanted.includes(kind) ? [{ kind, value }] : [],
  );
}

/** A blocking check that fails is critical whatever the reason's usual weight, or `blocked` would look harmless. */
function severityOf(check: CheckDefinition, status: Verdict['status'], reason: ReasonCode): Severity {
  return status === 'fail' && check.blocking ? 'critical' : reasons[reason].severity;
}

/** The precondition that keeps a check from being asked, if any. */
export function failedPrecondition(
  { dependsOn }: CheckDefinition,
  finished: readonly ReportCheck[],
): string | null {
  const broken = finished.find(
    ({ key, status }) => dependsOn.includes(key) && (status === 'fail' || status === 'skip'),
  );
  return broken?.key ?? null;
}

/** Says the check at the root: one that was itself skipped says nothing to who reads it. */
export function skipBecauseOf(precondition: string, finished: readonly ReportCheck[]): Verdict {
  const title = rootOf(precondition, finished)?.title;
  return {
    status: 'skip',
    reason: 'check.precondition_failed',
    evidence: [
      { kind: 'precondition', value: precondition },
      ...(title === undefined ? [] : [{ kind: 'precondition_title', value: title }]),
    ],
  };
}

function rootOf(key: string, finished: readonly ReportCheck[]): ReportCheck | undefined {
  const check = finished.find((candidate) => candidate.key === key);
  const cause = check?.status === 'skip' && check.evidence.find(({ kind }) => kind === 'precondition');
  return cause ? rootOf(cause.value, finished) : check;
}

/** The report of a start that was refused: the gate's reason on the check it belongs to, everything after it skipped. */
export function toBlockedChecks(reason: ReasonCode, context: StepContext): ReportCheck[] {
  const refusedAt = reason.startsWith('credential.') ? 'config.credential' : 'config.connection';
  return settle(context, (check, finished) => {
    if (check.key === refusedAt) return { status: 'fail', reason };
    const precondition = failedPrecondition(check, finished);
    return precondition === null ? check.judge(nothingAsked) : skipBecauseOf(precondition, finished);
  });
}

/** The checks of a run that was ended from outside: what was learned stays, the rest was not reached. */
export function toAbandonedChecks(
  finished: readonly ReportCheck[],
  reason: ReasonCode,
  context: StepContext,
): ReportCheck[] {
  const known = new Map(
    finished.filter(({ status }) => status !== 'running').map((check) => [check.key, check]),
  );
  const because: Pointer[] = [{ kind: 'reason', value: reason }];
  return verificationChecks.map(
    (check) =>
      known.get(check.key) ?? toReportCheck(check, { status: 'unknown', reason, evidence: because }, context),
  );
}

/** The checks that come before anything is asked look at none of it. */
const nothingAsked: Facts = {
  evidence: {},
  entraTenantId: '',
  clientId: '',
  cloud: 'global',
  profiles: ['read'],
  credentialExpiresAt: null,
  now: new Date(0),
};

function settle(
  context: StepContext,
  judge: (check: CheckDefinition, finished: readonly ReportCheck[]) => Verdict,
): ReportCheck[] {
  const finished: ReportCheck[] = [];
  for (const check of verificationChecks)
    finished.push(toReportCheck(check, judge(check, finished), context));
  return finished;
}
