import { insertSession } from '../db/access.ts';
import type { Db } from '../db/client.ts';
import { findUserByEmail } from '../db/workspaces.ts';
import { createBearerSecret, digestOf } from './bearer-secret.ts';

/** A working day: people sign in once a day. */
export const sessionHours = 12;

export interface StartedSession {
  /** For the cookie; only its digest is stored. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/**
 * The demo's sign-in: whoever is listed may be chosen, there is nothing to prove. A fresh secret every time, so a
 * session fixed beforehand is worth nothing. null when there is no such person.
 */
export async function signInDemo(db: Db, email: string, now: Date): Promise<StartedSession | null> {
  const user = await findUserByEmail(db, email);
  if (user === null) return null;
  const secret = createBearerSecret('');
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await insertSession(db, { userId: user.id, tokenHash: digestOf(secret), expiresAt });
  return { secret, expiresAt };
}
