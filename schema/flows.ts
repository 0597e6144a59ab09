import type { SignIn, Viewer } from '../core/access/access.ts';
import type { Finding } from '../core/inventory/findings.ts';
import type { OperationRun } from '../core/runs/run.ts';
import type { ApiToken } from '../core/people/member.ts';
import type { AcknowledgedCheck, AcknowledgeRequest } from '../flows/verification/acknowledge-check.ts';
import type { ApiTokenRequest, MadeApiToken } from '../flows/people/create-api-token.ts';
import type { CreateTenantRequest } from '../flows/tenants/create-tenant.ts';
import type { RemoveTenantMemberRequest } from '../flows/people/remove-tenant-member.ts';
import type { RemoveWorkspaceMemberRequest } from '../flows/people/remove-workspace-member.ts';
import type { TenantMemberRequest } from '../flows/people/set-tenant-member.ts';
import type { WorkspaceMemberRequest } from '../flows/people/set-workspace-member.ts';
import type { UpdateTenantRequest } from '../flows/tenants/update-tenant.ts';
import type { StartAnswer, StartRequest } from '../flows/runs/start-operation.ts';
import type { FleetRequest } from '../flows/verification/start-workspace-verification.ts';
import type { OnboardingFlows } from './onboarding/onboarding-flows.ts';
import type { Delivery, WorkspaceWatch } from '../flows/live/watch-run.ts';
import type { ConnectionFlows } from './connections/connection-flows.ts';

/** Workspaces, tenants and the people who may see them. */
export interface ManagementFlows {
  createTenant(viewer: Viewer, request: CreateTenantRequest): Promise<number>;
  updateTenant(viewer: Viewer, request: UpdateTenantRequest): Promise<void>;
  archiveTenant(viewer: Viewer, tenantId: number): Promise<void>;
  setCurrentTenant(viewer: Viewer, tenantId: number): Promise<void>;
  setWorkspaceMember(viewer: Viewer, request: WorkspaceMemberRequest): Promise<void>;
  removeWorkspaceMember(viewer: Viewer, request: RemoveWorkspaceMemberRequest): Promise<void>;
  setTenantMember(viewer: Viewer, request: TenantMemberRequest): Promise<void>;
  removeTenantMember(viewer: Viewer, request: RemoveTenantMemberRequest): Promise<void>;
  createApiToken(signIn: SignIn, request: ApiTokenRequest): Promise<MadeApiToken>;
  revokeApiToken(viewer: Viewer, tokenId: number): Promise<ApiToken>;
}

/** What starts and stops operations, and deals with what they found. */
export interface OperationFlows {
  startVerification(viewer: Viewer, request: Omit<StartRequest, 'type'>): Promise<StartAnswer>;
  /** false: no re-check was waiting. */
  stopRecheck(viewer: Viewer, tenantId: number): Promise<boolean>;
  startOperation(viewer: Viewer, request: StartRequest): Promise<StartAnswer>;
  startWorkspaceVerification(viewer: Viewer, request: FleetRequest): Promise<StartAnswer[]>;
  cancelRun(viewer: Viewer, runId: number): Promise<OperationRun>;
  acknowledgeFinding(
    viewer: Viewer,
    request: { readonly findingId: number; readonly reason: string },
  ): Promise<Finding>;
  acknowledgeCheck(viewer: Viewer, request: AcknowledgeRequest): Promise<AcknowledgedCheck>;
  withdrawAcknowledgement(viewer: Viewer, request: AcknowledgedCheck): Promise<AcknowledgedCheck>;
}

/** The verbs GraphQL can reach, bound to their dependencies by server/app.ts. */
export interface Flows extends ManagementFlows, ConnectionFlows, OperationFlows, OnboardingFlows {
  watchRun(signIn: SignIn, runId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchTenantVerification(signIn: SignIn, tenantId: number): Promise<AsyncIterableIterator<Delivery>>;
  watchWorkspaceRuns(signIn: SignIn, watch: WorkspaceWatch): Promise<AsyncIterableIterator<Delivery>>;
  watchAccess(signIn: SignIn, workspaceId: number): Promise<AsyncIterableIterator<Delivery>>;
}
