import type { Viewer } from '../core/access/access.ts';
import type { TenantOrder, TenantStatus } from '../core/tenants/tenant.ts';
import type { PageRequest } from '../core/page.ts';
import { verificationType } from '../core/runs/operation-types.ts';
import { listAcknowledgements } from '../db/verification/acknowledgements.ts';
import type { Workspace } from '../core/tenants/workspace.ts';
import { countAuditEntries, pageAuditEntries } from '../db/people/audit.ts';
import type { Db } from '../db/engine/client.ts';
import { listConnectionsById, listConnectionsOfTenants } from '../db/connections/connections.ts';
import {
  listCredentialCandidates,
  listCredentialMetadata,
  listCredentialStates,
} from '../db/connections/credentials.ts';
import { countWorkspaceMembers, listTenantMembers, pageWorkspaceMembers } from '../db/people/members.ts';
import { listReasonClusters } from '../db/verification/reason-clusters.ts';
import { listRechecks } from '../db/verification/rechecks.ts';
import type { FindingFilter } from '../db/inventory/findings.ts';
import {
  countRuns,
  listActiveRuns,
  listLatestRuns,
  listReportDocuments,
  listRunEvents,
  listRunScopes,
  listRunsById,
  pageRuns,
  type RunFilter,
} from '../db/runs/runs.ts';
import {
  countOnboardingSessions,
  listLatestOnboardingSessions,
  listOnboardingSessionsById,
  pageOnboardingSessions,
  type OnboardingFilter,
} from '../db/onboarding/onboarding.ts';
import {
  countTenants,
  listPermissions,
  listTenantsById,
  pageTenants,
  type TenantFilter,
} from '../db/tenants/tenants.ts';
import { getVerificationProgress } from '../db/verification/verification-progress.ts';
import { listVerdictsBefore, listVerificationStandings } from '../db/verification/verification-standing.ts';
import { listOwnTokens } from '../db/people/tokens.ts';
import {
  getVerificationOverview,
  listUsersById,
  listWorkspaces,
  listWorkspacesById,
} from '../db/tenants/workspaces.ts';
import { createInventoryView } from './inventory/view.ts';
import { assertCapability } from './access/assert-capability.ts';

export type View = ReturnType<typeof createView>;

/**
 * Everything one viewer can read, and nothing else: whoever holds a View cannot forget to ask whether the viewer may
 * see something. Lists by id leave out what the viewer is not entitled to, exactly as if it did not exist. All of it
 * comes from PostgreSQL; no read ever calls Microsoft.
 */
export function createView(db: Db, viewer: Viewer) {
  return {
    viewer,
    ...viewPeople(db, viewer),
    ...viewConnections(db, viewer),
    ...viewReports(db, viewer),
    ...viewOnboarding(db, viewer),
    workspaces: () => listWorkspaces(db, viewer),
    workspacesById: (ids: readonly number[]) => listWorkspacesById(db, viewer, ids),
    verificationOverview: (workspaceId: number, status: readonly TenantStatus[] | null) =>
      getVerificationOverview(db, viewer, workspaceId, status),
    verificationProgress: (workspaceId: number, runIds: readonly number[]) =>
      getVerificationProgress(db, viewer, workspaceId, runIds),
    reasonClusters: (workspaceId: number, wanted: { readonly first: number; readonly atLeast: number }) =>
      listReasonClusters(db, viewer, workspaceId, wanted),
    usersById: (ids: readonly number[]) => listUsersById(db, viewer, ids),

    tenantsById: (ids: readonly number[]) => listTenantsById(db, viewer, ids),
    pageTenants: (filter: TenantFilter & { readonly order: TenantOrder }, page: PageRequest) =>
      pageTenants(db, viewer, filter, page),
    countTenants: (filter: TenantFilter) => countTenants(db, viewer, filter),
    rechecksOfTenants: (ids: readonly number[]) => listRechecks(db, viewer, ids),
    permissionsOfTenants: (ids: readonly number[]) => listPermissions(db, viewer, ids),

    runsById: (ids: readonly number[]) => listRunsById(db, viewer, ids),
    latestVerifications: (tenantIds: readonly number[]) =>
      listLatestRuns(db, viewer, verificationType, tenantIds),
    activeRuns: (connectionIds: readonly number[]) => listActiveRuns(db, viewer, connectionIds),
    pageRuns: (filter: RunFilter, page: PageRequest) => pageRuns(db, viewer, filter, page),
    countRuns: (filter: RunFilter) => countRuns(db, viewer, filter),
    runScopes: (ids: readonly number[]) => listRunScopes(db, viewer, ids),
    runEvents: (run: { readonly id: number }, page: { readonly first: number; readonly after: number }) =>
      listRunEvents(db, viewer, run, page),

    ...createInventoryView(db, viewer),
  };
}

function viewPeople(db: Db, viewer: Viewer) {
  return {
    pageMembers: (workspaceId: number, page: PageRequest) =>
      pageWorkspaceMembers(db, viewer, workspaceId, page),
    countMembers: (workspaceId: number) => countWorkspaceMembers(db, viewer, workspaceId),
    membersOfTenants: (ids: readonly number[]) => listTenantMembers(db, viewer, ids),
    ownTokens: () => listOwnTokens(db, viewer),
    pageAudit: async ({ id, role }: Workspace, page: PageRequest) => {
      assertCapability(role, viewer, 'members.manage');
      return await pageAuditEntries(db, viewer, id, page);
    },
    countAudit: ({ id }: Workspace) => countAuditEntries(db, viewer, id),
  };
}

function viewConnections(db: Db, viewer: Viewer) {
  return {
    connectionsById: (ids: readonly number[]) => listConnectionsById(db, viewer, ids),
    connectionsOfTenants: (ids: readonly number[]) => listConnectionsOfTenants(db, viewer, ids),
    credentialMetadata: async (connectionIds: readonly number[]) => {
      // Every role holds it, a token may not: so the scopes are what there is to ask.
      assertCapability('owner', viewer, 'provider.view');
      return await listCredentialMetadata(db, viewer, connectionIds);
    },
    credentialCandidates: async (connectionIds: readonly number[]) => {
      assertCapability('owner', viewer, 'provider.view');
      return await listCredentialCandidates(db, viewer, connectionIds);
    },
    credentialStates: (connectionIds: readonly number[]) => listCredentialStates(db, viewer, connectionIds),
  };
}

function viewReports(db: Db, viewer: Viewer) {
  return {
    reportDocuments: (runIds: readonly number[]) => listReportDocuments(db, viewer, runIds),
    acknowledgements: (runIds: readonly number[]) => listAcknowledgements(db, viewer, runIds),
    verdictsBefore: (runIds: readonly number[]) => listVerdictsBefore(db, viewer, runIds),
    verificationStandings: (tenantIds: readonly number[]) => listVerificationStandings(db, viewer, tenantIds),
  };
}

function viewOnboarding(db: Db, viewer: Viewer) {
  return {
    onboardingSessionsById: (ids: readonly number[]) => listOnboardingSessionsById(db, viewer, ids),
    latestOnboardingSessions: (tenantIds: readonly number[]) =>
      listLatestOnboardingSessions(db, viewer, tenantIds),
    pageOnboardingSessions: (filter: OnboardingFilter, page: PageRequest) =>
      pageOnboardingSessions(db, viewer, filter, page),
    countOnboardingSessions: (filter: OnboardingFilter) => countOnboardingSessions(db, viewer, filter),
  };
}

export type { FindingFilter, RunFilter, TenantFilter };
