import { and, asc, eq, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Viewer } from '../../core/access/access.ts';
import type { TenantStatus } from '../../core/tenants/tenant.ts';
import type { User, VerificationOverview, Workspace } from '../../core/tenants/workspace.ts';
import type { Verdict } from '../../core/runs/verdict.ts';
import { memberIs, toReader, viewerIs, type Reader } from '../access/access.ts';
import type { Db } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { tenantStanding } from '../tables/standing.ts';
import { entitledTenants, users, workspaceMemberships, workspaces } from '../tables/tenancy.ts';

const workspaceColumns = {
  id: workspaces.id,
  name: workspaces.name,
  slug: workspaces.slug,
  role: workspaceMemberships.role,
  timeZone: workspaces.timeZone,
  frozenUntil: workspaces.frozenUntil,
  frozenReason: workspaces.frozenReason,
  frozenByUserId: workspaces.frozenByUserId,
  accessEpoch: workspaces.accessEpoch,
};

const workspacesOfReader = createRead('listWorkspaces', workspaceColumns, (build, reader: Slots<Reader>) =>
  build
    .select(workspaceColumns)
    .from(workspaces)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, workspaces.id))
    .where(memberIs(reader))
    .orderBy(asc(workspaces.name), asc(workspaces.id)),
);

export async function listWorkspaces(db: Db, viewer: Viewer): Promise<Workspace[]> {
  return await workspacesOfReader(db, toReader(viewer));
}

const workspacesById = createRead(
  'listWorkspacesById',
  workspaceColumns,
  (build, { ids, ...reader }: Slots<Reader & { readonly ids: readonly number[] }>) =>
    build
      .select(workspaceColumns)
      .from(workspaces)
      .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, workspaces.id))
      .where(and(memberIs(reader), isOneOf(workspaces.id, ids))),
);

export async function listWorkspacesById(
  db: Db,
  viewer: Viewer,
  ids: readonly number[],
): Promise<Workspace[]> {
  return await workspacesById(db, { ...toReader(viewer), ids });
}

const userColumns = { id: users.id, displayName: users.displayName, email: users.email };

/**
 * People the viewer can come across: their colleagues, and anyone who ever acted or started a run in one of their
 * workspaces, so that history keeps its names after someone has left. Only for ids that the viewer has seen: it also
 * finds who started a run that the viewer cannot see.
 */
export async function listUsersById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<User[]> {
  const mine = workspacesOf(viewer);
  const acted = sql`exists (select from operation_runs r where r.initiator_user_id = users.id and r.workspace_id in ${mine})
    or exists (select from audit_entries a where a.actor_user_id = users.id and a.workspace_id in ${mine})`;
  return await namesOf(db, viewer, and(isOneOf(users.id, ids), sql`(${isColleague(viewer)} or ${acted})`));
}

/** The viewer and the members of their workspaces: those they may look up by any id. */
export async function listColleaguesById(db: Db, viewer: Viewer, ids: readonly number[]): Promise<User[]> {
  return await namesOf(db, viewer, and(isOneOf(users.id, ids), sql`(${isColleague(viewer)})`));
}

function workspacesOf({ userId, workspaceId }: Viewer): SQL {
  return sql`(select mine.workspace_id from workspace_memberships mine where mine.user_id = ${userId}
    ${workspaceId === null ? sql`` : sql`and mine.workspace_id = ${workspaceId}`})`;
}

function isColleague(viewer: Viewer): SQL {
  return sql`users.id = ${viewer.userId} or exists (select from workspace_memberships m
    where m.user_id = users.id and m.workspace_id in ${workspacesOf(viewer)})`;
}

async function namesOf(db: Db, viewer: Viewer, isKnown: SQL | undefined): Promise<User[]> {
  // A name given by one workspace is not shown in another; a viewer who shares several sees that of the oldest
  // membership.
  const displayName = sql<string>`coalesce((select m.display_name from workspace_memberships m
    where m.user_id = users.id and m.workspace_id in ${workspacesOf(viewer)} order by m.id limit 1), users.display_name)`;
  return await db
    .select({ ...userColumns, displayName })
    .from(users)
    .where(isKnown);
}

export async function findUserByEmail(db: Db, email: string): Promise<User | null> {
  const [user] = await db
    .select(userColumns)
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.toLowerCase()));
  return user ?? null;
}

export async function listWorkspacesOfUser(db: Db, userId: number): Promise<{ id: number; slug: string }[]> {
  return await db
    .select({ id: workspaces.id, slug: workspaces.slug })
    .from(workspaces)
    .innerJoin(workspaceMemberships, eq(workspaceMemberships.workspaceId, workspaces.id))
    .where(eq(workspaceMemberships.userId, userId))
    .orderBy(asc(workspaces.id));
}

export async function getWorkspaceSlug(db: Db, id: number): Promise<string> {
  const [workspace] = await db
    .select({ slug: workspaces.slug })
    .from(workspaces)
    .where(eq(workspaces.id, id));
  if (workspace === undefined) throw new Error(`workspace ${id} is gone`);
  return workspace.slug;
}

const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
const stands = (verdict: Verdict) => count(sql`${tenantStanding.overall} = ${sql.raw(`'${verdict}'`)}`);

const overviewColumns = {
  ready: stands('ready'),
  needsAttention: stands('needs_attention'),
  blocked: stands('blocked'),
  running: count(sql`${tenantStanding.underWayRunId} is not null`),
  neverVerified: count(sql`${tenantStanding.overall} is null`),
  total: sql<number>`count(*)`.mapWith(Number),
};

type Overseen = Reader & { readonly ofWorkspace: number; readonly status: readonly TenantStatus[] | null };

const overviews = createRead(
  'getVerificationOverview',
  overviewColumns,
  (build, { ofWorkspace, status, ...reader }: Slots<Overseen>) =>
    build
      .select(overviewColumns)
      .from(entitledTenants)
      .innerJoin(tenantStanding, eq(tenantStanding.tenantId, entitledTenants.tenantId))
      .where(and(viewerIs(reader), eq(entitledTenants.workspaceId, ofWorkspace), hasStatus(status))),
);

/** Reads a row for each entitled tenant and no run. A null `status` means any. */
export async function getVerificationOverview(
  db: Db,
  viewer: Viewer,
  workspaceId: number,
  status: readonly TenantStatus[] | null,
): Promise<VerificationOverview> {
  const [row] = await overviews(db, { ...toReader(viewer), ofWorkspace: workspaceId, status });
  if (row === undefined) throw new Error('an aggregate returned no row');
  return row;
}

function hasStatus(status: Placeholder | null): SQL | undefined {
  if (status === null) return undefined;
  return sql`exists (select from tenants t where t.id = ${entitledTenants.tenantId} and ${isOneOf(sql`t.status`, status)})`;
}
