import { decideExpiry } from '../../core/verification/acknowledgement.ts';
import type { Viewer } from '../../core/access/access.ts';
import type { AuditAction, AuditData } from '../../core/people/audit.ts';
import { evidenceHashOf } from '../../core/verification/evidence.ts';
import { badInput, Fault, notFound } from '../../core/fault.ts';
import { parseReport } from '../../core/verification/report.ts';
import type { ReportCheck } from '../../core/verification/report-facts.ts';
import {
  deleteAcknowledgement,
  lockRunToAcknowledge,
  upsertAcknowledgement,
  type RunToAcknowledge,
} from '../../db/verification/acknowledgements.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface AcknowledgeDependencies {
  readonly database: Database;
  readonly now: () => Date;
}

export interface AcknowledgedCheck {
  readonly runId: number;
  readonly checkKey: string;
}

export interface AcknowledgeRequest extends AcknowledgedCheck {
  readonly reason: string;
  /** null: as long as the check's severity allows; see core's decideExpiry. */
  readonly expiresAt: Date | null;
}

/**
 * Says "we know" about a failing check of a completed run; the verdict does not change. Atomic with its audit entry
 * and the run's new version. Safe to repeat: the latest reason and date apply. Throws NOT_FOUND, FORBIDDEN, CONFLICT
 * for an active run or a check that did not fail, BAD_USER_INPUT for an unknown check or a date out of range.
 */
export async function acknowledgeCheck(
  { database, now }: AcknowledgeDependencies,
  viewer: Viewer,
  { runId, checkKey, reason, expiresAt: wanted }: AcknowledgeRequest,
): Promise<AcknowledgedCheck> {
  return await database.transaction(async (tx) => {
    const { run, check } = await findCheck(tx, viewer, { runId, checkKey });
    const at = now();
    const expiresAt = decideExpiry(check, wanted, at);
    const evidenceHash = evidenceHashOf(check);
    const acknowledgedByUserId = viewer.userId;
    const given = { runId, checkKey, reason, expiresAt, evidenceHash, acknowledgedByUserId };
    await upsertAcknowledgement(tx, given, at);
    const until = expiresAt?.toISOString() ?? null;
    await audit(tx, viewer, run, 'verification.acknowledged', {
      check_key: checkKey,
      reason,
      expires_at: until,
    });
    return { runId, checkKey };
  });
}

/** Withdraws it. Safe to repeat: without an acknowledgement, nothing is written. Throws as acknowledgeCheck does. */
export async function withdrawAcknowledgement(
  { database }: Pick<AcknowledgeDependencies, 'database'>,
  viewer: Viewer,
  { runId, checkKey }: AcknowledgedCheck,
): Promise<AcknowledgedCheck> {
  return await database.transaction(async (tx) => {
    const { run } = await findCheck(tx, viewer, { runId, checkKey });
    const withdrawn = await deleteAcknowledgement(tx, runId, checkKey);
    if (withdrawn !== null) {
      const data = { check_key: checkKey, reason: withdrawn.reason };
      await audit(tx, viewer, run, 'verification.acknowledgement_withdrawn', data);
    }
    return { runId, checkKey };
  });
}

async function findCheck(
  tx: Tx,
  viewer: Viewer,
  { runId, checkKey }: AcknowledgedCheck,
): Promise<{ run: RunToAcknowledge; check: ReportCheck }> {
  const run = await lockRunToAcknowledge(tx, viewer, runId);
  if (run === null) throw notFound();
  assertCapability(run.role, viewer, 'verification.acknowledge');
  if (run.status !== 'completed') {
    throw new Fault('CONFLICT', 'The run is still running: its results are not final yet.');
  }
  const parsed = parseReport(run.document);
  if (parsed.kind === 'invalid') {
    throw new Fault('REPORT_INVALID', `The stored report of run ${runId} is damaged: ${parsed.problem}.`);
  }
  const check = parsed.report.checks.find(({ key }) => key === checkKey);
  if (check === undefined) throw badInput('checkKey', 'The report has no such check.');
  return { run, check };
}

async function audit(
  tx: Tx,
  { userId: actorUserId }: Viewer,
  { id: subjectId, workspaceId }: RunToAcknowledge,
  action: AuditAction,
  data: AuditData,
): Promise<void> {
  await appendAudit(tx, { workspaceId, actorUserId, action, subjectType: 'operation_run', subjectId, data });
}
