import type { PageRequest } from '../../core/page.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { countAuditEntries, pageAuditEntries } from '../../db/people/audit.ts';
import { countWorkspaceMembers, listTenantMembers, pageWorkspaceMembers } from '../../db/people/members.ts';
import { listOwnTokens } from '../../db/people/tokens.ts';
import { listColleaguesById, listUsersById } from '../../db/tenants/workspaces.ts';
import { assertCapability } from '../access/assert-capability.ts';
import type { ReadFor } from '../access/view-source.ts';

/** The part of a View (../view.ts) that shows members, users, tokens and the audit log. */
export const peopleReads = {
  usersById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listUsersById(db, viewer, ids),
  colleaguesById: ({ db, viewer }: ReadFor, ids: readonly number[]) => listColleaguesById(db, viewer, ids),
  pageMembers: ({ db, viewer }: ReadFor, workspaceId: number, page: PageRequest) =>
    pageWorkspaceMembers(db, viewer, workspaceId, page),
  countMembers: ({ db, viewer }: ReadFor, workspaceId: number, limit: number | null) =>
    countWorkspaceMembers(db, viewer, workspaceId, limit),
  membersOfTenants: ({ db, viewer }: ReadFor, ids: readonly number[]) => listTenantMembers(db, viewer, ids),
  ownTokens: ({ db, viewer, now }: ReadFor) => listOwnTokens(db, viewer, now()),
  ownTokensById: async ({ db, viewer, now }: ReadFor, ids: readonly number[]) =>
    (await listOwnTokens(db, viewer, now())).filter(({ id }) => ids.includes(id)),
  pageAudit: async ({ db, viewer }: ReadFor, { id, role }: Workspace, page: PageRequest) => {
    assertCapability(role, viewer, 'members.manage');
    return await pageAuditEntries(db, viewer, id, page);
  },
  countAudit: ({ db, viewer }: ReadFor, { id }: Workspace, limit: number | null) =>
    countAuditEntries(db, viewer, id, limit),
};
