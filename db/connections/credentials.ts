import { and, eq, sql } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type {
  CredentialCandidate,
  CredentialDetails,
  CredentialMetadata,
  CredentialType,
} from '../../core/connections/connection.ts';
import type { RunOutcome } from '../../core/runs/run.ts';
import { viewerIs } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import type { StoredCredential } from './connections.ts';
import type { Sealed } from './envelope.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { providerCredentialCandidates } from '../tables/candidates.ts';
import { providerConnections, providerCredentials } from '../tables/connections.ts';
import { operationRuns } from '../tables/runs.ts';
import { entitledTenants } from '../tables/tenancy.ts';

/** Encrypted for one connection (flows/connections/open-credential.ts), with what may be known about it. */
export interface SealedCredential extends Sealed {
  readonly type: CredentialType;
  readonly clientId: string;
  readonly expiresAt: Date | null;
  readonly details: CredentialDetails;
}

/** Puts a credential into use and deletes the candidate, which was rehearsed to replace another one. */
export async function putCredential(
  tx: Tx,
  providerConnectionId: number,
  { type, clientId, payload, keyId, expiresAt, details }: SealedCredential,
): Promise<void> {
  const columns = { type, clientId, payload, keyId, expiresAt, details };
  await tx
    .insert(providerCredentials)
    .values({ providerConnectionId, ...columns })
    .onConflictDoUpdate({ target: providerCredentials.providerConnectionId, set: columns });
  await deleteCandidate(tx, providerConnectionId);
}

/** Replaces the previous candidate. */
export async function putCandidate(
  tx: Tx,
  providerConnectionId: number,
  { type, clientId, payload, keyId, expiresAt, details }: SealedCredential,
  rehearsalRunId: number,
): Promise<void> {
  await deleteCandidate(tx, providerConnectionId);
  await tx
    .insert(providerCredentialCandidates)
    .values({ providerConnectionId, rehearsalRunId, type, clientId, payload, keyId, expiresAt, details });
}

/** false: there was none. */
export async function deleteCandidate(tx: Tx, connectionId: number): Promise<boolean> {
  const deleted = await tx
    .delete(providerCredentialCandidates)
    .where(eq(providerCredentialCandidates.providerConnectionId, connectionId))
    .returning({ id: providerCredentialCandidates.id });
  return deleted.length > 0;
}

/** Both the one in use and the candidate. Safe to repeat. */
export async function deleteCredentials(tx: Tx, connectionId: number): Promise<void> {
  await tx.delete(providerCredentials).where(eq(providerCredentials.providerConnectionId, connectionId));
  await deleteCandidate(tx, connectionId);
}

export interface RehearsedCandidate extends SealedCredential {
  readonly rehearsalRunId: number;
  readonly outcome: RunOutcome;
}

/** Exact only under the connection's row lock, which is held by whoever replaces a candidate. */
export async function findCandidate(tx: Tx, connectionId: number): Promise<RehearsedCandidate | null> {
  const [candidate] = await tx
    .select({
      type: providerCredentialCandidates.type,
      clientId: providerCredentialCandidates.clientId,
      payload: providerCredentialCandidates.payload,
      keyId: providerCredentialCandidates.keyId,
      expiresAt: providerCredentialCandidates.expiresAt,
      details: providerCredentialCandidates.details,
      rehearsalRunId: providerCredentialCandidates.rehearsalRunId,
      outcome: operationRuns.outcome,
    })
    .from(providerCredentialCandidates)
    .innerJoin(operationRuns, eq(operationRuns.id, providerCredentialCandidates.rehearsalRunId))
    .where(eq(providerCredentialCandidates.providerConnectionId, connectionId));
  return candidate ?? null;
}

/** The credential in use, for comparing it with another one (npm run cutover). */
export async function findStoredCredential(tx: Tx, connectionId: number): Promise<StoredCredential | null> {
  const [credential] = await tx
    .select({
      id: providerCredentials.id,
      type: providerCredentials.type,
      clientId: providerCredentials.clientId,
      payload: providerCredentials.payload,
      keyId: providerCredentials.keyId,
    })
    .from(providerCredentials)
    .where(eq(providerCredentials.providerConnectionId, connectionId));
  return credential ?? null;
}

export async function listCredentialMetadata(
  db: Db,
  viewer: Viewer,
  connectionIds: readonly number[],
): Promise<CredentialMetadata[]> {
  return await db
    .select({
      connectionId: providerCredentials.providerConnectionId,
      type: providerCredentials.type,
      clientId: providerCredentials.clientId,
      expiresAt: providerCredentials.expiresAt,
      details: providerCredentials.details,
      updatedAt: providerCredentials.updatedAt,
    })
    .from(providerCredentials)
    .innerJoin(providerConnections, eq(providerConnections.id, providerCredentials.providerConnectionId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, providerConnections.tenantId))
    .where(and(viewerIs(viewer), isOneOf(providerCredentials.providerConnectionId, connectionIds)));
}

export async function listCredentialCandidates(
  db: Db,
  viewer: Viewer,
  connectionIds: readonly number[],
): Promise<CredentialCandidate[]> {
  const candidates = providerCredentialCandidates;
  return await db
    .select({
      connectionId: candidates.providerConnectionId,
      rehearsalRunId: candidates.rehearsalRunId,
      type: candidates.type,
      clientId: candidates.clientId,
      expiresAt: candidates.expiresAt,
      details: candidates.details,
      updatedAt: candidates.createdAt,
    })
    .from(candidates)
    .innerJoin(providerConnections, eq(providerConnections.id, candidates.providerConnectionId))
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, providerConnections.tenantId))
    .where(and(viewerIs(viewer), isOneOf(candidates.providerConnectionId, connectionIds)));
}

export interface CredentialState {
  readonly connectionId: number;
  /** In use, or rehearsed and waiting for a decision. */
  readonly hasCredential: boolean;
  /** The candidate's; null without one. */
  readonly rehearsalOutcome: RunOutcome | null;
}

/** What determines the actions a connection offers; contains nothing of the credentials themselves. */
export async function listCredentialStates(
  db: Db,
  viewer: Viewer,
  connectionIds: readonly number[],
): Promise<CredentialState[]> {
  return await db
    .select({
      connectionId: providerConnections.id,
      hasCredential: sql<boolean>`(${providerCredentials.id} is not null or ${providerCredentialCandidates.id} is not null)`,
      rehearsalOutcome: operationRuns.outcome,
    })
    .from(providerConnections)
    .innerJoin(entitledTenants, eq(entitledTenants.tenantId, providerConnections.tenantId))
    .leftJoin(providerCredentials, eq(providerCredentials.providerConnectionId, providerConnections.id))
    .leftJoin(
      providerCredentialCandidates,
      eq(providerCredentialCandidates.providerConnectionId, providerConnections.id),
    )
    .leftJoin(operationRuns, eq(operationRuns.id, providerCredentialCandidates.rehearsalRunId))
    .where(and(viewerIs(viewer), isOneOf(providerConnections.id, connectionIds)));
}
