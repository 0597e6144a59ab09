import { eq, sql } from 'drizzle-orm';
import type { EntraIdentity } from '../../core/people/sign-in.ts';
import { appendAudit } from './audit.ts';
import type { Db, Tx } from '../engine/client.ts';
import { insertNightlyVerification } from '../schedules/schedule-writes.ts';
import { users, workspaceMemberships, workspaces } from '../tables/tenancy.ts';

/** The user with these directory ids, if they are a member of anything here. */
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
 * Links the directory's ids to the member who was added under this name and has none yet. null if there is no such
 * member; of two concurrent sign-ins, the second waits and then finds none.
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

/**
 * Any constant not used elsewhere will do: of several first sign-ins, one creates the workspace and the others wait.
 */
const firstWorkspaceLock = 7_412_023;

/** Held until the transaction ends; false if there already is a workspace. */
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
