import { toAbandonedChecks } from '../core/checks/results.ts';
import { operationTypes } from '../core/operation-types.ts';
import { reasons } from '../core/reasons.ts';
import { buildReport, parseReport, type VerificationReport } from '../core/report.ts';
import { isCloudName } from '../core/clouds.ts';
import type { Database, Tx } from '../db/client.ts';
import { findConnectionForWork } from '../db/connections.ts';
import { finishRun, lockActiveRun } from '../db/run-writes.ts';
import { findPreviousReportRun } from '../db/runs.ts';

/**
 * The end of a run whose worker was lost on every attempt: failed, `worker.lost`, with the report as far as it had
 * grown. Safe to repeat; does nothing when the run has ended meanwhile.
 */
export async function finishAbandonedRun(
  { database, now }: { readonly database: Database; readonly now: () => Date },
  runId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const locked = await lockActiveRun(tx, runId);
    if (locked === null) return;
    const { run, document } = locked;
    const { message } = reasons['worker.lost'];
    await finishRun(
      tx,
      { runId, attempt: run.attempt },
      {
        outcome: 'failed',
        failures: [{ code: 'run.abandoned', reason_code: 'worker.lost', message }],
        report: operationTypes[run.type].reports
          ? await toFinalReport(tx, { ...run, document }, now())
          : null,
        message,
      },
    );
  });
}

type Abandoned = NonNullable<Awaited<ReturnType<typeof lockActiveRun>>>['run'] & {
  readonly document: unknown;
};

async function toFinalReport(tx: Tx, run: Abandoned, generatedAt: Date): Promise<VerificationReport> {
  if (run.tenantId === null) throw new TypeError(`run ${run.id} leaves a report but has no tenant`);
  const grown = parseReport(run.document);
  const work =
    run.providerConnectionId === null ? null : await findConnectionForWork(tx, run.providerConnectionId, run);
  const cloud = work?.connection.cloud ?? 'global';
  const context = {
    tenantId: run.tenantId,
    connectionId: run.providerConnectionId,
    cloud: isCloudName(cloud) ? cloud : 'global',
    entraTenantId: work?.connection.entraTenantId ?? null,
    clientId: work?.credential?.clientId ?? null,
  } as const;
  return buildReport({
    flow: run.type,
    generatedAt,
    previousReportId: await findPreviousReportRun(tx, {
      tenantId: run.tenantId,
      type: run.type,
      before: run.id,
    }),
    checks: toAbandonedChecks(grown.kind === 'valid' ? grown.report.checks : [], 'worker.lost', context),
  });
}
