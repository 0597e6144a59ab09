import type { SignIn } from '../../core/access/access.ts';
import type { LiveHub } from './hub.ts';
import type { Delivery } from './watch.ts';

/**
 * Delivers at once, and then whenever the viewer's role in the workspace or on one of its tenants has become another.
 * What it is now has to be read. Never ends by itself; rejects with NOT_FOUND for who is not a member.
 */
export async function watchAccess(
  hub: LiveHub,
  signIn: SignIn,
  workspaceId: number,
): Promise<AsyncIterableIterator<Delivery>> {
  return await hub.watch(signIn, { kind: 'access', id: workspaceId });
}
