import type { Viewer } from '../../core/access/access.ts';
import type { PageRequest } from '../../core/page.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { ViewSource } from '../access/view-source.ts';
import { countAuditEntries, pageAuditEntries } from '../../db/people/audit.ts';
import { countWorkspaceMembers, listTenantMembers, pageWorkspaceMembers } from '../../db/people/members.ts';
import { listOwnTokens } from '../../db/people/tokens.ts';
import { listUsersById } from '../../db/tenants/workspaces.ts';
import { assertCapability } from '../access/assert-capability.ts';

/** The part of a View (../view.ts) that shows members, users, tokens and the audit log. */
export function createPeopleView({ db, now }: ViewSource, viewer: Viewer) {
  return {
    usersById: (ids: readonly number[]) => listUsersById(db, viewer, ids),
    pageMembers: (workspaceId: number, page: PageRequest) =>
      pageWorkspaceMembers(db, viewer, workspaceId, page),
    countMembers: (workspaceId: number, limit: number | null) =>
      countWorkspaceMembers(db, viewer, workspaceId, limit),
    membersOfTenants: (ids: readonly number[]) => listTenantMembers(db, viewer, ids),
    ownTokens: () => listOwnTokens(db, viewer, now()),
    pageAudit: async ({ id, role }: Workspace, page: PageRequest) => {
      assertCapability(role, viewer, 'members.manage');
      return await pageAuditEntries(db, viewer, id, page);
    },
    countAudit: ({ id }: Workspace, limit: number | null) => countAuditEntries(db, viewer, id, limit),
  };
}
