import { and, asc, eq, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { CredentialMetadata, ProviderConnection } from '../../core/connections/connection.ts';
import type { ConnectionFinding } from '../../core/verification/checks/conclusion.ts';
import {
  isGranted,
  type PermissionInventory,
  type PermissionStanding,
} from '../../core/connections/permission-profiles.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import type { CredentialPlace } from './sealed-rows.ts';
import { providerCredentialCandidates } from '../tables/candidates.ts';
import { providerConnections, providerCredentials, tenantPermissions } from '../tables/connections.ts';
import { entitledTenants, workspaces } from '../tables/tenancy.ts';

export const connectionColumns = {
  id: providerConnections.id,
  workspaceId: providerConnections.workspaceId,
  tenantId: providerConnections.tenantId,
  provider: providerConnections.provider,
  entraTenantId: providerConnections.entraTenantId,
  displayName: providerConnections.displayName,
  isDefault: providerConnections.isDefault,
  cloud: providerConnections.cloud,
  status: providerConnections.status,
  healthStatus: providerConnections.healthStatus,
  scopesGranted: providerConnections.scopesGranted,
  lastHealthCheckAt: providerConnections.lastHealthCheckAt,
  lastErrorReasonCode: providerConnections.lastErrorReasonCode,
  lastErrorMessage: providerConnections.lastErrorMessage,
  metadata: providerConnections.metadata,
  createdAt: providerConnections.createdAt,
  updatedAt: providerConnections.updatedAt,
};

function selectConnections(db: Db) {
  return db
    .select(connectionColumns)
    .from(providerConnections)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, providerConnections.tenantId));
}

