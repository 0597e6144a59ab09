import { eq, sql } from 'drizzle-orm';
import type { EntraIdentity } from '../../core/people/sign-in.ts';
import { appendAudit } from './audit.ts';
import type { Db, Tx } from '../engine/client.ts';
import { insertNightlyVerification } from '../schedules/schedule-writes.ts';
import { users, workspaceMemberships, workspaces } from '../tables/tenancy.ts';

/** Whom the directory's ids name, as far as they are a member of anything here. */
export async function findMemberByEntra(
  db: Db,
  { tenantId, objectId }: Pick<EntraIdentity, 'tenantId' | 'objectId'>,
): Promise<number | null> {
  const rows = await db.execute<{ id: string }>(sql`/* findMemberByEntra */
    select users.id from users
    where users.entra_tid = ${tenantId} and users.entra_oid = ${objectId}
      and exists (select from workspace_memberships member where member.user_id = users.id)`);
  return onlyId(rows);
}

/**
 * Gives the ids of the directory to the member who was let in under this name and has none yet. null when there is no such
 * member; of two sign-ins at once the second waits, and finds that there is none any longer.
 */
export async function linkMemberToEntra(
  tx: Tx,
  { tenantId, objectId }: EntraIdentity,
  userName: string,
): Promise<number | null> {
  const rows = await tx.execute<{ id: string }>(sql`/* linkMemberToEntra */
    update users set entra_tid = ${tenantId}, entra_oid = ${objectId}
    where lower(users.email) = ${userName} and users.entra_oid is null
      and exists (select from workspace_memberships member where member.user_id = users.id)
    returning users.id`);
  return onlyId(rows);
}

/** Any constant not used elsewhere will do: of several first sign-ins one makes the workspace, the others wait. */
const firstWorkspaceLock = 7_412_023;

/** Holds until the transaction ends; false when there is a workspace already. */
export async function lockFirstWorkspace(tx: Tx): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${firstWorkspaceLock})`);
  const found = await tx.select({ id: workspaces.id }).from(workspaces).limit(1);
  return found.length === 0;
}

export interface FirstWorkspace {
  readonly name: string;
  readonly slug: string;
  readonly owner: EntraIdentity & { readonly userName: string };
}

/** With its first schedule and its audit entry. Returns the owner's user id. */
export async function insertFirstWorkspace(
  tx: Tx,
  { name, slug, owner }: FirstWorkspace,
  now: Date,
): Promise<number> {
  const { tenantId: entraTid, objectId: entraOid, displayName, userName: email } = owner;
  const [workspace] = await tx
    .insert(workspaces)
    .values({ name, slug })
    .returning({ id: workspaces.id, timeZone: workspaces.timeZone });
  await tx.insert(users).values({ email, displayName }).onConflictDoNothing();
  const [user] = await tx
    .update(users)
    .set({ entraTid, entraOid })
    .where(eq(sql`lower(${users.email})`, email))
    .returning({ id: users.id });
  if (workspace === undefined || user === undefined) throw new Error('an insert returned no row');
  await insertNightlyVerification(tx, workspace, now);
  const membership = { workspaceId: workspace.id, userId: user.id, role: 'owner' } as const;
  await tx.insert(workspaceMemberships).values(membership);
  await appendAudit(tx, {
    workspaceId: workspace.id,
    actorUserId: user.id,
    action: 'workspace.founded',
    subjectType: 'workspace',
    subjectId: workspace.id,
    data: { name, entra_tid: entraTid, entra_oid: entraOid },
  });
  return user.id;
}

function onlyId(rows: readonly { readonly id: string }[]): number | null {
  const [row] = rows;
  return row === undefined ? null : Number(row.id);
}
