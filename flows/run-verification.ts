import { concludeVerification, type Conclusion } from '../core/checks/conclusion.ts';
import type { CheckDefinition, Evidence, Facts, Verdict } from '../core/checks/check.ts';
import { fail } from '../core/checks/check.ts';
import { failedPrecondition, skipBecauseOf, toReportCheck, toRunningCheck } from '../core/checks/results.ts';
import { permissionStandings, verificationChecks } from '../core/checks/verification.ts';
import type { StepContext } from '../core/next-steps.ts';
import { verificationType } from '../core/operation-types.ts';
import type { EvidenceKind, Provider, ProviderSession } from '../core/provider.ts';
import { reasons } from '../core/reasons.ts';
import { buildReport, type ReportCheck, type VerificationReport } from '../core/report.ts';
import type { OperationRun } from '../core/run.ts';
import { isCloudName } from '../core/clouds.ts';
import type { Hints } from '../db/changes.ts';
import {
  findConnectionForWork,
  replacePermissionInventory,
  updateConnectionHealth,
  type ConnectionForWork,
} from '../db/connections.ts';
import type { Keyring } from '../db/envelope.ts';
import { finishRun, recordProgress, toSummaryCounts, type Attempt } from '../db/run-writes.ts';
import { findPreviousReportRun } from '../db/runs.ts';
import { toCorrelationId } from './correlation-id.ts';
import { openCredential, type OpenedCredential } from './open-credential.ts';
import { workOnRun, type WorkDependencies } from './work-on-run.ts';

export interface VerificationDependencies extends WorkDependencies {
  readonly hints: Hints;
  readonly provider: Provider;
  readonly keyring: Keyring;
}

/**
 * One attempt at a verification: ask the provider, let core judge, publish each check as it finishes, complete in one
 * transaction. Every write is fenced by the attempt number. Rejects when `signal` aborts; the job is then retried.
 */
export async function runVerification(
  dependencies: VerificationDependencies,
  runId: number,
  signal: AbortSignal,
): Promise<void> {
  const { db } = dependencies.database;
  const countsAtStart = toSummaryCounts(verificationChecks.map(toRunningCheck));
  await workOnRun(dependencies, { runId, signal, countsAtStart }, async ({ run }, whileWanted) => {
    if (run.tenantId === null || run.providerConnectionId === null) {
      throw new TypeError(`verification ${runId} has no tenant or no connection`);
    }
    const work = await findConnectionForWork(db, run.providerConnectionId, run);
    if (work === null) throw new TypeError(`connection ${run.providerConnectionId} of run ${runId} is gone`);
    const previousReportId = await findPreviousReportRun(db, {
      tenantId: run.tenantId,
      type: verificationType,
      before: runId,
    });
    await verify(dependencies, { run, work, previousReportId, signal: whileWanted });
  });
}

interface Assignment {
  readonly run: OperationRun;
  readonly work: ConnectionForWork;
  readonly previousReportId: number | null;
  readonly signal: AbortSignal;
}

async function verify(dependencies: VerificationDependencies, assignment: Assignment): Promise<void> {
  const { run, work, signal } = assignment;
  const { connection } = work;
  const credential = openCredential(dependencies.keyring, connection.id, work.credential);
  await using session =
    credential.kind === 'opened' && isCloudName(connection.cloud)
      ? dependencies.provider.openSession(
          { cloud: connection.cloud, entraTenantId: connection.entraTenantId },
          credential.secret,
          { correlationId: toCorrelationId(run), signal },
        )
      : null;
  const context = toStepContext(work);
  const facts = {
    evidence: {} as Evidence,
    entraTenantId: connection.entraTenantId,
    clientId: context.clientId ?? '',
  };
  const finished: ReportCheck[] = [];
  for (const check of verificationChecks) {
    signal.throwIfAborted();
    const verdict = await judge(check, { finished, facts, session, credential });
    finished.push(toReportCheck(check, verdict, context));
    const isLast = finished.length === verificationChecks.length;
    if (!isLast && !(await publish(dependencies, assignment, finished))) return;
  }
  await complete(dependencies, assignment, finished, facts);
}

interface Bench {
  readonly finished: readonly ReportCheck[];
  readonly facts: Facts & { evidence: Evidence };
  readonly session: ProviderSession | null;
  readonly credential: OpenedCredential;
}

async function judge(
  check: CheckDefinition,
  { finished, facts, session, credential }: Bench,
): Promise<Verdict> {
  const precondition = failedPrecondition(check, finished);
  if (precondition !== null) return skipBecauseOf(precondition);
  if (check.key === 'config.credential' && credential.kind === 'refused') return fail(credential.reason);
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

/** false: another attempt has taken over, or the run has ended. */
async function publish(
  { database, hints, now }: VerificationDependencies,
  { run, previousReportId }: Assignment,
  finished: readonly ReportCheck[],
): Promise<boolean> {
  const checks = [...finished, ...verificationChecks.slice(finished.length).map(toRunningCheck)];
  const report = buildReport({ flow: run.type, generatedAt: now(), previousReportId, checks });
  const last = finished.at(-1);
  const recorded = await database.transaction((tx) =>
    recordProgress(tx, attemptOf(run), report, last === undefined ? null : checkFinished(last)),
  );
  if (recorded) hints.announce(run.id);
  return recorded;
}

async function complete(
  { database, now }: VerificationDependencies,
  { run, work, previousReportId }: Assignment,
  checks: readonly ReportCheck[],
  facts: Facts,
): Promise<void> {
  const report = buildReport({ flow: run.type, generatedAt: now(), previousReportId, checks });
  const inventory = facts.evidence.app_role_assignments;
  const conclusion = concludeVerification(checks, inventory?.kind === 'read');
  await database.transaction(async (tx) => {
    const last = checks.at(-1);
    if (last !== undefined) await recordProgress(tx, attemptOf(run), report, checkFinished(last));
    if (!(await finishRun(tx, attemptOf(run), toEnding(conclusion, report)))) return;
    // What was found with a candidate says nothing about the connection as it is used.
    if (run.isRehearsal) return;
    await updateConnectionHealth(tx, work.connection.id, {
      ...conclusion.connection,
      message: conclusion.connection.reason && reasons[conclusion.connection.reason].message,
      scopesGranted: inventory?.kind === 'read' ? inventory.value.granted : null,
    });
    if (inventory?.kind === 'read') {
      await replacePermissionInventory(tx, work.connection, permissionStandings(facts));
    }
  });
}

function toEnding({ outcome, failures }: Conclusion, report: VerificationReport) {
  return { outcome, failures, report, message: `Completed: ${outcome.replace('_', ' ')}.` };
}

function checkFinished({ key, title, status }: ReportCheck) {
  return { kind: 'check_finished', message: `${title}: ${status}.`, checkKey: key } as const;
}

function attemptOf({ id, attempt }: OperationRun): Attempt {
  return { runId: id, attempt };
}

function toStepContext({ connection, credential }: ConnectionForWork): StepContext {
  return {
    tenantId: connection.tenantId,
    connectionId: connection.id,
    cloud: isCloudName(connection.cloud) ? connection.cloud : 'global',
    entraTenantId: connection.entraTenantId,
    clientId: credential?.clientId ?? null,
  };
}
