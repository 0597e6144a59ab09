import { deleteExpiredSessions, deleteSession, insertSession } from '../../db/access/access.ts';
import type { Db } from '../../db/engine/client.ts';
import { createBearerSecret, digestOf } from '../access/bearer-secret.ts';

/** A working day: people sign in once a day. */
const sessionHours = 12;

export interface StartedSession {
  /** For the cookie; only its digest is stored. */
  readonly secret: string;
  readonly expiresAt: Date;
}

export interface SessionRequest {
  readonly userId: number;
  /** The browser's previous session, which ends: after sign-in, no older secret is worth anything. */
  readonly replaces: string | null;
  readonly now: Date;
}

/** A new secret every time, so a session that was fixed beforehand is worth nothing. */
export async function startSession(
  db: Db,
  { userId, replaces, now }: SessionRequest,
): Promise<StartedSession> {
  if (replaces !== null) await deleteSession(db, digestOf(replaces));
  await deleteExpiredSessions(db, userId, now);
  const secret = createBearerSecret('');
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await insertSession(db, { userId, tokenHash: digestOf(secret), expiresAt });
  return { secret, expiresAt };
}
