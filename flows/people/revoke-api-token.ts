import { capabilities, capabilitiesOf, type Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { notFound } from '../../core/fault.ts';
import type { ApiToken } from '../../core/people/member.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { findToken, revokeToken } from '../../db/people/tokens.ts';
import { listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { assertMayGrant } from './assert-may-grant.ts';

/**
 * Ends a token immediately: requests with it are refused, subscriptions opened with it end, and tokens it created are
 * revoked too. People revoke their own, workspace owners everyone's. A token cannot revoke one that may do more than
 * itself. Safe to repeat.
 */
export async function revokeApiToken(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  id: number,
): Promise<ApiToken> {
  return await database.transaction(async (tx) => {
    const token = await findToken(tx, id, now());
    if (token === null || !(await mayKnowOf(tx, viewer, token))) throw notFound();
    if (viewer.scopes !== null) assertMayGrant('owner', viewer, token.scopes ?? capabilities);
    const revoked = await revokeToken(tx, id, now());
    if (revoked === null) return (await findToken(tx, id, now())) ?? token;
    await appendAudit(tx, {
      workspaceId: token.workspaceId,
      actorUserId: viewer.userId,
      action: 'api_token.revoked',
      subjectType: 'api_token',
      subjectId: id,
      data: { name: token.name, user_id: token.userId },
    });
    return revoked;
  });
}

async function mayKnowOf(tx: Tx, viewer: Viewer, { userId, workspaceId }: ApiToken): Promise<boolean> {
  if (viewer.workspaceId !== null && viewer.workspaceId !== workspaceId) return false;
  if (userId === viewer.userId) return true;
  const [workspace] = await listWorkspacesById(tx, viewer, [workspaceId]);
  return workspace !== undefined && capabilitiesOf(workspace.role, viewer.scopes).includes('members.manage');
}
