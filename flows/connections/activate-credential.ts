import type { Viewer } from '../../core/access/access.ts';
import { obstacles } from '../../core/presentation/actions.ts';
import { reasons } from '../../core/reasons/reasons.ts';
import { hasWorked } from '../../core/runs/run.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { toGlobalId } from '../../core/global-id.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import type { LockedConnection } from '../../db/connections/connections.ts';
import { findCandidate } from '../../db/connections/credentials.ts';
import type { Keyring, Sealed } from '../../db/connections/envelope.ts';
import { listRunsById } from '../../db/runs/runs.ts';
import { assertIdle, assertNotArchived, lockConnection } from './lock-connection.ts';
import { moveCredential } from './open-credential.ts';
import { putIntoUse } from './set-credential.ts';

export interface ActivateCredentialRequest {
  readonly connectionId: number;
  /** The rehearsal whose report was reviewed; null: the latest one. */
  readonly rehearsalRunId: number | null;
}

/**
 * Puts a rehearsed candidate into use, encrypted again for its new place. One transaction. Throws CONFLICT while a
 * run is using the connection, and if there is no candidate, a newer one, one whose rehearsal failed, or one that
 * cannot be opened; setting the credential directly is always possible.
 */
export async function activateCredential(
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
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
      throw new Fault('CONFLICT', 'A newer credential has been rehearsed. Review its report first.', {
        runId: toGlobalId('run', candidate.rehearsalRunId),
      });
    }
    if (!hasWorked(candidate.outcome)) {
      const runId = toGlobalId('run', candidate.rehearsalRunId);
      throw new Fault('CONFLICT', obstacles.not_rehearsed.reason, { runId });
    }
    const moved = moveIntoUse(keyring, target.connection, candidate);
    await putIntoUse(tx, viewer, target, { ...candidate, ...moved }, 'credential.activated');
  });
}

function moveIntoUse(
  keyring: Keyring,
  { id: connectionId, entraTenantId, cloud }: LockedConnection,
  candidate: Sealed,
): Sealed {
  const place = { connectionId, entraTenantId, cloud };
  const moved = moveCredential(
    keyring,
    { from: { ...place, slot: 'candidate' }, to: { ...place, slot: 'in_use' } },
    candidate,
  );
  if (moved.kind !== 'sealed') throw new Fault('CONFLICT', reasons['credential.invalid'].message);
  return moved.sealed;
}

/** Another viewer's run must look like one that does not exist, even here: not "a newer candidate". */
async function assertVisible(tx: Tx, viewer: Viewer, runId: number): Promise<void> {
  const [run] = await listRunsById(tx, viewer, [runId]);
  if (run === undefined) throw notFound();
}
