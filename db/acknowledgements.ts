import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Acknowledgement } from '../core/acknowledgement.ts';
import { isAcknowledgeable } from '../core/acknowledgement.ts';
import type { Role, Viewer } from '../core/access.ts';
import { evidenceHashOf } from '../core/evidence.ts';
import type { VerificationReport } from '../core/report.ts';
import type { RunStatus } from '../core/run.ts';
import { viewerIs } from './access.ts';
import type { Db, Tx } from './client.ts';
import { isOneOf } from './is-one-of.ts';
import { operationRuns, verificationCheckAcknowledgements as acknowledgements } from './tables/runs.ts';
import { entitledTenants } from './tables/tenancy.ts';

const columns = {
  id: acknowledgements.id,
  runId: acknowledgements.operationRunId,
  checkKey: acknowledgements.checkKey,
  reason: acknowledgements.reason,
  acknowledgedByUserId: acknowledgements.acknowledgedByUserId,
  acknowledgedAt: acknowledgements.acknowledgedAt,
  expiresAt: acknowledgements.expiresAt,
  evidenceHash: acknowledgements.evidenceHash,
};

const isInForce = or(isNull(acknowledgements.expiresAt), gt(acknowledgements.expiresAt, sql`now()`));

/** Those that hold now. A completed report does not change, so what fitted when it was given still fits. */
export async function listAcknowledgements(
  db: Db,
  viewer: Viewer,
  runIds: readonly number[],
): Promise<Acknowledgement[]> {
  return await db
    .select(columns)
    .from(acknowledgements)
    .innerJoin(operationRuns, eq(operationRuns.id, acknowledgements.operationRunId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, operationRuns.tenantId))
    .where(and(viewerIs(viewer), isOneOf(acknowledgements.operationRunId, runIds), isInForce))
    .orderBy(asc(acknowledgements.id));
}

export interface RunToAcknowledge {
  readonly id: number;
  readonly workspaceId: number;
  readonly status: RunStatus;
  readonly role: Role;
  readonly document: unknown;
}

/** Acknowledgements of one run take turns on its row, so that versions follow the order of the changes. */
export async function lockRunToAcknowledge(
  tx: Tx,
  viewer: Viewer,
  runId: number,
): Promise<RunToAcknowledge | null> {
  const [run] = await tx
    .select({
      id: operationRuns.id,
      workspaceId: operationRuns.workspaceId,
      status: operationRuns.status,
      role: entitledTenants.role,
      document: sql<unknown>`${operationRuns.context} -> 'verification_report'`,
    })
    .from(operationRuns)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, operationRuns.tenantId))
    .where(and(viewerIs(viewer), eq(operationRuns.id, runId)))
    .for('no key update', { of: operationRuns });
  return run ?? null;
}

export type NewAcknowledgement = Omit<Acknowledgement, 'id' | 'acknowledgedAt'>;

/** A second one on the same check takes the place of the first. The run's version moves with it (trigger). */
export async function upsertAcknowledgement(tx: Tx, given: NewAcknowledgement): Promise<void> {
  const { runId: operationRunId, ...rest } = given;
  const { reason, acknowledgedByUserId, expiresAt, evidenceHash } = given;
  await tx
    .insert(acknowledgements)
    .values({ operationRunId, ...rest })
    .onConflictDoUpdate({
      target: [acknowledgements.operationRunId, acknowledgements.checkKey],
      set: { reason, acknowledgedByUserId, expiresAt, evidenceHash, acknowledgedAt: sql`now()` },
    });
}

/** null: there was none. */
export async function deleteAcknowledgement(
  tx: Tx,
  runId: number,
  checkKey: string,
): Promise<Acknowledgement | null> {
  const [deleted] = await tx
    .delete(acknowledgements)
    .where(and(eq(acknowledgements.operationRunId, runId), eq(acknowledgements.checkKey, checkKey)))
    .returning(columns);
  return deleted ?? null;
}

/**
 * Part of completing a run: what was acknowledged on the previous report and still holds is carried to the new one,
 * where the same check says the same on the same evidence. Reason, person and dates stay those of the original.
 */
export async function carryAcknowledgements(
  tx: Tx,
  runId: number,
  { previous_report_id: previousRunId, checks }: VerificationReport,
): Promise<void> {
  if (previousRunId === null) return;
  const open = checks.filter(isAcknowledgeable);
  if (open.length === 0) return;
  await tx.execute(sql`/* carryAcknowledgements */
    insert into ${acknowledgements} (operation_run_id, check_key, reason, acknowledged_by_user_id, acknowledged_at,
      expires_at, evidence_hash)
    select ${runId}, given.check_key, given.reason, given.acknowledged_by_user_id, given.acknowledged_at,
      given.expires_at, given.evidence_hash
    from verification_check_acknowledgements given
    join unnest(${sql.param(open.map(({ key }) => key))}::text[], ${sql.param(open.map(evidenceHashOf))}::text[])
      as same (check_key, evidence_hash) using (check_key, evidence_hash)
    where given.operation_run_id = ${previousRunId} and (given.expires_at is null or given.expires_at > now())
    on conflict (operation_run_id, check_key) do nothing`);
}
