import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../engine/client.ts';
import { signInAttempts } from '../tables/identity.ts';

export interface NewSignInAttempt {
  readonly secretHash: Buffer;
  /** A path of this site. */
  readonly returnTo: string;
  readonly expiresAt: Date;
}

/** Each new attempt deletes expired ones, so that the table never holds more than ten minutes' worth. */
export async function insertSignInAttempt(db: Db, attempt: NewSignInAttempt, now: Date): Promise<void> {
  await db.delete(signInAttempts).where(lte(signInAttempts.expiresAt, now));
  await db.insert(signInAttempts).values(attempt);
}

/** If two take the same attempt concurrently, only one gets it. */
export async function takeSignInAttempt(db: Db, secretHash: Buffer, now: Date): Promise<string | null> {
  const [taken] = await db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.secretHash, secretHash), gt(signInAttempts.expiresAt, now)))
    .returning({ returnTo: signInAttempts.returnTo });
  return taken?.returnTo ?? null;
}
