import type { Viewer } from '../../core/access/access.ts';
import type { PageRequest } from '../../core/page.ts';
import type { TenantFilter, TenantOrder, TenantStatus } from '../../core/tenants/tenant.ts';
import type { Db } from '../../db/engine/client.ts';
import { countTenants, listPermissions, listTenantsById, pageTenants } from '../../db/tenants/tenants.ts';
import { getVerificationOverview, listWorkspaces, listWorkspacesById } from '../../db/tenants/workspaces.ts';

/** The part of a View (../view.ts) that shows workspaces and their tenants. */
export function createTenantsView(db: Db, viewer: Viewer) {
  return {
    workspaces: () => listWorkspaces(db, viewer),
    workspacesById: (ids: readonly number[]) => listWorkspacesById(db, viewer, ids),
    verificationOverview: (workspaceId: number, status: readonly TenantStatus[] | null) =>
      getVerificationOverview(db, viewer, workspaceId, status),
    tenantsById: (ids: readonly number[]) => listTenantsById(db, viewer, ids),
    pageTenants: (filter: TenantFilter & { readonly order: TenantOrder }, page: PageRequest) =>
      pageTenants(db, viewer, filter, page),
    countTenants: (filter: TenantFilter, limit: number | null) => countTenants(db, viewer, filter, limit),
    permissionsOfTenants: (ids: readonly number[]) => listPermissions(db, viewer, ids),
  };
}
