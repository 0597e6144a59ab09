import { toAbandonedChecks } from '../../core/verification/checks/results.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import { reasons, type ReasonCode } from '../../core/reasons/reasons.ts';
import { buildReport, parseReport, type VerificationReport } from '../../core/verification/report.ts';
import type { FinalOutcome } from '../../core/runs/run.ts';
import { isCloudName } from '../../core/clouds.ts';
import type { Tx } from '../../db/engine/client.ts';
import { findConnectionForWork } from '../../db/connections/connections.ts';
import { carryAcknowledgements } from '../../db/verification/acknowledgements.ts';
import { finishRun, type lockActiveRun } from '../../db/runs/run-writes.ts';
import { findPreviousReportRun } from '../../db/runs/runs.ts';

export type LockedRun = NonNullable<Awaited<ReturnType<typeof lockActiveRun>>>;

/** Why a run ends that did not end on its own. */
export interface EarlyEnd {
  readonly outcome: Extract<FinalOutcome, 'failed' | 'cancelled'>;
  /** Where, in the failure summary. */
  readonly code: 'run.abandoned' | 'run.cancelled';
  readonly reason: Extract<ReasonCode, 'worker.lost' | 'run.cancelled'>;
}

/** Cancellation was requested before its worker was lost: then it counts as cancelled. */
export function earlyEndOf({ run }: Pick<LockedRun, 'run'>): EarlyEnd {
  return run.cancelRequestedAt === null
    ? { outcome: 'failed', code: 'run.abandoned', reason: 'worker.lost' }
    : cancelled;
}

export const cancelled: EarlyEnd = {
  outcome: 'cancelled',
  code: 'run.cancelled',
  reason: 'run.cancelled',
};

/**
 * Completes a run from outside, with what had been learned until then; a verification gets its report, whose open
 * checks say what kept them open. Only under the row lock of lockActiveRun, which also shows that the run has not
 * ended.
 */
export async function endRun(
  tx: Tx,
  { run, document }: LockedRun,
  { outcome, code, reason }: EarlyEnd,
  now: Date,
): Promise<void> {
  const { message } = reasons[reason];
  const report = operationTypes[run.type].reports
    ? await toFinalReport(tx, { ...run, document }, reason, now)
    : null;
  const isFinished = await finishRun(
    tx,
    { runId: run.id, attempt: run.attempt },
    {
      outcome,
      failures: [{ code, reason_code: reason, message }],
      report,
      ...(report === null && { summaryCounts: run.summaryCounts }),
      message,
      at: now,
    },
  );
  if (isFinished && report !== null) await carryAcknowledgements(tx, run.id, report, now);
}

type Unfinished = LockedRun['run'] & { readonly document: unknown };

async function toFinalReport(
  tx: Tx,
  run: Unfinished,
  reason: EarlyEnd['reason'],
  generatedAt: Date,
): Promise<VerificationReport> {
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
    checks: toAbandonedChecks(grown.kind === 'valid' ? grown.report.checks : [], reason, context),
  });
}
