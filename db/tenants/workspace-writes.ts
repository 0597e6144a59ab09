import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../engine/client.ts';
import { workspaceMemberships, workspaces } from '../tables/tenancy.ts';

/** Until the transaction ends no other one of the same person counts their workspaces. */
export async function lockFounder(tx: Tx, userId: number): Promise<void> {
  await tx.execute(sql`/* lockFounder */ select from users where id = ${userId} for no key update`);
}

/** Until the transaction ends, other changes of who and what the workspace has wait. */
export async function lockWorkspace(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`/* lockWorkspace */ select from workspaces where id = ${id} for no key update`);
}

/** With its first owner. Returns its id. */
export async function insertWorkspace(
  tx: Tx,
  { name, slug, ownerUserId }: { readonly name: string; readonly slug: string; readonly ownerUserId: number },
): Promise<number> {
  const [workspace] = await tx.insert(workspaces).values({ name, slug }).returning({ id: workspaces.id });
  if (workspace === undefined) throw new Error('an insert returned no row');
  await tx
    .insert(workspaceMemberships)
    .values({ workspaceId: workspace.id, userId: ownerUserId, role: 'owner' });
  return workspace.id;
}

/** What is undefined stays as it is. */
export async function updateWorkspaceRow(
  tx: Tx,
  id: number,
  changes: { readonly name?: string | undefined; readonly timeZone?: string | undefined },
): Promise<void> {
  await tx.update(workspaces).set(changes).where(eq(workspaces.id, id));
}
