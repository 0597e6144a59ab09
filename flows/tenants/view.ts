import type { PageRequest } from '../../core/page.ts';
import type { TenantFilter, TenantOrder, TenantStatus } from '../../core/tenants/tenant.ts';
import { pageStandingTenants } from '../../db/tenants/standing-tenants.ts';
import { countTenants, listPermissions, listTenantsById, pageTenants } from '../../db/tenants/tenants.ts';
import { getVerificationOverview, listWorkspaces, listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { getReadinessHistory } from '../../db/verification/tenant-days.ts';
import { keepRun, type ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows workspaces and their tenants. */
export const tenantReads = {
  workspaces: ({ db, viewer }: ReadFor) => listWorkspaces(db, viewer),
  workspacesById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listWorkspacesById(db, viewer, ids),
  verificationOverview: (
    { db, viewer }: ReadFor,
    workspaceId: number,
    status: readonly TenantStatus[] | null,
  ) => getVerificationOverview(db, viewer, workspaceId, status),
  readinessHistory: ({ db, viewer, now }: ReadFor, workspaceId: number, days: number) =>
    getReadinessHistory(db, viewer, workspaceId, { days, now: now() }),
  tenantsById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listTenantsById(db, viewer, ids),
  pageTenants: (
    { db, viewer }: ReadFor,
    filter: TenantFilter & { readonly order: TenantOrder },
    page: PageRequest,
  ) => pageTenants(db, viewer, filter, page),
  /** The same; their standing and latest attempt are then already read. */
  pageStandingTenants: async (
    { db, viewer, known }: ReadFor,
    filter: TenantFilter & { readonly order: TenantOrder },
    page: PageRequest,
  ) => {
    const { edges, ...ends } = await pageStandingTenants(db, viewer, filter, page);
    for (const { standing, latest } of edges.map(({ node }) => node)) {
      known.standings.set(standing.tenantId, standing);
      known.latest.set(standing.tenantId, latest && keepRun(known, latest));
    }
    return { ...ends, edges: edges.map(({ cursor, node: { tenant } }) => ({ cursor, node: tenant })) };
  },
  countTenants: ({ db, viewer }: ReadFor, filter: TenantFilter, limit: number | null) =>
    countTenants(db, viewer, filter, limit),
  permissionsOfTenants: ({ db, viewer }: ReadFor, ids: readonly number[]) => listPermissions(db, viewer, ids),
};
