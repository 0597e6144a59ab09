import type { Viewer } from '../../core/access/access.ts';
import { obstacles } from '../../core/presentation/actions.ts';
import { hasWorked } from '../../core/runs/run.ts';
import { Fault, notFound } from '../../core/fault.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { findCandidate } from '../../db/connections/credentials.ts';
import { listRunsById } from '../../db/runs/runs.ts';
import { assertIdle, assertNotArchived, lockConnection } from './lock-connection.ts';
import { putIntoUse } from './set-credential.ts';

export interface ActivateCredentialRequest {
  readonly connectionId: number;
  /** The rehearsal whose report was looked at; null: whichever is the latest. */
  readonly rehearsalRunId: number | null;
}

/**
 * Swaps a rehearsed candidate in, as it is: it was encrypted for this connection. One transaction. Throws CONFLICT while a
 * run is using the connection, and when there is no candidate, another one by now, or one that did not work; whoever
 * knows better sets the credential directly.
 */
export async function activateCredential(
  { database }: { readonly database: Database },
  viewer: Viewer,
  { connectionId, rehearsalRunId }: ActivateCredentialRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const target = await lockConnection(tx, viewer, connectionId);
    if (rehearsalRunId !== null) await assertVisible(tx, viewer, rehearsalRunId);
    assertNotArchived(target.tenant);
    await assertIdle(tx, target.connection);
    const candidate = await findCandidate(tx, connectionId);
    if (candidate === null) throw new Fault('CONFLICT', obstacles.no_candidate.reason);
    if (rehearsalRunId !== null && rehearsalRunId !== candidate.rehearsalRunId) {
      throw new Fault('CONFLICT', 'Another credential has been rehearsed since. Look at its report first.', {
        runId: String(candidate.rehearsalRunId),
      });
    }
    if (!hasWorked(candidate.outcome)) {
      const runId = String(candidate.rehearsalRunId);
      throw new Fault('CONFLICT', obstacles.not_rehearsed.reason, { runId });
    }
    await putIntoUse(tx, viewer, target, candidate, 'credential.activated');
  });
}

/** A run that is not the viewer's must not be told from one that does not exist, not even by "another one by now". */
async function assertVisible(tx: Tx, viewer: Viewer, runId: number): Promise<void> {
  const [run] = await listRunsById(tx, viewer, [runId]);
  if (run === undefined) throw notFound();
}
