import type { Viewer } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import {
  consumeConsentLink,
  recordConsent,
  type ReturnedConsent,
} from '../../db/onboarding/onboarding-writes.ts';
import { digestOf } from '../access/bearer-secret.ts';
import { auditOnboarding } from './lock-onboarding.ts';
import type { StartDependencies } from '../runs/start-operation.ts';
import { updateOnboarding } from './update-onboarding.ts';

export interface ConsentReturn {
  readonly state: string;
  readonly isGranted: boolean;
}

/**
 * The way back from Microsoft. Whoever comes is nobody to us: the single-use `state` alone says which session it is, and
 * of the answer only yes or no is taken, which a verification then proves or not. With a yes it starts by itself, in the
 * name of whoever made the link and only as far as they still may. null: no such link, used before, or run out.
 */
export async function receiveConsent(
  dependencies: StartDependencies,
  { state, isGranted }: ConsentReturn,
): Promise<{ readonly sessionId: number } | null> {
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
  if (isGranted) await startIfStillAllowed(dependencies, returned);
  return { sessionId: returned.sessionId };
}

/** Whoever asked may have left, or lost the role: then the consent is noted, and somebody else starts. */
async function startIfStillAllowed(dependencies: StartDependencies, link: ReturnedConsent): Promise<void> {
  const update = { sessionId: link.sessionId, connectionId: null, startVerification: true };
  try {
    await updateOnboarding(dependencies, asWhoAsked(link), update);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

function asWhoAsked({ requestedByUserId, workspaceId }: ReturnedConsent): Viewer {
  return { userId: requestedByUserId, workspaceId, scopes: null };
}
