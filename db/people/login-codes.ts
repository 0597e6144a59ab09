import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../engine/client.ts';
import { loginCodes } from '../tables/identity.ts';

export interface LoginCode {
  readonly challenge: Buffer;
  readonly userId: number;
  readonly workspaceId: number;
  readonly name: string;
}

/** Each new code deletes expired ones, so that the table never holds more than a minute's worth. */
export async function insertLoginCode(
  db: Db,
  code: LoginCode & { readonly codeHash: Buffer; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.delete(loginCodes).where(lte(loginCodes.expiresAt, now));
  await db.insert(loginCodes).values(code);
}

/** If two take the same code concurrently, only one gets it. */
export async function takeLoginCode(db: Db, codeHash: Buffer, now: Date): Promise<LoginCode | null> {
  const { challenge, userId, workspaceId, name } = loginCodes;
  const [taken] = await db
    .delete(loginCodes)
    .where(and(eq(loginCodes.codeHash, codeHash), gt(loginCodes.expiresAt, now)))
    .returning({ challenge, userId, workspaceId, name });
  return taken ?? null;
}
