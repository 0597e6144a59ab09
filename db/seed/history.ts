import type { CheckDefinition, Verdict } from '../../core/verification/checks/check.ts';
import { capabilityChecks, gdapNotReadable } from '../../core/verification/checks/capability-checks.ts';
import { concludeVerification } from '../../core/verification/checks/conclusion.ts';
import { failedPrecondition, skipBecauseOf, toReportCheck } from '../../core/verification/checks/results.ts';
import {
  verificationChecks,
  type VerificationCheckKey,
} from '../../core/verification/checks/verification.ts';
import type { Pointer } from '../../core/provider/provider.ts';
import type { StepContext } from '../../core/reasons/next-steps.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';

/** How a past verification of a scenario went, described by the checks that did not pass. */
export type PastVerdicts = Partial<Record<VerificationCheckKey, PastVerdict>>;
type PastVerdict = readonly ['fail' | 'warn' | 'unknown', ReasonCode, ...Pointer[]];

const configuration = 'DeviceManagementConfiguration.Read.All';
const allWell: PastVerdicts = {};
const configurationMissing: PastVerdicts = {
  'consent.app_roles': ['fail', 'permission.missing', { kind: 'permission_missing', value: configuration }],
  'capability.configuration': ['fail', 'permission.missing', { kind: 'permission', value: configuration }],
};
const graphDown: PastVerdicts = Object.fromEntries(
  [
    'tenant.identity',
    'app.service_principal',
    'consent.app_roles',
    'credential.expiry',
    'licence.intune',
    'intune.mdm_authority',
    ...capabilityChecks.map(({ key }) => key),
  ].map((key) => [key, ['unknown', 'provider.transient'] as const]),
);

/** Oldest first. A scenario that is not listed has no history, so that pages show that case too. */
export const histories: Readonly<Record<string, readonly PastVerdicts[]>> = {
  healthy: [configurationMissing, allWell, allWell],
  'missing-permission': [allWell, configurationMissing],
  'secret-expired': [allWell, allWell, { 'token.acquire': ['fail', 'credential.secret_expired'] }],
  'secret-invalid': [allWell],
  'no-consent': [{ 'token.claims': ['fail', 'consent.missing'] }],
  'graph-down': [allWell, graphDown],
  'app-disabled': [allWell, { 'token.acquire': ['fail', 'app.disabled'] }],
  'permission-pending': [
    {
      'consent.app_roles': ['warn', 'permission.not_yet_effective'],
      'capability.configuration': ['warn', 'permission.not_yet_effective'],
    },
  ],
  throttled: [allWell],
};

export function toPastChecks(verdicts: PastVerdicts, context: StepContext): ReportCheck[] {
  const finished: ReportCheck[] = [];
  for (const check of verificationChecks) {
    finished.push(toReportCheck(check, pastVerdict(check, verdicts[check.key], finished), context));
  }
  return finished;
}

function pastVerdict(
  check: CheckDefinition,
  verdict: PastVerdict | undefined,
  finished: readonly ReportCheck[],
): Verdict {
  const precondition = failedPrecondition(check, finished);
  if (precondition !== null) return skipBecauseOf(precondition, finished);
  // No demo application is allowed to read these, so their check has always been skipped.
  if (check.key === 'gdap.relationship') return gdapNotReadable;
  if (verdict === undefined) return { status: 'pass', message: 'Passed.' };
  const [status, reason, ...evidence] = verdict;
  return { status, reason, evidence };
}

export function concludePast(checks: readonly ReportCheck[]) {
  const roles = checks.find(({ key }) => key === 'consent.app_roles');
  return concludeVerification(checks, roles?.status !== 'skip' && roles?.status !== 'unknown');
}
