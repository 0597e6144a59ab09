import type { SignIn, Viewer } from '../core/access.ts';
import type { Finding } from '../core/findings.ts';
import type { OperationRun } from '../core/run.ts';
import type { StartAnswer, StartRequest } from '../flows/start-operation.ts';
import type { FleetRequest } from '../flows/start-workspace-verification.ts';
import type { Delivery } from '../flows/watch-run.ts';

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  startOperation(viewer: Viewer, request: StartRequest): Promise<StartAnswer>;
  startWorkspaceVerification(viewer: Viewer, request: FleetRequest): Promise<StartAnswer[]>;
  cancelRun(viewer: Viewer, runId: number): Promise<OperationRun>;
  acknowledgeFinding(
    viewer: Viewer,
    request: { readonly findingId: number; readonly reason: string },
  ): Promise<Finding>;
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
}
