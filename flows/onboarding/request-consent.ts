import type { SignIn } from '../../core/access/access.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { consentLinkDays, obstacleToConsentLink } from '../../core/onboarding/onboarding.ts';
import type { Database } from '../../db/engine/client.ts';
import { listConnectionsById } from '../../db/connections/connections.ts';
import { listCredentialMetadata } from '../../db/connections/credentials.ts';
import { storeConsentLink } from '../../db/onboarding/onboarding-writes.ts';
import { createBearerSecret, digestOf } from '../access/bearer-secret.ts';
import { assertInProgress, auditOnboarding, lockOnboarding } from './lock-onboarding.ts';

/**
 * Microsoft's admin consent page for an application; null if the cloud is not known here. Makes no request. `state`
 * comes back with the answer; null if nothing waits for it.
 */
export type ToConsentUrl = (
  target: { readonly cloud: string; readonly entraTenantId: string },
  clientId: string,
  state: string | null,
) => string | null;

export interface ConsentDependencies {
  readonly database: Database;
  readonly toConsentUrl: ToConsentUrl;
  readonly now: () => Date;
}

export interface ConsentLinkAnswer {
  /** Shown only once: only its digest is stored. */
  readonly url: string;
  readonly expiresAt: Date;
}

const dayMs = 86_400_000;

/**
 * A link for the customer's administrator, bound to the session by a random `state` that works once. A new link
 * invalidates the previous one. Throws NOT_FOUND, FORBIDDEN, CONFLICT for an ended session or one without connection
 * or credential.
 */
export async function requestConsent(
  { database, toConsentUrl, now }: ConsentDependencies,
  signIn: SignIn,
  sessionId: number,
): Promise<ConsentLinkAnswer> {
  const { viewer } = signIn;
  return await database.transaction(async (tx) => {
    const { session } = await lockOnboarding(tx, viewer, sessionId);
    assertInProgress(session);
    const obstacle = obstacleToConsentLink(session.facts);
    if (obstacle !== null) throw new Fault('CONFLICT', obstacle);
    const { connectionId } = session.facts;
    const [connection] = connectionId === null ? [] : await listConnectionsById(tx, viewer, [connectionId]);
    const [credential] =
      connection === undefined ? [] : await listCredentialMetadata(tx, viewer, [connection.id]);
    if (connection === undefined || credential === undefined) throw notFound();
    const state = createBearerSecret('');
    const url = toConsentUrl(connection, credential.clientId, state);
    if (url === null) throw new Fault('CONFLICT', 'The connection’s cloud is not configured here.');
    const expiresAt = new Date(now().getTime() + consentLinkDays * dayMs);
    const requestedByUserId = viewer.userId;
    await storeConsentLink(tx, sessionId, {
      stateHash: digestOf(state),
      expiresAt,
      requestedByUserId,
      requestedByTokenId: signIn.kind === 'token' ? signIn.id : null,
    });
    const data = { consent_link_expires_at: expiresAt.toISOString() };
    await auditOnboarding(tx, session, {
      actorUserId: requestedByUserId,
      action: 'onboarding.updated',
      data,
    });
    return { url, expiresAt };
  });
}
