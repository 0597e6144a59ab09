import { concludeVerification, type Conclusion } from '../../core/verification/checks/conclusion.ts';
import type { Facts } from '../../core/verification/checks/check.ts';
import { openersInToken, type Evidence } from '../../core/verification/checks/refused-reads.ts';
import { permissionInventory } from '../../core/verification/checks/permission-checks.ts';
import { toRunningCheck } from '../../core/verification/checks/results.ts';
import { verificationChecks } from '../../core/verification/checks/verification.ts';
import type { StepContext } from '../../core/reasons/next-steps.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import { permissionProfilesOf } from '../../core/connections/permission-profiles.ts';
import type { Provider } from '../../core/provider/provider.ts';
import { buildReport, type VerificationReport } from '../../core/verification/report.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { isCloudName } from '../../core/clouds.ts';
import type { Hints } from '../../db/engine/changes.ts';
import {
  findConnectionForWork,
  readGrantedSince,
  rememberGrants,
  replacePermissionInventory,
  updateConnectionHealth,
  type ConnectionForWork,
} from '../../db/connections/connections.ts';
import type { Queue } from '../../db/engine/queue.ts';
import { carryAcknowledgements } from '../../db/verification/acknowledgements.ts';
import { finishRun, recordProgress, toSummaryCounts, type Attempt } from '../../db/runs/run-writes.ts';
import { findPreviousReportRun } from '../../db/runs/runs.ts';
import { toCorrelationId } from '../runs/correlation-id.ts';
import { GatheredPublishing } from './gathered-publishing.ts';
import { judgeChecks } from './judge-checks.ts';
import { openCredentialForWork, type CredentialOpener } from '../connections/open-credential.ts';
import { planRecheck } from './plan-recheck.ts';
import { takeGraphName } from './take-graph-name.ts';
import { workOnRun, type WorkDependencies } from '../runs/work-on-run.ts';

export interface VerificationDependencies extends WorkDependencies, CredentialOpener {
  readonly hints: Hints;
  readonly provider: Provider;
  readonly queue: Pick<Queue, 'sendRecheck'>;
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
  const credential = openCredentialForWork(dependencies, work);
  await using session =
    credential.kind === 'opened' && isCloudName(connection.cloud)
      ? dependencies.provider.openSession(
          { cloud: connection.cloud, entraTenantId: connection.entraTenantId },
          credential.secret,
          {
            correlationId: toCorrelationId(run),
            signal,
            priority: run.initiatorUserId === null ? 'low' : 'normal',
          },
        )
      : null;
  const context = toStepContext(work);
  const grantedSince = await readGrantedSince(dependencies.database.db, connection.id);
  const facts = { ...toFacts(work, context, dependencies.now()), grantedSince };
  const checks: Published = { finished: [], published: 0, isLost: false };
  await using publishing = new GatheredPublishing(() => publish(dependencies, assignment, checks));
  try {
    for await (const check of judgeChecks({ session, credential, facts, context, signal })) {
      checks.finished.push(check);
      if (checks.finished.length < verificationChecks.length) publishing.grown();
      if (publishing.isOver) break;
    }
  } catch (error) {
    // A cancelled run keeps what was found until then.
    await publishing.end();
    await publish(dependencies, assignment, checks);
    throw error;
  }
  await publishing.end();
  if (!checks.isLost) await complete(dependencies, assignment, checks, facts);
}

interface Published {
  readonly finished: ReportCheck[];
  /** How many of them subscribers have seen. */
  published: number;
  /** Another attempt has taken over, or the run has ended. */
  isLost: boolean;
}

function toFacts(
  { connection, credential }: ConnectionForWork,
  { clientId, cloud }: StepContext,
  now: Date,
): Facts & { evidence: Evidence } {
  return {
    evidence: {},
    entraTenantId: connection.entraTenantId,
    clientId: clientId ?? '',
    cloud,
    profiles: permissionProfilesOf(connection.metadata),
    credentialExpiresAt: credential?.expiresAt ?? null,
    now,
  };
}

/** Everything that has been judged since the last time, together. false: there is nothing left to publish. */
async function publish(
  { database, hints, now }: VerificationDependencies,
  { run, previousReportId }: Assignment,
  progress: Published,
): Promise<boolean> {
  const { finished, published } = progress;
  const checks = [...finished, ...verificationChecks.slice(finished.length).map(toRunningCheck)];
  const events = finished.slice(published).map(checkFinished);
  const report = buildReport({ flow: run.type, generatedAt: now(), previousReportId, checks });
  const recorded = await recordProgress(database.db, attemptOf(run), report, events);
  progress.published += events.length;
  progress.isLost = !recorded;
  if (recorded) hints.announce(run.id);
  return recorded;
}

async function complete(
  { database, queue, now }: VerificationDependencies,
  { run, work, previousReportId }: Assignment,
  { finished: checks, published }: Published,
  facts: Facts & Required<Pick<Facts, 'grantedSince'>>,
): Promise<void> {
  const at = now();
  const report = buildReport({ flow: run.type, generatedAt: at, previousReportId, checks });
  const inventory = facts.evidence.app_role_assignments;
  const conclusion = concludeVerification(checks, inventory?.kind === 'read');
  // What was found with a candidate says nothing about the connection as it is used.
  const found = run.isRehearsal ? null : conclusion.connection;
  if (found !== null) await takeGraphName(database, run, facts);
  await database.transaction(async (tx) => {
    const events = checks.slice(published).map(checkFinished);
    if (!(await finishRun(tx, attemptOf(run), { ...toEnding(conclusion, report, at), events }))) return;
    await carryAcknowledgements(tx, run.id, report, at);
    if (run.isRehearsal) return;
    const scopesGranted = found !== null && inventory?.kind === 'read' ? inventory.value.granted : null;
    const permissions = scopesGranted === null ? null : permissionInventory(facts);
    if (found !== null) {
      const message = conclusion.failures[0]?.message ?? null;
      await updateConnectionHealth(tx, work.connection.id, { ...found, message, scopesGranted }, at);
    }
    if (permissions !== null) await replacePermissionInventory(tx, work.connection, permissions, at);
    else if (found !== null) await rememberGrants(tx, work.connection.id, openersInToken(facts.evidence), at);
    const required = permissions?.required ?? null;
    await planRecheck(tx, { queue, now: at }, work.connection, required, facts.grantedSince);
  });
}

function toEnding({ outcome, failures }: Conclusion, report: VerificationReport, at: Date) {
  return { outcome, failures, report, at, message: `Completed: ${outcome.replace('_', ' ')}.` };
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
