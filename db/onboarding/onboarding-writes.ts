import { and, eq, gt, sql } from 'drizzle-orm';
import type { Role, Viewer } from '../../core/access/access.ts';
import type { OnboardingState, OnboardingStep, OnboardingSession } from '../../core/onboarding/onboarding.ts';
import type { NameSource } from '../../core/tenants/tenant.ts';
import type { Tx } from '../engine/client.ts';
import { isSessionConnection, listOnboardingSessionsById } from './onboarding.ts';
import { providerConnections } from '../tables/connections.ts';
import { tenantOnboardingSessions as sessions } from '../tables/onboarding.ts';
import { tenantMemberships, tenants } from '../tables/tenancy.ts';

export interface DirectoryToOnboard {
  readonly workspaceId: number;
  /** Directory GUID, lower case. */
  readonly entraTenantId: string;
  readonly name: string;
  readonly nameChosenBy: NameSource;
  readonly externalId: string | null;
}

/** The workspace's tenant for that directory, created if there is none. Two concurrent calls get the same one. */
export async function findOrInsertTenant(
  tx: Tx,
  { workspaceId, entraTenantId, name, nameChosenBy, externalId }: DirectoryToOnboard,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const [made] = await tx
    .insert(tenants)
    .values({
      workspaceId,
      name,
      nameChosenBy,
      externalId,
      tenantId: entraTenantId,
      status: 'onboarding',
    })
    .onConflictDoNothing({ target: [tenants.workspaceId, tenants.tenantId] })
    .returning({ id: tenants.id });
  if (made !== undefined) return { id: made.id, isNew: true };
  const [known] = await tx
    .select({ id: tenants.id })
    .from(tenants)
    .where(and(eq(tenants.workspaceId, workspaceId), eq(tenants.tenantId, entraTenantId)));
  if (known === undefined) throw new Error('a tenant neither exists nor could be inserted');
  return { id: known.id, isNew: false };
}

/** Makes a new tenant visible to its creator. Workspace owners need no membership. */
export async function insertTenantMembership(
  tx: Tx,
  membership: { readonly tenantId: number; readonly userId: number; readonly role: Role },
): Promise<void> {
  await tx.insert(tenantMemberships).values(membership).onConflictDoNothing();
}

/** The tenant's open session, created if there is none. */
export async function findOrInsertSession(
  tx: Tx,
  { workspaceId, tenantId }: { readonly workspaceId: number; readonly tenantId: number },
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const [begun] = await tx
    .insert(sessions)
    .values({ workspaceId, tenantId })
    .onConflictDoNothing({ target: sessions.tenantId, where: sql`status = 'in_progress'` })
    .returning({ id: sessions.id });
  if (begun !== undefined) return { id: begun.id, isNew: true };
  const [open] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.tenantId, tenantId), eq(sessions.status, 'in_progress')));
  if (open === undefined) throw new Error('an open session neither exists nor could be inserted');
  return { id: open.id, isNew: false };
}

/** Changes of a session take turns on its row. Read after the lock, so that what changed while waiting is seen. */
export async function lockSession(tx: Tx, viewer: Viewer, id: number): Promise<OnboardingSession | null> {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for('no key update');
  return (await listOnboardingSessionsById(tx, viewer, [id]))[0] ?? null;
}

export interface SessionChange {
  readonly status?: OnboardingSession['status'];
  readonly state?: OnboardingState;
  readonly currentStep?: OnboardingStep;
}

/** Ending a session also removes its consent link. */
export async function updateSession(tx: Tx, id: number, change: SessionChange, now: Date): Promise<void> {
  const isEnding = change.status !== undefined && change.status !== 'in_progress';
  const withoutLink = { consentStateHash: null, consentExpiresAt: null };
  await tx
    .update(sessions)
    .set({ ...change, ...(isEnding ? withoutLink : {}), updatedAt: now })
    .where(eq(sessions.id, id));
}

export interface ConsentLink {
  readonly stateHash: Buffer;
  readonly expiresAt: Date;
  readonly requestedByUserId: number;
  readonly requestedByTokenId: number | null;
}

/** A new link replaces the previous one, which then leads nowhere. */
export async function storeConsentLink(tx: Tx, sessionId: number, link: ConsentLink): Promise<void> {
  await tx
    .update(sessions)
    .set({
      consentStateHash: link.stateHash,
      consentExpiresAt: link.expiresAt,
      consentRequestedByUserId: link.requestedByUserId,
      consentRequestedByTokenId: link.requestedByTokenId,
    })
    .where(eq(sessions.id, sessionId));
}

export interface ReturnedConsent {
  readonly sessionId: number;
  readonly workspaceId: number;
  readonly requestedByUserId: number;
  /** null: a person asked, not a token. */
  readonly requestedByTokenId: number | null;
}

/** Finds a link's session and uses the link up, in one statement: if two come back with it, only one is accepted. */
export async function consumeConsentLink(
  tx: Tx,
  stateHash: Buffer,
  now: Date,
): Promise<ReturnedConsent | null> {
  const [session] = await tx
    .update(sessions)
    .set({ consentStateHash: null, consentExpiresAt: null })
    .where(
      and(
        eq(sessions.consentStateHash, stateHash),
        gt(sessions.consentExpiresAt, now),
        eq(sessions.status, 'in_progress'),
      ),
    )
    .returning({
      sessionId: sessions.id,
      workspaceId: sessions.workspaceId,
      requestedByUserId: sessions.consentRequestedByUserId,
      requestedByTokenId: sessions.consentRequestedByTokenId,
    });
  if (session === undefined) return null;
  const { requestedByUserId, ...rest } = session;
  if (requestedByUserId === null) throw new Error('a consent link has no one who asked for it');
  return { ...rest, requestedByUserId };
}

/**
 * What the administrator answered, noted on the session's connection; the verification finds out whether it is true.
 */
export async function recordConsent(
  tx: Tx,
  sessionId: number,
  answer: 'granted' | 'declined',
): Promise<void> {
  await tx
    .update(providerConnections)
    .set({ metadata: sql`${providerConnections.metadata} || ${JSON.stringify({ consent: answer })}::jsonb` })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isSessionConnection));
}

/** Activates the tenant. One that is already active or archived stays so. */
export async function activateTenant(tx: Tx, tenantId: number): Promise<void> {
  await tx
    .update(tenants)
    .set({ status: 'active' })
    .where(and(eq(tenants.id, tenantId), eq(tenants.status, 'onboarding')));
}
