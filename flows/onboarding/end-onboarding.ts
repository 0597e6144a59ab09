import type { Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { assertCompletable } from '../../core/onboarding/onboarding.ts';
import type { Database } from '../../db/engine/client.ts';
import { activateTenant, updateSession } from '../../db/onboarding/onboarding-writes.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { assertInProgress, auditOnboarding, lockOnboarding } from './lock-onboarding.ts';

export interface OnboardingCompletion {
  readonly sessionId: number;
  /** An owner's reason to complete without a verification that says the tenant can be managed. */
  readonly overrideReason: string | null;
}

/**
 * Ends the session and activates the tenant, in one transaction with its audit entry. Safe to repeat. Throws CONFLICT
 * while the session's verification is missing, running or blocked; FORBIDDEN for an override by anyone except an
 * owner.
 */
export async function completeOnboarding(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  { sessionId, overrideReason }: OnboardingCompletion,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { session, tenant } = await lockOnboarding(tx, viewer, sessionId);
    if (session.status === 'completed') return;
    assertInProgress(session);
    // The one capability that only owners have.
    if (overrideReason !== null) assertCapability(tenant.role, viewer, 'members.manage');
    assertCompletable(session.facts, overrideReason !== null);
    const state =
      overrideReason === null ? session.state : { ...session.state, override_reason: overrideReason };
    const change = { status: 'completed', currentStep: 'complete', state } as const;
    await updateSession(tx, sessionId, change, now());
    await activateTenant(tx, tenant.id);
    await auditOnboarding(tx, session, {
      actorUserId: viewer.userId,
      action: 'onboarding.completed',
      data: {
        override_reason: overrideReason,
        verification: session.facts.verification?.reportOverall ?? null,
      },
    });
  });
}

/**
 * Cancels the session; it stays readable, and a new one can be started. Safe to repeat. CONFLICT once it is
 * completed.
 */
export async function cancelOnboarding(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  sessionId: number,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { session } = await lockOnboarding(tx, viewer, sessionId);
    if (session.status === 'cancelled') return;
    assertInProgress(session);
    await updateSession(tx, sessionId, { status: 'cancelled' }, now());
    await auditOnboarding(tx, session, { actorUserId: viewer.userId, action: 'onboarding.cancelled' });
  });
}
