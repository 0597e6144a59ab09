import type { Database } from '../db/engine/client.ts';
import { archiveTenant } from '../flows/tenants/archive-tenant.ts';
import { createApiToken } from '../flows/people/create-api-token.ts';
import { createTenant } from '../flows/tenants/create-tenant.ts';
import { removeTenantMember } from '../flows/people/remove-tenant-member.ts';
import { removeWorkspaceMember } from '../flows/people/remove-workspace-member.ts';
import { revokeApiToken } from '../flows/people/revoke-api-token.ts';
import { setCurrentTenant } from '../flows/people/set-current-tenant.ts';
import { setTenantMember } from '../flows/people/set-tenant-member.ts';
import { setWorkspaceMember } from '../flows/people/set-workspace-member.ts';
import { updateTenant } from '../flows/tenants/update-tenant.ts';
import type { ManagementFlows } from '../schema/flows.ts';

export function bindManagementFlows(needs: {
  readonly database: Database;
  readonly now: () => Date;
}): ManagementFlows {
  return {
    createTenant: (viewer, request) => createTenant(needs, viewer, request),
    updateTenant: (viewer, request) => updateTenant(needs, viewer, request),
    archiveTenant: (viewer, tenantId) => archiveTenant(needs, viewer, tenantId),
    setCurrentTenant: (viewer, tenantId) => setCurrentTenant(needs, viewer, tenantId),
    setWorkspaceMember: (viewer, request) => setWorkspaceMember(needs, viewer, request),
    removeWorkspaceMember: (viewer, request) => removeWorkspaceMember(needs, viewer, request),
    setTenantMember: (viewer, request) => setTenantMember(needs, viewer, request),
    removeTenantMember: (viewer, request) => removeTenantMember(needs, viewer, request),
    createApiToken: (signIn, request) => createApiToken(needs, signIn, request),
    revokeApiToken: (viewer, tokenId) => revokeApiToken(needs, viewer, tokenId),
  };
}
