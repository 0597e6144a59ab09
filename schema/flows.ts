import type { SignIn, Viewer } from '../core/access.ts';
import type { AcknowledgedCheck, AcknowledgeRequest } from '../flows/acknowledge-check.ts';
import type { StartAnswer, StartRequest } from '../flows/start-operation.ts';
import type { Delivery } from '../flows/watch-run.ts';
import type { OnboardingFlows } from './onboarding/onboarding-flows.ts';

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows extends OnboardingFlows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  acknowledgeCheck(viewer: Viewer, request: AcknowledgeRequest): Promise<AcknowledgedCheck>;
  withdrawAcknowledgement(viewer: Viewer, request: AcknowledgedCheck): Promise<AcknowledgedCheck>;
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
}
