import type { SignIn, Viewer } from '../core/access.ts';
import type { StartAnswer, StartRequest } from '../flows/start-operation.ts';
import type { Delivery, WorkspaceWatch } from '../flows/watch-run.ts';

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchWorkspaceRuns(signIn: SignIn, watch: WorkspaceWatch): Promise<AsyncIterableIterator<Delivery>>;
}
