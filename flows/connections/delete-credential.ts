import type { Viewer } from '../../core/access/access.ts';
import { statusWithNewCredential } from '../../core/connections/connection.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { resetConnectionHealth } from '../../db/connections/connection-writes.ts';
import { deleteCredentials } from '../../db/connections/credentials.ts';
import { assertIdle, lockConnection } from './lock-connection.ts';

/**
 * Deletes all of a connection's secrets, including a rehearsed candidate. Also for an archived tenant: deleting a
 * secret is always allowed. Safe to repeat. Throws CONFLICT with the run's id while a run is using it.
 */
export async function deleteCredential(
  { database }: { readonly database: Database },
  viewer: Viewer,
  connectionId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, connection } = await lockConnection(tx, viewer, connectionId);
    await assertIdle(tx, connection);
    await deleteCredentials(tx, connection.id);
    if (connection.clientId !== null) {
      const status = statusWithNewCredential(connection.status, { sameApplication: false });
      await resetConnectionHealth(tx, connection.id, status);
    }
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'credential.deleted',
      subjectType: 'provider_connection',
      subjectId: connection.id,
      data: { client_id: connection.clientId },
    });
  });
}
