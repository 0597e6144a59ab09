import type { Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import { currentStepOf, type OnboardingState } from '../../core/onboarding/onboarding.ts';
import type { Tx } from '../../db/engine/client.ts';
import { listConnectionsById } from '../../db/connections/connections.ts';
import { updateSession } from '../../db/onboarding/onboarding-writes.ts';
import {
  assertInProgress,
  auditOnboarding,
  lockOnboarding,
  type LockedOnboarding,
} from './lock-onboarding.ts';
import type { StartAnswer, StartDependencies } from '../runs/start-operation.ts';
import { startVerification } from '../verification/start-verification.ts';

export interface OnboardingUpdate {
  readonly sessionId: number;
  /** Which of the tenant's connections to use; null: not changed. */
  readonly connectionId: number | null;
  readonly startVerification: boolean;
  /** What starts it; left out: the viewer. */
  readonly trigger?: 'consent';
}

/**
 * Continues a session: chooses its connection, starts its verification. The start goes through the start gate like
 * any other, in its own transaction; if the program stops in between, a second call is deduped to the same run.
 * Throws NOT_FOUND (session, or another tenant's connection), FORBIDDEN, CONFLICT if the session has ended.
 */
export async function updateOnboarding(
  dependencies: StartDependencies,
  viewer: Viewer,
  { sessionId, connectionId, startVerification: wantsStart, trigger }: OnboardingUpdate,
): Promise<StartAnswer | null> {
  const { tenant, session } = await dependencies.database.transaction(async (tx) => {
    const locked = await lockOnboarding(tx, viewer, sessionId);
    assertInProgress(locked.session);
    return connectionId === null
      ? locked
      : await chooseConnection(tx, viewer, locked, { connectionId, at: dependencies.now() });
  });
  if (!wantsStart) return null;
  const chosen = session.state.provider_connection_id ?? null;
  const request = { tenantId: tenant.id, connectionId: chosen, ...(trigger && { trigger }) };
  const answer = await startVerification(dependencies, viewer, request);
  await pointAtRun(dependencies, viewer, sessionId, answer);
  return answer;
}

async function chooseConnection(
  tx: Tx,
  viewer: Viewer,
  { session, tenant }: LockedOnboarding,
  { connectionId, at }: { readonly connectionId: number; readonly at: Date },
): Promise<LockedOnboarding> {
  const [connection] = await listConnectionsById(tx, viewer, [connectionId]);
  if (connection?.tenantId !== tenant.id) throw notFound();
  if (session.facts.connectionId === connectionId && session.state.provider_connection_id === connectionId) {
    return { session, tenant };
  }
  // A run with another connection says nothing about this one.
  const state = { provider_connection_id: connectionId };
  await updateSession(tx, session.id, { state }, at);
  const data = { provider_connection_id: connectionId };
  await auditOnboarding(tx, session, { actorUserId: viewer.userId, action: 'onboarding.updated', data });
  return await lockOnboarding(tx, viewer, session.id);
}

/** A blocking run of another operation is not the session's. */
async function pointAtRun(
  { database, now }: StartDependencies,
  viewer: Viewer,
  sessionId: number,
  { result, run }: StartAnswer,
): Promise<void> {
  if (result === 'scope_busy') return;
  await database.transaction(async (tx) => {
    const { session } = await lockOnboarding(tx, viewer, sessionId);
    if (session.status !== 'in_progress') return;
    const state: OnboardingState = { ...session.state, verification_operation_run_id: run.id };
    const currentStep = currentStepOf({ ...session.facts, verification: run });
    await updateSession(tx, sessionId, { state, currentStep }, now());
  });
}
