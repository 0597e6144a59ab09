import type { SignIn, Viewer } from '../core/access.ts';
import type { StartAnswer, StartRequest } from '../flows/start-operation.ts';
import type { Delivery } from '../flows/watch-run.ts';

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  /** false: no re-check was waiting. */
  stopRecheck(viewer: Viewer, tenantId: number): Promise<boolean>;
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
}
