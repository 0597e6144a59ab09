import type { Db } from '../../db/engine/client.ts';
import { findUserByEmail } from '../../db/tenants/workspaces.ts';
import { startSession, type StartedSession } from './start-session.ts';

export interface DemoSignIn {
  readonly email: string;
  readonly replaces: string | null;
  readonly now: Date;
}

/** The demo's sign-in: anyone in the list may be chosen, without any proof. null if there is no such person. */
export async function signInDemo(
  db: Db,
  { email, replaces, now }: DemoSignIn,
): Promise<StartedSession | null> {
  const user = await findUserByEmail(db, email);
  return user && (await startSession(db, { userId: user.id, replaces, now }));
}
