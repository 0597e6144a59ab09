import type { Viewer } from '../../core/access/access.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import type { Queue } from '../../db/engine/queue.ts';
import { findJobId, requestCancellation } from '../../db/runs/run-life.ts';
import { lockActiveRun } from '../../db/runs/run-writes.ts';
import { listRunsById } from '../../db/runs/runs.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';
import { listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { cancelled, endRun } from './end-run.ts';

export interface CancelDependencies {
  readonly database: Database;
  readonly queue: Queue;
  readonly now: () => Date;
}

/**
 * A queued run ends immediately with its job, in one transaction. A running one is asked to stop: its worker sees
 * that within a second or two, keeps the checks it has finished and ends the run as cancelled. Safe to repeat while
 * the run is running. Throws NOT_FOUND, FORBIDDEN without the capability that starts such a run, CONFLICT if the run
 * is completed.
 */
export async function cancelRun(
  { database, queue, now }: CancelDependencies,
  viewer: Viewer,
  runId: number,
): Promise<OperationRun> {
  return await database.transaction(async (tx) => {
    const visible = await findRun(tx, viewer, runId);
    await assertMayCancel(tx, viewer, visible);
    const locked = await lockActiveRun(tx, runId);
    if (locked === null) throw new Fault('CONFLICT', 'The run is completed, so it cannot be cancelled.');
    if (locked.run.status === 'running') {
      await requestCancellation(tx, runId, now());
    } else {
      await endRun(tx, locked, cancelled, now());
      await removeJob(tx, queue, locked.run);
    }
    await appendAudit(tx, {
      workspaceId: visible.workspaceId,
      actorUserId: viewer.userId,
      action: 'operation.cancelled',
      subjectType: 'operation_run',
      subjectId: runId,
      data: { type: visible.type, tenant_id: visible.tenantId },
    });
    return await findRun(tx, viewer, runId);
  });
}

async function findRun(tx: Tx, viewer: Viewer, runId: number): Promise<OperationRun> {
  const [run] = await listRunsById(tx, viewer, [runId]);
  if (run === undefined) throw notFound();
  return run;
}

async function assertMayCancel(
  tx: Tx,
  viewer: Viewer,
  { type, tenantId, workspaceId }: OperationRun,
): Promise<void> {
  const [place] =
    tenantId === null
      ? await listWorkspacesById(tx, viewer, [workspaceId])
      : await listTenantsById(tx, viewer, [tenantId]);
  if (place === undefined) throw notFound();
  assertCapability(place.role, viewer, operationTypes[type].capability);
}

async function removeJob(tx: Tx, queue: Queue, { id, type }: OperationRun): Promise<void> {
  const jobId = await findJobId(tx, id);
  if (jobId !== null) await queue.remove(tx, type, jobId);
}