export async function listConnectionsById(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<ProviderConnection[]> {
  return await selectConnections(db).where(and(viewerIs(viewer), isOneOf(providerConnections.id, ids)));
}

/** The default first, then by name. */
export async function listConnectionsOfTenants(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<ProviderConnection[]> {
  return await selectConnections(db)
    .where(and(viewerIs(viewer), isOneOf(providerConnections.tenantId, tenantIds)))
    .orderBy(
      sql`${providerConnections.isDefault} desc`,
      asc(providerConnections.displayName),
      asc(providerConnections.id),
    );
}

export interface LockedConnection extends ProviderConnection {
  /** null: it has no credential. */
  readonly clientId: string | null;
  /** The encryption key of its credential. */
  readonly keyId: string | null;
  /** What is known about the customer's consent without asking; null if nothing is. */
  readonly consent: string | null;
}

const lockedColumns = {
  connection: connectionColumns,
  clientId: providerCredentials.clientId,
  keyId: providerCredentials.keyId,
  consent: sql<string | null>`${providerConnections.metadata} ->> 'consent'`,
};

/** The tenant's connection with this id, or its default for the provider. Starts on one connection take turns here. */
export async function lockConnectionForStart(
  tx: Tx,
  tenantId: number,
  choice: { readonly connectionId: number } | { readonly provider: string },
): Promise<LockedConnection | null> {
  const chosen =
    'connectionId' in choice
      ? eq(providerConnections.id, choice.connectionId)
      : and(eq(providerConnections.provider, choice.provider), providerConnections.isDefault);
  const [locked] = await tx
    .select(lockedColumns)
    .from(providerConnections)
    .leftJoin(providerCredentials, eq(providerCredentials.providerConnectionId, providerConnections.id))
    .where(and(eq(providerConnections.tenantId, tenantId), chosen))
    .for('update', { of: providerConnections });
  if (locked === undefined) return null;
  const { connection, ...known } = locked;
  return { ...connection, ...known };
}

const defaultsForStart = createRead(
  'listDefaultConnectionsForStart',
  lockedColumns,
  (build, { tenantIds }: Slots<{ readonly tenantIds: readonly number[] }>) =>
    build
      .select(lockedColumns)
      .from(providerConnections)
      .leftJoin(providerCredentials, eq(providerCredentials.providerConnectionId, providerConnections.id))
      .where(
        and(
          isOneOf(providerConnections.tenantId, tenantIds),
          eq(providerConnections.provider, sql`'microsoft'`),
          providerConnections.isDefault,
        ),
      )
      .orderBy(asc(providerConnections.id))
      .for('update', { of: providerConnections }),
);

/**
 * The default connections of many tenants, locked in a fixed order so that two bulk starts wait for each other
 * instead of deadlocking.
 */
export async function listDefaultConnectionsForStart(
  tx: Tx,
  tenantIds: readonly number[],
): Promise<LockedConnection[]> {
  const rows = await defaultsForStart(tx, { tenantIds });
  return rows.map(({ connection, ...known }) => ({ ...connection, ...known }));
}

export interface ConnectionForWork {
  readonly connection: ProviderConnection;
  readonly workspaceSlug: string;
  /** Where the credential is stored, which it is encrypted for. */
  readonly place: CredentialPlace;
  readonly credential: (StoredCredential & { readonly expiresAt: Date | null }) | null;
}

/** Encrypted: only flows that talk to a provider open it (db/connections/envelope.ts). */
export interface StoredCredential {
  readonly id: number;
  readonly type: CredentialMetadata['type'];
  readonly clientId: string;
  readonly payload: Buffer;
  readonly keyId: string;
}

/** For the worker, which acts for the run and not for a viewer: a rehearsal uses the candidate and nothing else. */
export async function findConnectionForWork(
  db: Db,
  connectionId: number,
  { isRehearsal }: { readonly isRehearsal: boolean },
): Promise<ConnectionForWork | null> {
  const [found] = await db
    .select({ connection: connectionColumns, workspaceSlug: workspaces.slug })
    .from(providerConnections)
    .innerJoin(workspaces, eq(workspaces.id, providerConnections.workspaceId))
    .where(eq(providerConnections.id, connectionId));
  if (found === undefined) return null;
  const credentials = isRehearsal ? providerCredentialCandidates : providerCredentials;
  const [credential] = await db
    .select({
      id: credentials.id,
      type: credentials.type,
      clientId: credentials.clientId,
      payload: credentials.payload,
      keyId: credentials.keyId,
      expiresAt: credentials.expiresAt,
    })
    .from(credentials)
    .where(eq(credentials.providerConnectionId, connectionId));
  const { entraTenantId, cloud } = found.connection;
  const slot = isRehearsal ? 'candidate' : 'in_use';
  return { ...found, place: { connectionId, entraTenantId, cloud, slot }, credential: credential ?? null };
}

/** A finding without a status keeps the current one; a disabled connection stays disabled whatever was found. */
export async function updateConnectionHealth(
  tx: Tx,
  connectionId: number,
  finding: ConnectionFinding & {
    readonly message: string | null;
    readonly scopesGranted: readonly string[] | null;
  },
  now: Date,
): Promise<void> {
  const { status, health, reason, message, scopesGranted } = finding;
  await tx
    .update(providerConnections)
    .set({
      ...(status === null
        ? {}
        : {
            status: sql`case when ${providerConnections.status} = 'disabled' then ${providerConnections.status} else ${status} end`,
          }),
      ...(scopesGranted === null ? {} : { scopesGranted }),
      healthStatus: health,
      lastHealthCheckAt: now,
      lastErrorReasonCode: reason,
      lastErrorMessage: message,
    })
    .where(eq(providerConnections.id, connectionId));
}

/** Since when the directory has listed each of the connection's permissions, according to its verifications. */
export async function readGrantedSince(
  db: Db | Tx,
  connectionId: number,
): Promise<ReadonlyMap<string, Date>> {
  const required = await db
    .select({ permission: tenantPermissions.permission, since: tenantPermissions.grantedSince })
    .from(tenantPermissions)
    .where(eq(tenantPermissions.providerConnectionId, connectionId));
  const [connection] = await db
    .select({ optional: optionalGrantedSince })
    .from(providerConnections)
    .where(eq(providerConnections.id, connectionId));
  return new Map([
    ...Object.entries(connection?.optional ?? {}).map(([name, since]) => [name, new Date(since)] as const),
    ...required.flatMap(({ permission, since }) => (since === null ? [] : [[permission, since] as const])),
  ]);
}

/** The inventory holds what is required; for other permissions only the date is needed. */
const optionalGrantedSince = sql<Readonly<
  Record<string, string>
> | null>`${providerConnections.metadata} -> 'optional_granted_since'`;

/** For permissions seen while the directory could not be read; a date that is already known is kept. */
export async function rememberGrants(
  tx: Tx,
  connectionId: number,
  permissions: readonly string[],
  now: Date,
): Promise<void> {
  const known = await readGrantedSince(tx, connectionId);
  const seen = [...new Set([...known.keys(), ...permissions])];
  await writeDates(tx, connectionId, new Map(seen.map((name) => [name, known.get(name) ?? now])));
}

async function writeDates(tx: Tx, connectionId: number, dates: ReadonlyMap<string, Date>): Promise<void> {
  const remembered = JSON.stringify({ optional_granted_since: Object.fromEntries(dates) });
  await tx
    .update(providerConnections)
    .set({ metadata: sql`${providerConnections.metadata} || ${remembered}::jsonb` })
    .where(eq(providerConnections.id, connectionId));
}

/** Replaces the connection's inventory: permissions no longer required are removed, newly required ones are added. */
export async function replacePermissionInventory(
  tx: Tx,
  connection: Pick<ProviderConnection, 'id' | 'tenantId'>,
  { required, optional }: PermissionInventory,
  now: Date,
): Promise<void> {
  const known = await readGrantedSince(tx, connection.id);
  const sinceOf = ({ permission, state }: PermissionStanding) =>
    isGranted(state) ? (known.get(permission) ?? now) : null;
  const dates = optional.flatMap((standing) => {
    const since = sinceOf(standing);
    return since === null ? [] : [[standing.permission, since] as const];
  });
  await writeDates(tx, connection.id, new Map(dates));
  await tx.delete(tenantPermissions).where(eq(tenantPermissions.providerConnectionId, connection.id));
  if (required.length === 0) return;
  await tx.insert(tenantPermissions).values(
    required.map((standing) => ({
      tenantId: connection.tenantId,
      providerConnectionId: connection.id,
      permission: standing.permission,
      requiredFor: standing.requiredFor,
      granted: isGranted(standing.state),
      grantedSince: sinceOf(standing),
      state: standing.state,
      checkedAt: now,
    })),
  );
}
