import { randomBytes } from 'node:crypto';
import type { Viewer } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import { toSlug, whyNoWorkspace, type WorkspaceCreators } from '../../core/tenants/founding.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { insertNightlyVerification } from '../../db/schedules/schedule-writes.ts';
import { insertWorkspace, lockFounder } from '../../db/tenants/workspace-writes.ts';
import { listWorkspaces } from '../../db/tenants/workspaces.ts';

export interface FoundingDependencies {
  readonly database: Database;
  /** The operator's setting. */
  readonly workspaceCreators: WorkspaceCreators;
  readonly now: () => Date;
}

/** 16 million endings for one name: two workspaces of one name do not meet. */
const slugEndingBytes = 3;

/** A workspace of the viewer's own. Throws FORBIDDEN for whom the operator does not let make one. */
export async function createWorkspace(
  { database, workspaceCreators, now }: FoundingDependencies,
  viewer: Viewer,
  { name }: { readonly name: string },
): Promise<number> {
  const slug = toSlug(name, randomBytes(slugEndingBytes).toString('hex'));
  return await database.transaction(async (tx) => {
    await lockFounder(tx, viewer.userId);
    const refusal = whyNoWorkspace(workspaceCreators, viewer, await listWorkspaces(tx, viewer));
    if (refusal !== null) throw new Fault('FORBIDDEN', refusal);
    const workspaceId = await insertWorkspace(tx, { name, slug, ownerUserId: viewer.userId });
    await insertNightlyVerification(tx, { id: workspaceId, timeZone: 'UTC' }, now());
    await appendAudit(tx, {
      workspaceId,
      actorUserId: viewer.userId,
      action: 'workspace.founded',
      subjectType: 'workspace',
      subjectId: workspaceId,
      data: { name, slug },
    });
    return workspaceId;
  });
}
