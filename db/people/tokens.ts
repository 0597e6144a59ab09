import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Capability, Viewer } from '../../core/access/access.ts';
import type { ApiToken, ApiTokenStatus } from '../../core/people/member.ts';
import type { Db, Tx } from '../engine/client.ts';
import { apiTokens } from '../tables/identity.ts';

const tokenColumns = {
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
  // By the database's clock, which also decides whether a token is let in.
  status: sql<ApiTokenStatus>`case
    when ${apiTokens.revokedAt} is not null then 'revoked'
    when ${apiTokens.expiresAt} <= now() then 'expired'
    else 'active' end`,
};

/** The viewer's own, newest first, also those that were revoked or ran out; a token sees those of its workspace only. */
export async function listOwnTokens(db: Db, { userId, workspaceId }: Viewer): Promise<ApiToken[]> {
  return await db
    .select(tokenColumns)
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.userId, userId),
        workspaceId === null ? undefined : eq(apiTokens.workspaceId, workspaceId),
      ),
    )
    .orderBy(desc(apiTokens.id));
}

export interface NewApiToken {
  readonly userId: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly prefix: string;
  readonly scopes: readonly Capability[] | null;
  readonly expiresAt: Date | null;
  /** null: made by a person, or by whoever operates the program. */
  readonly createdByTokenId: number | null;
}

export async function insertApiToken(tx: Tx, token: NewApiToken): Promise<ApiToken> {
  const [inserted] = await tx.insert(apiTokens).values(token).returning(tokenColumns);
  if (inserted === undefined) throw new Error('insert into api_tokens returned no row');
  return inserted;
}

/** Whoever would revoke the token waits, so what it makes meanwhile is there to be revoked with it. */
export async function holdLiveToken(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx
    .select({ id: apiTokens.id })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.id, id),
        isNull(apiTokens.revokedAt),
        or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, sql`now()`)),
      ),
    )
    .for('share');
  return rows.length === 1;
}

/** Not scoped to a viewer: the caller decides whose tokens may be looked for. */
export async function findToken(db: Db, id: number): Promise<ApiToken | null> {
  const [token] = await db.select(tokenColumns).from(apiTokens).where(eq(apiTokens.id, id));
  return token ?? null;
}

/** null when it was revoked already. Tokens it has made and open subscriptions end with it (triggers). */
export async function revokeToken(tx: Tx, id: number): Promise<ApiToken | null> {
  const [revoked] = await tx
    .update(apiTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning(tokenColumns);
  return revoked ?? null;
}
