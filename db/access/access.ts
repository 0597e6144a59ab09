import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { SignIn, Viewer } from '../../core/access/access.ts';
import type { Db } from '../engine/client.ts';
import { createRead, type Slots } from '../engine/read.ts';
import { apiTokens, userSessions } from '../tables/identity.ts';
import { entitledTenants, workspaceMemberships } from '../tables/tenancy.ts';

/** The viewer whose rows are read, or the placeholders for one in a statement that is written once. */
export type Reader = Pick<Viewer, 'userId' | 'workspaceId'>;
type ReaderSlots = Reader | Slots<Reader>;

export const toReader = ({ userId, workspaceId }: Viewer): Reader => ({ userId, workspaceId });

/** Joins a query to the tenants the viewer is entitled to: the only way a tenant's rows reach a viewer. */
export function viewerIs(viewer: ReaderSlots): SQL | undefined {
  return and(
    eq(entitledTenants.userId, viewer.userId),
    viewer.workspaceId === null ? undefined : eq(entitledTenants.workspaceId, viewer.workspaceId),
  );
}

/** The same for rows that belong to a workspace but not to a tenant. */
export function memberIs(viewer: ReaderSlots): SQL | undefined {
  return and(
    eq(workspaceMemberships.userId, viewer.userId),
    viewer.workspaceId === null ? undefined : eq(workspaceMemberships.workspaceId, viewer.workspaceId),
  );
}

/** At most once a minute per token, so that a busy script does not turn every read into a write. */
const touchAfterMs = 60_000;

const tokenColumns = {
  id: apiTokens.id,
  userId: apiTokens.userId,
  workspaceId: apiTokens.workspaceId,
  scopes: apiTokens.scopes,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
};

const signInsByToken = createRead(
  'findSignInByToken',
  tokenColumns,
  (build, { tokenHash, now }: Slots<{ tokenHash: Buffer; now: Date }>) =>
    build
      .select(tokenColumns)
      .from(apiTokens)
      .where(
        and(
          eq(apiTokens.tokenHash, tokenHash),
          isNull(apiTokens.revokedAt),
          or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)),
        ),
      ),
);

/** null for a token that is unknown, revoked or expired: from outside, the three look the same. */
export async function findSignInByToken(db: Db, tokenHash: Buffer, now: Date): Promise<SignIn | null> {
  const [row] = await signInsByToken(db, { tokenHash, now });
  if (row === undefined) return null;
  const { id, userId, workspaceId, scopes, expiresAt, lastUsedAt } = row;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= touchAfterMs)
    await touchToken(db, id, now);
  return { kind: 'token', id, expiresAt, viewer: { userId, workspaceId, scopes } };
}

const sessionColumns = {
  id: userSessions.id,
  userId: userSessions.userId,
  expiresAt: userSessions.expiresAt,
};

const signInsBySession = createRead(
  'findSignInBySession',
  sessionColumns,
  (build, { tokenHash, now }: Slots<{ tokenHash: Buffer; now: Date }>) =>
    build
      .select(sessionColumns)
      .from(userSessions)
      .where(and(eq(userSessions.tokenHash, tokenHash), gt(userSessions.expiresAt, now))),
);

export async function findSignInBySession(db: Db, tokenHash: Buffer, now: Date): Promise<SignIn | null> {
  const [row] = await signInsBySession(db, { tokenHash, now });
  if (row === undefined) return null;
  const { id, userId, expiresAt } = row;
  return { kind: 'session', id, expiresAt, viewer: { userId, workspaceId: null, scopes: null } };
}

async function touchToken(db: Db, tokenId: number, now: Date): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, tokenId));
}

export async function insertSession(
  db: Db,
  session: { readonly userId: number; readonly tokenHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await db.insert(userSessions).values(session);
}

/** Safe to repeat, even concurrently. */
export async function ensureSession(db: Db, session: Parameters<typeof insertSession>[1]): Promise<void> {
  await db.insert(userSessions).values(session).onConflictDoNothing();
}

/**
 * One user's expired sessions, so that no one else waits for the sweep. The table's trigger is told the time, or it
 * would take each deletion for a sign-out.
 */
export async function deleteExpiredSessions(db: Db, userId: number, now: Date): Promise<void> {
  const time = now.toISOString();
  await db.execute(sql`/* deleteExpiredSessions */
    with told as materialized (select set_config('tenantatlas.time', ${time}, true))
    delete from ${userSessions} using told
    where ${userSessions.userId} = ${userId} and ${userSessions.expiresAt} <= ${time}::timestamptz`);
}

/** Safe to repeat. Open subscriptions of the session end through the table's trigger. */
export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.delete(userSessions).where(eq(userSessions.tokenHash, tokenHash));
}
