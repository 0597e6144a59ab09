import type { SignIn, Viewer } from '../core/access.ts';
import type { StartAnswer, StartRequest } from '../flows/start-operation.ts';
import type { Delivery } from '../flows/watch-run.ts';
import type { ConnectionFlows } from './provider-connection/connection-flows.ts';

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows extends ConnectionFlows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
}
