import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../engine/client.ts';
import { signInAttempts } from '../tables/identity.ts';

export interface NewSignInAttempt {
  readonly secretHash: Buffer;
  /** A path of this site. */
  readonly returnTo: string;
  readonly expiresAt: Date;
}

/** Whoever begins sweeps up behind those who never came back, so that the table stays as small as ten minutes are short. */
export async function insertSignInAttempt(db: Db, attempt: NewSignInAttempt, now: Date): Promise<void> {
  await db.delete(signInAttempts).where(lte(signInAttempts.expiresAt, now));
  await db.insert(signInAttempts).values(attempt);
}

/** Of two that take the same attempt at once, one gets it. */
export async function takeSignInAttempt(db: Db, secretHash: Buffer, now: Date): Promise<string | null> {
  const [taken] = await db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.secretHash, secretHash), gt(signInAttempts.expiresAt, now)))
    .returning({ returnTo: signInAttempts.returnTo });
  return taken?.returnTo ?? null;
}
