import type { Viewer } from '../../core/access/access.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { setDefaultConnection } from '../../db/connections/connection-writes.ts';
import { assertNotArchived, lockConnection } from './lock-connection.ts';

/**
 * Replaces the default in one transaction under the tenant's lock: of two concurrent calls the later one wins, and
 * there is always exactly one default. Safe to repeat. Active runs keep the connection they started with.
 */
export async function makeDefaultConnection(
  { database }: { readonly database: Database },
  viewer: Viewer,
  connectionId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, connection } = await lockConnection(tx, viewer, connectionId, { tenantToo: true });
    assertNotArchived(tenant);
    if (connection.isDefault) return;
    await setDefaultConnection(tx, connection);
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'connection.made_default',
      subjectType: 'provider_connection',
      subjectId: connection.id,
      data: { provider: connection.provider },
    });
  });
}
