import { and, asc, desc, eq, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Role, Viewer } from '../../core/access/access.ts';
import type { TenantMember, WorkspaceMember } from '../../core/people/member.ts';
import type { Page, PageRequest } from '../../core/page.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db, Tx } from '../engine/client.ts';
import { countMatching, countUpTo } from '../engine/count.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { directionOf, keyOfCursor, limitOf, toPage } from '../engine/cursor.ts';
import { entitledTenants, tenantMemberships, users, workspaceMemberships } from '../tables/tenancy.ts';
import { lockWorkspace } from '../tenants/workspace-writes.ts';
import { listWorkspacesById } from '../tenants/workspaces.ts';

/**
 * The name as this workspace knows it: entering an email must not reveal the name another workspace uses for the
 * person.
 */
const shownName = (membership: SQL) =>
  sql<string>`coalesce(${membership}.display_name, ${users.displayName})`;
const nameHere = shownName(sql`${workspaceMemberships}`);
const userColumns = { id: users.id, displayName: nameHere, email: users.email };

/** By name, then id. Cursor key: [name, user id]. */
export async function pageWorkspaceMembers(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  page: PageRequest,
): Promise<Page<WorkspaceMember>> {
  const inOrder = directionOf(page) === 'forward' ? asc : desc;
  const rows = await db
    .select({
      user: userColumns,
      role: workspaceMemberships.role,
      joinedAt: workspaceMemberships.createdAt,
    })
    .from(workspaceMemberships)
    .innerJoin(users, eq(users.id, workspaceMemberships.userId))
    .where(and(isMemberOfViewersWorkspace(viewer, workspaceId), behindCursor(page)))
    .orderBy(inOrder(nameHere), inOrder(users.id))
    .limit(limitOf(page));
  return toPage(rows, page, ({ user }) => [user.displayName, user.id]);
}

const counted = { id: workspaceMemberships.id };

type Counted = Reader & { readonly ofWorkspace: number; readonly limit: number | null };

const numberOfMembers = createRead(
  'countWorkspaceMembers',
  countUpTo.columns,
  (build, { ofWorkspace, limit, ...reader }: Slots<Counted>) => {
    const matching = build
      .select(counted)
      .from(workspaceMemberships)
      .where(isMemberOfViewersWorkspace(reader, ofWorkspace));
    return countMatching(build, matching, limit);
  },
);

/** Counting stops at `limit`; null: all of them. */
export async function countWorkspaceMembers(
  db: Db,
  viewer: Viewer,
  ofWorkspace: number,
  limit: number | null = null,
): Promise<number> {
  const [row] = await numberOfMembers(db, { ...toReader(viewer), ofWorkspace, limit });
  return row?.count ?? 0;
}

/** Spelled out: a second reference to the table that the query itself reads. */
function isMemberOfViewersWorkspace(
  viewer: Reader | Slots<Reader>,
  workspaceId: number | Placeholder,
): SQL | undefined {
  return and(
    eq(workspaceMemberships.workspaceId, workspaceId),
    viewer.workspaceId === null ? undefined : eq(workspaceMemberships.workspaceId, viewer.workspaceId),
    sql`exists (select from workspace_memberships mine
      where mine.workspace_id = ${workspaceId} and mine.user_id = ${viewer.userId})`,
  );
}

function behindCursor(page: PageRequest): SQL | undefined {
  const key = keyOfCursor(page, ['text', 'integer']);
  if (key === null) return undefined;
  const isBehind = sql.raw(directionOf(page) === 'forward' ? '>' : '<');
  return sql`(${nameHere}, ${users.id}) ${isBehind} (${key[0]}, ${key[1]})`;
}

/** Everyone who is entitled to the tenants, by name. `entitled_tenants` is read twice: for the viewer and for them. */
export async function listTenantMembers(
  db: Db,
  viewer: Viewer,
  tenantIds: readonly number[],
): Promise<TenantMember[]> {
  const nameThere = shownName(sql`membership`);
  return await db
    .select({
      tenantId: sql<number>`theirs.tenant_id`.mapWith(Number),
      user: { ...userColumns, displayName: nameThere },
      role: sql<Role>`coalesce(given.role, theirs.role)`,
      effectiveRole: sql<Role>`theirs.role`,
      isGiven: sql<boolean>`given.id is not null`,
    })
    .from(entitledTenants)
    .innerJoin(sql`entitled_tenants as theirs`, sql`theirs.tenant_id = ${entitledTenants.tenantId}`)
    .innerJoin(users, sql`${users.id} = theirs.user_id`)
    .innerJoin(
      sql`workspace_memberships as membership`,
      sql`membership.workspace_id = theirs.workspace_id and membership.user_id = theirs.user_id`,
    )
    .leftJoin(
      sql`tenant_memberships as given`,
      sql`given.tenant_id = theirs.tenant_id and given.user_id = theirs.user_id`,
    )
    .where(and(viewerIs(viewer), isOneOf(entitledTenants.tenantId, tenantIds)))
    .orderBy(asc(nameThere), asc(users.id));
}

