import type { Viewer } from '../core/access.ts';
import { ifRehearsed, objections } from '../core/connection-actions.ts';
import { Fault } from '../core/fault.ts';
import type { Database } from '../db/client.ts';
import { findCandidate } from '../db/credentials.ts';
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
    assertNotArchived(target.tenant);
    await assertIdle(tx, target.connection);
    const candidate = await findCandidate(tx, connectionId);
    if (candidate === null) throw new Fault('CONFLICT', objections.noCandidate);
    if (rehearsalRunId !== null && rehearsalRunId !== candidate.rehearsalRunId) {
      throw new Fault('CONFLICT', 'Another credential has been rehearsed since. Look at its report first.', {
        runId: String(candidate.rehearsalRunId),
      });
    }
    const objection = ifRehearsed({ rehearsalOutcome: candidate.outcome });
    if (objection !== null) {
      throw new Fault('CONFLICT', objection, { runId: String(candidate.rehearsalRunId) });
    }
    await putIntoUse(tx, viewer, target, candidate, 'credential.activated');
  });
}
