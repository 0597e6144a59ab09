import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Capability, Viewer } from '../../core/access/access.ts';
import type { ApiToken } from '../../core/people/member.ts';
import type { Db, Tx } from '../engine/client.ts';
import { apiTokens } from '../tables/identity.ts';

const columns = {
  id: apiTokens.id,
  userId: apiTokens.userId,
  workspaceId: apiTokens.workspaceId,
  name: apiTokens.name,
  prefix: apiTokens.prefix,
  scopes: apiTokens.scopes,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
  revokedAt: apiTokens.revokedAt,
  createdAt: apiTokens.createdAt,
};

function toToken(row: Omit<ApiToken, 'status'>, now: Date): ApiToken {
  if (row.revokedAt !== null) return { ...row, status: 'revoked' };
  return { ...row, status: row.expiresAt !== null && row.expiresAt <= now ? 'expired' : 'active' };
}

/** The viewer's own, newest first, including revoked and expired ones; a token sees only those of its workspace. */
export async function listOwnTokens(db: Db, { userId, workspaceId }: Viewer, now: Date): Promise<ApiToken[]> {
  const rows = await db
    .select(columns)
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.userId, userId),
        workspaceId === null ? undefined : eq(apiTokens.workspaceId, workspaceId),
      ),
    )
    .orderBy(desc(apiTokens.id));
  return rows.map((row) => toToken(row, now));
}

export interface NewApiToken {
  readonly userId: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly prefix: string;
  readonly scopes: readonly Capability[] | null;
  readonly expiresAt: Date | null;
  /** null: created by a person, or by the program's operator. */
  readonly createdByTokenId: number | null;
}

export async function insertApiToken(tx: Tx, token: NewApiToken, now: Date): Promise<ApiToken> {
  const [inserted] = await tx
    .insert(apiTokens)
    .values({ ...token, createdAt: now })
    .returning(columns);
  if (inserted === undefined) throw new Error('insert into api_tokens returned no row');
  return toToken(inserted, now);
}

/** Revoking the token waits for this, so a token created in the meantime is there to be revoked with it. */
export async function holdLiveToken(tx: Tx, id: number, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: apiTokens.id })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.id, id),
        isNull(apiTokens.revokedAt),
        or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)),
      ),
    )
    .for('share');
  return rows.length === 1;
}

/** Not scoped to a viewer: the caller decides whose tokens may be looked up. */
export async function findToken(db: Db, id: number, now: Date): Promise<ApiToken | null> {
  const [token] = await db.select(columns).from(apiTokens).where(eq(apiTokens.id, id));
  return token === undefined ? null : toToken(token, now);
}

/** null if it was already revoked. Tokens it created and open subscriptions end with it (triggers). */
export async function revokeToken(tx: Tx, id: number, now: Date): Promise<ApiToken | null> {
  const [revoked] = await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning(columns);
  return revoked === undefined ? null : toToken(revoked, now);
}
