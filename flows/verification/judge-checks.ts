import {
  fail,
  type CheckDefinition,
  type Facts,
  type Verdict,
} from '../../core/verification/checks/check.ts';
import type { Evidence } from '../../core/verification/checks/refused-reads.ts';
import { failedPrecondition, skipBecauseOf, toReportCheck } from '../../core/verification/checks/results.ts';
import { verificationChecks } from '../../core/verification/checks/verification.ts';
import type { StepContext } from '../../core/reasons/next-steps.ts';
import type { EvidenceKind, ProviderSession } from '../../core/provider/provider.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import type { OpenedCredential } from '../connections/open-credential.ts';

export interface Examination {
  /** null: there was nothing to open a session with. */
  readonly session: ProviderSession | null;
  readonly credential: OpenedCredential;
  /** Grows as the checks are judged: in the end it contains everything that was learned. */
  readonly facts: Facts & { evidence: Evidence };
  readonly context: StepContext;
  readonly signal: AbortSignal;
}

/**
 * The verification's checks in order, each as soon as it is judged. What later checks will need is requested ahead
 * and concurrently, so that a tenant takes as long as its slowest chain of questions; nothing is requested for a
 * check that could still be skipped. Does not use the database. Rejects when the signal aborts.
 */
export async function* judgeChecks(examination: Examination): AsyncGenerator<ReportCheck, void, undefined> {
  const { context, signal } = examination;
  const finished: ReportCheck[] = [];
  for (const check of verificationChecks) {
    signal.throwIfAborted();
    lookAhead(examination, finished);
    const verdict = await judge(check, examination, finished);
    const result = toReportCheck(check, verdict, context);
    finished.push(result);
    yield result;
  }
}

/** A session asks once per kind, so what was requested ahead is there, or on its way, when its check comes. */
function lookAhead({ session, facts }: Examination, finished: readonly ReportCheck[]): void {
  if (session === null) return;
  const isFinished = (key: string) => finished.some((check) => check.key === key);
  for (const check of verificationChecks as readonly CheckDefinition[]) {
    if (isFinished(check.key) || !check.dependsOn.every(isFinished)) continue;
    if (failedPrecondition(check, finished) !== null || check.sparedBy?.(facts)) continue;
    // A rejection belongs to the check that will ask again, or to no one if the run has ended by then.
    for (const kind of check.needs) session.collect(kind).catch(() => undefined);
  }
}

async function judge(
  check: CheckDefinition,
  { session, credential, facts }: Examination,
  finished: readonly ReportCheck[],
): Promise<Verdict> {
  const precondition = failedPrecondition(check, finished);
  if (precondition !== null) return skipBecauseOf(precondition, finished);
  if (check.key === 'config.credential' && credential.kind === 'refused') return fail(credential.reason);
  const spared = check.sparedBy?.(facts) ?? null;
  if (spared !== null) return spared;
  for (const kind of check.needs) {
    if (session === null) throw new TypeError(`${check.key} needs ${kind}, but no session could be opened`);
    await collect(session, facts, kind);
  }
  return check.judge(facts);
}

async function collect<K extends EvidenceKind>(
  session: ProviderSession,
  facts: { evidence: Evidence },
  kind: K,
): Promise<void> {
  facts.evidence = { ...facts.evidence, [kind]: await session.collect(kind) };
}
