import type { StartOperationPayload } from '../runs/start.type.ts';

/** Parent value of the payloads: the session is read again after the change. */
export interface OnboardingAnswer {
  readonly sessionId: number;
  readonly start: StartOperationPayload | null;
}
