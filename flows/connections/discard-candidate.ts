import type { Viewer } from '../../core/access/access.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { deleteCandidate } from '../../db/connections/credentials.ts';
import { assertIdle, lockConnection } from './lock-connection.ts';

/**
 * Deletes a rehearsed candidate; the credential in use stays. Also for an archived tenant, like every deletion of a
 * secret. Safe to repeat: only an actual deletion is audited. Throws CONFLICT while a run is using the connection.
 */
export async function discardCandidate(
  { database }: { readonly database: Database },
  viewer: Viewer,
  connectionId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, connection } = await lockConnection(tx, viewer, connectionId);
    await assertIdle(tx, connection);
    if (!(await deleteCandidate(tx, connection.id))) return;
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'credential.discarded',
      subjectType: 'provider_connection',
      subjectId: connection.id,
    });
  });
}
