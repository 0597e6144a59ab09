import type { SignIn } from '../../core/access/access.ts';
import type { OperationType } from '../../core/runs/operation-types.ts';
import type { LiveHub } from './hub.ts';
import type { Delivery } from './watch.ts';

interface WatchDependencies {
  readonly hub: LiveHub;
}

/**
 * The run now, then after every change, in version order, until it is completed. States may be skipped for a slow
 * reader, the last one never. Rejects with NOT_FOUND when the viewer cannot see the run.
 */
export async function watchRun(
  { hub }: WatchDependencies,
  signIn: SignIn,
  runId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  return await hub.watch(signIn, { kind: 'run', id: runId });
}

/**
 * The tenant's latest attempt now, then every change, following newer attempts as they start. Never ends on its own.
 */
export async function watchTenantVerification(
  { hub }: WatchDependencies,
  signIn: SignIn,
  tenantId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  return await hub.watch(signIn, { kind: 'tenant', id: tenantId });
}

export interface WorkspaceWatch {
  readonly workspaceId: number;
  readonly tenantId: number | null;
  readonly types: readonly OperationType[] | null;
}

/**
 * The runs that are active or ended within the last minute, then every change of every run the viewer may see. Ends
 * only for a reader that leaves a thousand runs unread.
 */
export async function watchWorkspaceRuns(
  { hub }: WatchDependencies,
  signIn: SignIn,
  { workspaceId, tenantId, types }: WorkspaceWatch,
): Promise<AsyncIterableIterator<Delivery>> {
  return await hub.watch(signIn, { kind: 'workspace', id: workspaceId, tenantId, types });
}

/**
 * Delivers immediately, and then whenever the viewer's role in the workspace or on one of its tenants has changed.
 * The new role has to be read. Never ends on its own; rejects with NOT_FOUND for someone who is not a member.
 */
export async function watchAccess(
  { hub }: WatchDependencies,
  signIn: SignIn,
  workspaceId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  return await hub.watch(signIn, { kind: 'access', id: workspaceId });
}
