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

/** The workspace's tenant of that directory, made now where there is none. Two who begin at once get the same one. */
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

/** Whoever makes a tenant can see it. Owners of the workspace need no membership. */
export async function insertTenantMembership(
  tx: Tx,
  membership: { readonly tenantId: number; readonly userId: number; readonly role: Role },
): Promise<void> {
  await tx.insert(tenantMemberships).values(membership).onConflictDoNothing();
}

/** The tenant's open session, started now where there is none. */
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

/** Changes of a session take turns on its row. Read after the lock, so that what was changed while waiting is seen. */
export async function lockSession(tx: Tx, viewer: Viewer, id: number): Promise<OnboardingSession | null> {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for('no key update');
  return (await listOnboardingSessionsById(tx, viewer, [id]))[0] ?? null;
}

export interface SessionChange {
  readonly status?: OnboardingSession['status'];
  readonly state?: OnboardingState;
  readonly currentStep?: OnboardingStep;
}

/** A session that ends takes its consent link with it. */
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

/** A new link takes the place of the one before, which then leads nowhere. */
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

/** Finds the session of a link and uses the link up, in one statement: of two who come back with it, one is let in. */
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

/** What the administrator said, noted on the session's connection; the verification finds out whether it is so. */
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

/** The tenant's life with us begins. One that is active or archived stays so. */
export async function activateTenant(tx: Tx, tenantId: number): Promise<void> {
  await tx
    .update(tenants)
    .set({ status: 'active' })
    .where(and(eq(tenants.id, tenantId), eq(tenants.status, 'onboarding')));
}
