import { Fault } from '../fault.ts';
import type { OperationRun } from '../runs/run.ts';

export const onboardingStatuses = ['in_progress', 'completed', 'cancelled'] as const;
export type OnboardingStatus = (typeof onboardingStatuses)[number];

/** In order. A session is at the first step that is not done yet; `complete` is the last click. */
export const onboardingSteps = ['connection', 'credential', 'consent', 'verification', 'complete'] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

/** Names on the wire, as in `tenant_onboarding_sessions.state`. */
export interface OnboardingState {
  readonly provider_connection_id?: number;
  readonly verification_operation_run_id?: number;
  /** Why an owner completed it although the verification was blocked or missing. */
  readonly override_reason?: string;
}

export interface OnboardingSession {
  readonly id: number;
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly status: OnboardingStatus;
  readonly state: OnboardingState;
  readonly consentLinkExpiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly begunByUserId: number | null;
  /** Who completed or cancelled it. */
  readonly endedByUserId: number | null;
  readonly facts: OnboardingFacts;
}

/** Which sessions of a workspace a list shows; null means any status. */
export interface OnboardingFilter {
  readonly workspaceId: number;
  readonly status: readonly OnboardingStatus[] | null;
}

/** The tenant's current state, whoever brought it about: the wizard, another page, another device. */
export interface OnboardingFacts {
  /** The session's connection, or the tenant's default; null without either. */
  readonly connectionId: number | null;
  readonly hasCredential: boolean;
  /** What the customer's administrator answered, or what a verification has found since. */
  readonly consent: Consent;
  /** The run the session points at. */
  readonly verification: Pick<OperationRun, 'id' | 'status' | 'reportOverall'> | null;
}

export const consents = ['granted', 'declined', 'unknown'] as const;
export type Consent = (typeof consents)[number];

/** Derived, so that a session can be left on one device and resumed on another, or done in part elsewhere. */
export function currentStepOf({
  connectionId,
  hasCredential,
  consent,
  verification,
}: OnboardingFacts): OnboardingStep {
  if (connectionId === null) return 'connection';
  if (!hasCredential) return 'credential';
  if (isPassable(verification)) return 'complete';
  return consent === 'granted' ? 'verification' : 'consent';
}

function isPassable(run: OnboardingFacts['verification']): boolean {
  return (
    run !== null &&
    run.status === 'completed' &&
    run.reportOverall !== 'blocked' &&
    run.reportOverall !== null
  );
}

/** Throws CONFLICT with what prevents completion. */
export function assertCompletable(facts: OnboardingFacts, isOverridden: boolean): void {
  const obstacle = isOverridden ? obstacleToOverride(facts) : obstacleToCompletion(facts);
  if (obstacle !== null) throw new Fault('CONFLICT', obstacle);
}

/** A running verification has to be waited for, even by owners: its answer is seconds away. */
export function obstacleToOverride({ verification }: OnboardingFacts): string | null {
  if (verification === null || verification.status === 'completed') return null;
  return 'The verification is still running. Wait until it completes.';
}

export function obstacleToCompletion(facts: OnboardingFacts): string | null {
  const { verification } = facts;
  if (isPassable(verification)) return null;
  if (verification === null) return 'The tenant has not been verified in this onboarding yet.';
  if (verification.status === 'completed' && verification.reportOverall === null) {
    return 'The verification ended without a verdict. Verify again.';
  }
  return (
    obstacleToOverride(facts) ??
    'The verification is blocked. Fix what it names, or let an owner complete with a reason.'
  );
}

/** Why nothing more can be done with a session that has ended; null while it is open. */
export function endOf({ status }: Pick<OnboardingSession, 'status'>): string | null {
  return status === 'in_progress' ? null : `The onboarding is ${status}.`;
}

/** What a consent link requires. */
export function obstacleToConsentLink({
  connectionId,
  hasCredential,
}: Pick<OnboardingFacts, 'connectionId' | 'hasCredential'>): string | null {
  if (connectionId === null) return 'The tenant has no connection yet.';
  return hasCredential ? null : 'The connection has no credential yet.';
}

/** A customer's administrator may be away for some days; a link that is older than that should be requested again. */
export const consentLinkDays = 7;
