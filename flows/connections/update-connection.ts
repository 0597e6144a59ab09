import type { Viewer } from '../../core/access/access.ts';
import {
  statusWhenEnabled,
  statusWithNewCredential,
  type ConnectionStatus,
} from '../../core/connections/connection.ts';
import type { PermissionProfile } from '../../core/connections/permission-profiles.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Tx } from '../../db/engine/client.ts';
import {
  resetConnectionHealth,
  updateConnection as writeConnection,
} from '../../db/connections/connection-writes.ts';
import type { LockedConnection } from '../../db/connections/connections.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import { listSealedRowsOfConnection, updateSealedRow } from '../../db/connections/sealed-rows.ts';
import { moveCredential } from './open-credential.ts';
import { reachableCloud, type ConnectionDependencies } from './create-connection.ts';
import { assertIdle, assertNotArchived, lockConnection } from './lock-connection.ts';

export interface UpdateConnectionRequest {
  readonly connectionId: number;
  /** undefined: not changed. */
  readonly displayName?: string | undefined;
  readonly cloud?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** What the tenant requires; `read` is always included. Applies from the next verification on. */
  readonly permissionProfiles?: readonly PermissionProfile[] | undefined;
}

/**
 * One transaction. The directory cannot change: credential and runs were created for it. Throws CONFLICT with the
 * run's id while a run is using the connection. Safe to repeat.
 */
export async function updateConnection(
  { database, clouds, keyring }: ConnectionDependencies & { readonly keyring: Keyring },
  viewer: Viewer,
  request: UpdateConnectionRequest,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { tenant, connection } = await lockConnection(tx, viewer, request.connectionId);
    assertNotArchived(tenant);
    await assertIdle(tx, connection);
    const cloud = request.cloud === undefined ? undefined : reachableCloud(request.cloud, clouds);
    const { displayName, permissionProfiles: profiles } = request;
    const metadata = profiles && { ...connection.metadata, permission_profiles: [...profiles] };
    if (cloud !== undefined) await followToCloud(tx, keyring, connection.id, cloud);
    await writeConnection(tx, connection.id, {
      ...(displayName !== undefined && { displayName }),
      ...(cloud !== undefined && { cloud }),
      ...(metadata !== undefined && { metadata }),
    });
    const status = await settleStatus(tx, connection, { cloud, enabled: request.enabled });
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: actionOf(connection.status, status),
      subjectType: 'provider_connection',
      subjectId: connection.id,
      data: {
        ...(displayName !== undefined && { display_name: displayName }),
        ...(cloud !== undefined && { cloud }),
        ...(profiles !== undefined && { permission_profiles: profiles.join(',') }),
      },
    });
  });
}

/**
 * Credentials are encrypted for the cloud they are used in. One that cannot be opened is left as it is: it cannot be
 * used anyway.
 */
async function followToCloud(tx: Tx, keyring: Keyring, connectionId: number, cloud: string): Promise<void> {
  for (const row of await listSealedRowsOfConnection(tx, connectionId)) {
    const moved = moveCredential(keyring, { from: row.place, to: { ...row.place, cloud } }, row);
    if (moved.kind === 'sealed') await updateSealedRow(tx, row.table, row.id, moved.sealed);
  }
}

/** In another cloud, nothing that was learned still applies: neither health nor consent. */
async function settleStatus(
  tx: Tx,
  { id, cloud: before, status, healthStatus }: LockedConnection,
  {
    cloud = before,
    enabled = status !== 'disabled',
  }: { cloud?: string | undefined; enabled?: boolean | undefined },
): Promise<ConnectionStatus> {
  const moved = cloud !== before;
  const next = nextStatus(status, enabled, moved ? 'unknown' : healthStatus);
  if (moved) {
    const settled = statusWithNewCredential(next, { sameApplication: false });
    await resetConnectionHealth(tx, id, settled);
    return settled;
  }
  if (next !== status) await writeConnection(tx, id, { status: next });
  return next;
}

function nextStatus(
  status: ConnectionStatus,
  enabled: boolean,
  health: LockedConnection['healthStatus'],
): ConnectionStatus {
  if (!enabled) return 'disabled';
  return status === 'disabled' ? statusWhenEnabled(health) : status;
}

function actionOf(before: ConnectionStatus, after: ConnectionStatus) {
  if ((before === 'disabled') === (after === 'disabled')) return 'connection.updated';
  return after === 'disabled' ? 'connection.disabled' : 'connection.enabled';
}
