import { evidenceIdentity } from './evidence.ts';
import type { VerificationReport } from './report.ts';
import type { ReportCheck } from './report-facts.ts';
import type { CheckStatus } from '../runs/report-summary.ts';

export const changeKinds = ['new_failing', 'fixed', 'still_failing', 'changed', 'added', 'removed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface CheckChange {
  readonly key: string;
  readonly title: string;
  readonly kind: ChangeKind;
  /** null: the check did not exist in that report. */
  readonly before: CheckStatus | null;
  readonly after: CheckStatus | null;
  readonly reasonBefore: string | null;
  readonly reasonAfter: string | null;
  /** The verdict rests on something else than before; request ids and times do not count. */
  readonly evidenceChanged: boolean;
}

/**
 * What is different for the tenant, by check key. Order, wording and volatile evidence are no change, and neither is a
 * check that passed and passes, whatever it rests on.
 */
export function compareReports(before: VerificationReport, after: VerificationReport): CheckChange[] {
  const earlier = new Map(before.checks.map((check) => [check.key, check]));
  const later = new Map(after.checks.map((check) => [check.key, check]));
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  return [...keys].flatMap((key) => compareChecks(earlier.get(key), later.get(key)) ?? []);
}

function compareChecks(was: ReportCheck | undefined, is: ReportCheck | undefined): CheckChange | null {
  const either = is ?? was;
  if (either === undefined) return null;
  const kind = kindOf(was, is);
  if (kind === null) return null;
  return {
    key: either.key,
    title: either.title,
    kind,
    before: was?.status ?? null,
    after: is?.status ?? null,
    reasonBefore: was?.reason_code ?? null,
    reasonAfter: is?.reason_code ?? null,
    evidenceChanged: was !== undefined && is !== undefined && restsOnSomethingElse(was, is),
  };
}

function kindOf(was: ReportCheck | undefined, is: ReportCheck | undefined): ChangeKind | null {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  if (was.status === 'pass' && is.status === 'pass') return null;
  if (was.status !== 'fail' && is.status === 'fail') return 'new_failing';
  if (was.status === 'fail' && is.status === 'pass') return 'fixed';
  if (isJudgedAlike(was, is) && !restsOnSomethingElse(was, is)) return null;
  return was.status === 'fail' && is.status === 'fail' ? 'still_failing' : 'changed';
}

/** The same columns as the fingerprint: whatever moves it, of a check that does not pass, is found here too. */
function isJudgedAlike(was: ReportCheck, is: ReportCheck): boolean {
  return (
    was.status === is.status &&
    was.severity === is.severity &&
    was.blocking === is.blocking &&
    was.reason_code === is.reason_code
  );
}

function restsOnSomethingElse(was: ReportCheck, is: ReportCheck): boolean {
  return evidenceIdentity(was.evidence) !== evidenceIdentity(is.evidence);
}