/**
 * The viewer's workspace, locked so that other changes of its members wait until the transaction ends. The role is
 * read after the lock: someone demoted while waiting acts with their new role.
 */
export async function lockWorkspaceForMembers(
  tx: Tx,
  viewer: Viewer,
  workspaceId: number,
): Promise<Workspace | null> {
  const [visible] = await listWorkspacesById(tx, viewer, [workspaceId]);
  if (visible === undefined) return null;
  await lockWorkspace(tx, workspaceId);
  return (await listWorkspacesById(tx, viewer, [workspaceId]))[0] ?? null;
}

export type MemberChoice = { readonly userId: number } | { readonly email: string };

export async function findWorkspaceMember(
  db: Db,
  workspaceId: number,
  choice: MemberChoice,
): Promise<{ userId: number; role: Role } | null> {
  const [member] = await db
    .select({ userId: workspaceMemberships.userId, role: workspaceMemberships.role })
    .from(workspaceMemberships)
    .innerJoin(users, eq(users.id, workspaceMemberships.userId))
    .where(
      and(
        eq(workspaceMemberships.workspaceId, workspaceId),
        'userId' in choice
          ? eq(users.id, choice.userId)
          : eq(sql`lower(${users.email})`, choice.email.toLowerCase()),
      ),
    );
  return member ?? null;
}

/**
 * The user with this email, created if there is none; an existing user keeps their name. Safe under concurrent calls.
 */
export async function ensureUser(
  tx: Tx,
  { email, displayName }: { readonly email: string; readonly displayName: string },
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const made = await tx
    .insert(users)
    .values({ email, displayName })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (made[0] !== undefined) return { id: made[0].id, isNew: true };
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  if (user === undefined) throw new Error('a user that was just made cannot be read');
  return { id: user.id, isNew: false };
}

export async function insertWorkspaceMember(
  tx: Tx,
  member: {
    readonly workspaceId: number;
    readonly userId: number;
    readonly role: Role;
    readonly displayName: string | null;
  },
): Promise<void> {
  await tx.insert(workspaceMemberships).values(member);
}

export async function updateWorkspaceRole(
  tx: Tx,
  { workspaceId, userId, role }: { workspaceId: number; userId: number; role: Role },
): Promise<void> {
  await tx.update(workspaceMemberships).set({ role }).where(isMembership(workspaceId, userId));
}

/** Triggers remove what depends on it: memberships of the workspace's tenants, and API tokens for it. */
export async function deleteWorkspaceMember(tx: Tx, workspaceId: number, userId: number): Promise<void> {
  await tx.delete(workspaceMemberships).where(isMembership(workspaceId, userId));
}

export async function updateCurrentTenant(
  tx: Tx,
  { workspaceId, userId, tenantId }: { workspaceId: number; userId: number; tenantId: number },
): Promise<void> {
  await tx
    .update(workspaceMemberships)
    .set({ currentTenantId: tenantId })
    .where(isMembership(workspaceId, userId));
}

function isMembership(workspaceId: number, userId: number): SQL | undefined {
  return and(eq(workspaceMemberships.workspaceId, workspaceId), eq(workspaceMemberships.userId, userId));
}

/** The role given on the tenant, whatever the one in the workspace is. */
export async function findTenantRole(db: Db, tenantId: number, userId: number): Promise<Role | null> {
  const [given] = await db
    .select({ role: tenantMemberships.role })
    .from(tenantMemberships)
    .where(isTenantMembership(tenantId, userId));
  return given?.role ?? null;
}

export async function upsertTenantMember(
  tx: Tx,
  member: { readonly tenantId: number; readonly userId: number; readonly role: Role },
): Promise<void> {
  await tx
    .insert(tenantMemberships)
    .values(member)
    .onConflictDoUpdate({
      target: [tenantMemberships.tenantId, tenantMemberships.userId],
      set: { role: member.role },
    });
}

export async function deleteTenantMember(tx: Tx, tenantId: number, userId: number): Promise<void> {
  await tx.delete(tenantMemberships).where(isTenantMembership(tenantId, userId));
}

function isTenantMembership(tenantId: number, userId: number): SQL | undefined {
  return and(eq(tenantMemberships.tenantId, tenantId), eq(tenantMemberships.userId, userId));
}
