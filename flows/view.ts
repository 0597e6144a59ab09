import type { Viewer } from '../core/access.ts';
import type { PageRequest } from '../core/page.ts';
import { verificationType } from '../core/operation-types.ts';
import type { Db } from '../db/client.ts';
import { listConnectionsById, listConnectionsOfTenants, listCredentialMetadata } from '../db/connections.ts';
import { listRechecks } from '../db/rechecks.ts';
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
} from '../db/runs.ts';
import {
  countTenants,
  listPermissions,
  listTenantsById,
  pageTenants,
  type TenantFilter,
} from '../db/tenants.ts';
import {
  getVerificationOverview,
  listUsersById,
  listWorkspaces,
  listWorkspacesById,
} from '../db/workspaces.ts';

export type View = ReturnType<typeof createView>;

/**
 * Everything one viewer can read, and nothing else: whoever holds a View cannot forget to ask whether the viewer may
 * see something. Lists by id leave out what the viewer is not entitled to, exactly as if it did not exist. All of it
 * comes from PostgreSQL; no read ever calls Microsoft.
 */
export function createView(db: Db, viewer: Viewer) {
  return {
    viewer,
    workspaces: () => listWorkspaces(db, viewer),
    workspacesById: (ids: readonly number[]) => listWorkspacesById(db, viewer, ids),
    verificationOverview: (workspaceId: number) => getVerificationOverview(db, viewer, workspaceId),
    usersById: (ids: readonly number[]) => listUsersById(db, ids),

    tenantsById: (ids: readonly number[]) => listTenantsById(db, viewer, ids),
    pageTenants: (filter: TenantFilter, page: PageRequest) => pageTenants(db, viewer, filter, page),
    countTenants: (filter: TenantFilter) => countTenants(db, viewer, filter),
    rechecksOfTenants: (ids: readonly number[]) => listRechecks(db, viewer, ids),
    permissionsOfTenants: (ids: readonly number[]) => listPermissions(db, viewer, ids),

    connectionsById: (ids: readonly number[]) => listConnectionsById(db, viewer, ids),
    connectionsOfTenants: (ids: readonly number[]) => listConnectionsOfTenants(db, viewer, ids),
    credentialMetadata: (connectionIds: readonly number[]) =>
      listCredentialMetadata(db, viewer, connectionIds),

    runsById: (ids: readonly number[]) => listRunsById(db, viewer, ids),
    latestVerifications: (tenantIds: readonly number[]) =>
      listLatestRuns(db, viewer, verificationType, tenantIds),
    activeRuns: (connectionIds: readonly number[]) => listActiveRuns(db, viewer, connectionIds),
    pageRuns: (filter: RunFilter, page: PageRequest) => pageRuns(db, viewer, filter, page),
    countRuns: (filter: RunFilter) => countRuns(db, viewer, filter),
    runScopes: (ids: readonly number[]) => listRunScopes(db, viewer, ids),
    reportDocuments: (runIds: readonly number[]) => listReportDocuments(db, viewer, runIds),
    runEvents: (run: { readonly id: number }, page: { readonly first: number; readonly after: number }) =>
      listRunEvents(db, run, page),
  };
}
export type { RunFilter, TenantFilter };
