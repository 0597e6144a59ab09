import { and, asc, eq, sql } from 'drizzle-orm';
import type { Acknowledgement } from '../../core/verification/acknowledgement.ts';
import { isAcknowledgeable } from '../../core/verification/acknowledgement.ts';
import type { Role, Viewer } from '../../core/access/access.ts';
import { evidenceHashOf } from '../../core/verification/evidence.ts';
import type { VerificationReport } from '../../core/verification/report.ts';
import type { RunStatus } from '../../core/runs/run.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { operationRuns, verificationCheckAcknowledgements as acknowledgements } from '../tables/runs.ts';
import { entitledTenants } from '../tables/tenancy.ts';

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

/**
 * Including those that have ended. A completed report does not change, so what matched when it was given still
 * matches.
 */
export async function listAcknowledgements(
  db: Db,
  viewer: Viewer,
  runIds: readonly number[],
  now: Date,
): Promise<Acknowledgement[]> {
  const rows = await db
    .select({ ...columns, endedByChange: acknowledgements.endedByChange })
    .from(acknowledgements)
    .innerJoin(operationRuns, eq(operationRuns.id, acknowledgements.operationRunId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, operationRuns.tenantId))
    .where(and(viewerIs(viewer), isOneOf(acknowledgements.operationRunId, runIds)))
    .orderBy(asc(acknowledgements.id));
  return rows.map(({ endedByChange, ...given }) => {
    const hasEnded = given.expiresAt !== null && given.expiresAt <= now;
    return { ...given, ended: hasEnded ? (endedByChange ? 'check_changed' : 'expired') : null };
  });
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

export type NewAcknowledgement = Omit<Acknowledgement, 'id' | 'acknowledgedAt' | 'ended'>;

/**
 * A second one on the same check replaces the first, even one that has ended. The run's version increases with it
 * (trigger).
 */
export async function upsertAcknowledgement(
  tx: Tx,
  given: NewAcknowledgement,
  acknowledgedAt: Date,
): Promise<void> {
  const { runId: operationRunId, ...rest } = given;
  const { reason, acknowledgedByUserId, expiresAt, evidenceHash } = given;
  await tx
    .insert(acknowledgements)
    .values({ operationRunId, ...rest, acknowledgedAt })
    .onConflictDoUpdate({
      target: [acknowledgements.operationRunId, acknowledgements.checkKey],
      set: {
        reason,
        acknowledgedByUserId,
        expiresAt,
        evidenceHash,
        acknowledgedAt,
        endedByChange: false,
      },
    });
}

/** null: there was none. */
export async function deleteAcknowledgement(
  tx: Tx,
  runId: number,
  checkKey: string,
): Promise<Pick<Acknowledgement, 'reason'> | null> {
  const [deleted] = await tx
    .delete(acknowledgements)
    .where(and(eq(acknowledgements.operationRunId, runId), eq(acknowledgements.checkKey, checkKey)))
    .returning({ reason: acknowledgements.reason });
  return deleted ?? null;
}

/**
 * Part of completing a run that has a verdict: acknowledgements since the previous verdict are carried to the new
 * report as long as the check is failing. If the check now says something else, or the same on other evidence, the
 * acknowledgement ends for good: it must not come back when the old evidence does. Reason, person and time stay those
 * of the original. Runs without a verdict are skipped: they carry nothing and end nothing.
 */
export async function carryAcknowledgements(
  tx: Tx,
  runId: number,
  { checks }: VerificationReport,
  now: Date,
): Promise<void> {
  const open = checks.filter(isAcknowledgeable);
  if (open.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`/* carryAcknowledgements */
    insert into ${acknowledgements} (operation_run_id, check_key, reason, acknowledged_by_user_id, acknowledged_at,
      expires_at, evidence_hash, ended_by_change)
    select ${runId}, given.check_key, given.reason, given.acknowledged_by_user_id, given.acknowledged_at,
      case when has_changed then least(given.expires_at, ${at}) else given.expires_at end, given.evidence_hash,
      given.ended_by_change or (has_changed and (given.expires_at is null or given.expires_at > ${at}))
    from (
      select distinct on (known.check_key) known.*
      from operation_runs this
      join operation_runs run on run.tenant_id = this.tenant_id and run.type = this.type and not run.is_rehearsal
        and run.id < this.id and run.id >= coalesce((
          select before.id from operation_runs before
          where before.tenant_id = this.tenant_id and before.verdict is not null and before.id < this.id
          order by before.id desc limit 1), 0)
      join verification_check_acknowledgements known on known.operation_run_id = run.id
      where this.id = ${runId} and this.verdict is not null
      order by known.check_key, known.acknowledged_at desc, known.id desc) given
    join unnest(${sql.param(open.map(({ key }) => key))}::text[], ${sql.param(open.map(evidenceHashOf))}::text[])
      as open (check_key, evidence_hash) using (check_key)
    cross join lateral (select given.evidence_hash <> open.evidence_hash as has_changed) compared
    on conflict (operation_run_id, check_key) do nothing`);
}
