import type { RecheckJob } from '../../core/runs/jobs.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import type { Tx } from '../../db/engine/client.ts';
import { lockConnectionForStart } from '../../db/connections/connections.ts';
import {
  deleteRecheck,
  findTenantOfConnection,
  lockRecheck,
  upsertRecheck,
} from '../../db/verification/rechecks.ts';
import { findActiveRun } from '../../db/runs/runs.ts';
import { passGate, type StartDependencies } from '../runs/start-operation.ts';

/** Another run is in the way: it takes seconds, so a minute later the way is clear. */
const postponeMs = 60_000;

/**
 * Starts the verification a connection has been waiting for, through the start gate like every other. The job is only
 * an alarm: it does nothing if the ladder was stopped, has converged or has moved on. Safe to repeat.
 */
export async function startDueRecheck(
  dependencies: StartDependencies,
  { connectionId, attempt }: RecheckJob,
): Promise<void> {
  await dependencies.database.transaction((tx) => startDue(tx, dependencies, { connectionId, attempt }));
}

async function startDue(
  tx: Tx,
  dependencies: StartDependencies,
  { connectionId, attempt }: RecheckJob,
): Promise<void> {
  const tenant = await findTenantOfConnection(tx, connectionId);
  // The connection first and then the recheck: a completing run takes its locks in the same order.
  const connection = tenant && (await lockConnectionForStart(tx, tenant.id, { connectionId }));
  if (tenant === null || connection === null) return;
  const recheck = await lockRecheck(tx, connectionId);
  if (recheck?.attempt !== attempt) return;
  if (tenant.status === 'archived') {
    await deleteRecheck(tx, connectionId);
    return;
  }
  if ((await findActiveRun(tx, connectionId)) !== null) {
    const dueAt = new Date(dependencies.now().getTime() + postponeMs);
    await upsertRecheck(tx, connection, { attempt, dueAt, reason: 'permission.not_yet_effective' });
    await dependencies.queue.sendRecheck(tx, { connectionId, attempt }, dueAt);
    return;
  }
  const request = { type: verificationType, tenantId: tenant.id, connectionId } as const;
  const { result } = await passGate(tx, dependencies, null, { tenant, request });
  // Nothing will complete, so nothing would move the ladder on.
  if (result === 'blocked') await deleteRecheck(tx, connectionId);
}
