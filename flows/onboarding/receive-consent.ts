import type { Viewer } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import {
  consumeConsentLink,
  recordConsent,
  type ReturnedConsent,
} from '../../db/onboarding/onboarding-writes.ts';
import { findToken } from '../../db/people/tokens.ts';
import { digestOf } from '../access/bearer-secret.ts';
import { auditOnboarding } from './lock-onboarding.ts';
import type { StartDependencies } from '../runs/start-operation.ts';
import { updateOnboarding } from './update-onboarding.ts';

export interface ReceivedConsent {
  readonly sessionId: number;
  /** Whether the verification that proves it is running. */
  readonly hasStarted: boolean;
}

export interface ConsentReturn {
  readonly state: string;
  readonly isGranted: boolean;
}

/**
 * The way back from Microsoft. We do not know who comes: the single-use `state` alone says which session it is, and
 * only yes or no is taken from the answer, which a verification then proves or refutes. After a yes it starts
 * automatically, in the name of whoever created the link and only as far as they, and the token they used, are still
 * allowed to. null: no such link, already used, or expired.
 */
export async function receiveConsent(
  dependencies: StartDependencies,
  { state, isGranted }: ConsentReturn,
): Promise<ReceivedConsent | null> {
  const returned = await dependencies.database.transaction(async (tx) => {
    const link = await consumeConsentLink(tx, digestOf(state), dependencies.now());
    if (link === null) return null;
    const consent = isGranted ? 'granted' : 'declined';
    await recordConsent(tx, link.sessionId, consent);
    await auditOnboarding(
      tx,
      { id: link.sessionId, workspaceId: link.workspaceId },
      {
        actorUserId: null,
        action: 'onboarding.updated',
        data: { consent },
      },
    );
    return link;
  });
  if (returned === null) return null;
  const hasStarted = isGranted && (await startIfStillAllowed(dependencies, returned));
  return { sessionId: returned.sessionId, hasStarted };
}

/**
 * The person who asked may have left, lost the role, or used a token that is not allowed to: then someone else has to
 * start it.
 */
async function startIfStillAllowed(dependencies: StartDependencies, link: ReturnedConsent): Promise<boolean> {
  const viewer = await findWhoAsked(dependencies, link);
  if (viewer === null) return false;
  const update = {
    sessionId: link.sessionId,
    connectionId: null,
    startVerification: true,
    trigger: 'consent',
  } as const;
  try {
    await updateOnboarding(dependencies, viewer, update);
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/** null: they used a token that has since been revoked or has expired. */
async function findWhoAsked(
  { database, now }: StartDependencies,
  { requestedByUserId, requestedByTokenId, workspaceId }: ReturnedConsent,
): Promise<Viewer | null> {
  const person: Viewer = { userId: requestedByUserId, workspaceId, scopes: null };
  if (requestedByTokenId === null) return person;
  const token = await findToken(database.db, requestedByTokenId, now());
  return token?.status === 'active' ? { ...person, scopes: token.scopes } : null;
}
