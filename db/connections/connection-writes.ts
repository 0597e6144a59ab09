import { and, eq, ne, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { ConnectionStatus, ProviderConnection } from '../../core/connections/connection.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { connectionColumns } from './connections.ts';
import { providerConnections } from '../tables/connections.ts';
import { entitledTenants } from '../tables/tenancy.ts';

/** Which tenant to lock before the connection itself; null if the viewer is not entitled to it. */
export async function findTenantOfConnection(db: Db, viewer: Viewer, id: number): Promise<number | null> {
  const [row] = await db
    .select({ tenantId: providerConnections.tenantId })
    .from(providerConnections)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, providerConnections.tenantId))
    .where(and(viewerIs(viewer), eq(providerConnections.id, id)));
  return row?.tenantId ?? null;
}

export interface NewConnection {
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly provider: string;
  /** Directory GUID, lower case. */
  readonly entraTenantId: string;
  readonly displayName: string;
  readonly cloud: string;
  readonly metadata?: Record<string, unknown>;
}

/**
 * A tenant's first connection for a provider becomes the default, which is exact only under lockTenant
 * (tenant-writes.ts). null if the tenant already has one for that directory.
 */
export async function insertConnection(
  tx: Tx,
  connection: NewConnection,
): Promise<ProviderConnection | null> {
  const { tenantId, provider } = connection;
  const [existingDefault] = await tx
    .select({ id: providerConnections.id })
    .from(providerConnections)
    .where(
      and(
        eq(providerConnections.tenantId, tenantId),
        eq(providerConnections.provider, provider),
        providerConnections.isDefault,
      ),
    );
  const [inserted] = await tx
    .insert(providerConnections)
    .values({ ...connection, isDefault: existingDefault === undefined })
    .onConflictDoNothing({
      target: [providerConnections.tenantId, providerConnections.provider, providerConnections.entraTenantId],
    })
    .returning(connectionColumns);
  return inserted ?? null;
}

export interface ConnectionChanges {
  readonly displayName?: string;
  readonly cloud?: string;
  readonly status?: ConnectionStatus;
  readonly metadata?: Record<string, unknown>;
}

export async function updateConnection(tx: Tx, id: number, changes: ConnectionChanges): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await tx.update(providerConnections).set(changes).where(eq(providerConnections.id, id));
}

/** Resets what the latest verification found: it was found under other circumstances. */
export async function resetConnectionHealth(tx: Tx, id: number, status: ConnectionStatus): Promise<void> {
  await tx
    .update(providerConnections)
    .set({ status, healthStatus: 'unknown', lastErrorReasonCode: null, lastErrorMessage: null })
    .where(eq(providerConnections.id, id));
}

/**
 * Clears before it sets, because the unique index is checked row by row. Safe to repeat; exact only under lockTenant
 * (tenant-writes.ts).
 */
export async function setDefaultConnection(
  tx: Tx,
  { id, tenantId, provider }: Pick<ProviderConnection, 'id' | 'tenantId' | 'provider'>,
): Promise<void> {
  await tx
    .update(providerConnections)
    .set({ isDefault: false })
    .where(
      and(
        eq(providerConnections.tenantId, tenantId),
        eq(providerConnections.provider, provider),
        ne(providerConnections.id, id),
        providerConnections.isDefault,
      ),
    );
  await tx
    .update(providerConnections)
    .set({ isDefault: true })
    .where(and(eq(providerConnections.id, id), sql`not ${providerConnections.isDefault}`));
}
