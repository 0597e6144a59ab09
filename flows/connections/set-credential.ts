import type { Viewer } from '../../core/access/access.ts';
import type { AuditAction } from '../../core/people/audit.ts';
import { statusWithNewCredential } from '../../core/connections/connection.ts';
import type { CredentialInput } from '../../core/connections/credential-shape.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { resetConnectionHealth } from '../../db/connections/connection-writes.ts';
import { putCredential, type SealedCredential } from '../../db/connections/credentials.ts';
import { checkAndSeal, type CredentialDependencies } from './check-credential.ts';
import {
  assertIdle,
  assertNotArchived,
  lockConnection,
  type ConnectionForChange,
} from './lock-connection.ts';

/**
 * Write-only: the credential is checked, encrypted, and never read back to anyone. One transaction; replaces the one
 * in use. Throws BAD_USER_INPUT for the field that is wrong, CONFLICT with the run's id while a run is using the
 * connection.
 */
export async function setCredential(
  dependencies: CredentialDependencies & { readonly database: Database },
  viewer: Viewer,
  { connectionId, credential }: { readonly connectionId: number; readonly credential: CredentialInput },
): Promise<void> {
  await dependencies.database.transaction(async (tx) => {
    const target = await lockConnection(tx, viewer, connectionId);
    assertNotArchived(target.tenant);
    await assertIdle(tx, target.connection);
    const { connection } = target;
    const sealed = await checkAndSeal(tx, dependencies, { connection, slot: 'in_use', input: credential });
    await putIntoUse(tx, viewer, target, sealed, 'credential.set');
  });
}

/** Credential, the connection's health and the audit entry: all or nothing. */
export async function putIntoUse(
  tx: Tx,
  viewer: Viewer,
  { tenant, connection }: ConnectionForChange,
  credential: SealedCredential,
  action: Extract<AuditAction, 'credential.set' | 'credential.activated'>,
): Promise<void> {
  const { type, clientId, expiresAt } = credential;
  const sameApplication = connection.clientId === clientId;
  await putCredential(tx, connection.id, credential);
  await resetConnectionHealth(
    tx,
    connection.id,
    statusWithNewCredential(connection.status, { sameApplication }),
  );
  await appendAudit(tx, {
    workspaceId: tenant.workspaceId,
    actorUserId: viewer.userId,
    action,
    subjectType: 'provider_connection',
    subjectId: connection.id,
    data: { type, client_id: clientId, expires_at: expiresAt?.toISOString() ?? null },
  });
}
