import type { Capability, Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import type { Tx } from '../../db/engine/client.ts';
import { listWorkspacesById } from '../../db/tenants/workspaces.ts';
import { assertCapability } from './assert-capability.ts';

/** The viewer's workspace, where they hold the capability. NOT_FOUND before FORBIDDEN: a stranger learns nothing. */
export async function workspaceFor(
  tx: Tx,
  viewer: Viewer,
  id: number,
  capability: Capability,
): Promise<Workspace> {
  const [workspace] = await listWorkspacesById(tx, viewer, [id]);
  if (workspace === undefined) throw notFound();
  assertCapability(workspace.role, viewer, capability);
  return workspace;
}
