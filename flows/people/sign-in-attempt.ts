import { createHmac } from 'node:crypto';
import type { Db } from '../../db/engine/client.ts';
import { insertSignInAttempt, takeSignInAttempt } from '../../db/people/sign-in-attempts.ts';
import { createBearerSecret, digestOf } from '../access/bearer-secret.ts';

/** Time for a password, a second factor and finding one's phone. */
const attemptMinutes = 10;

/**
 * One trip to Microsoft and back. Its secret lives in a cookie of the browser that started it, and everything else
 * derives from it, so the table only stores its digest: it can be used once, by that browser, for ten minutes.
 */
export interface SignInAttempt {
  readonly secret: string;
  /** Comes back in the URL: someone who cannot send it has not started this attempt. */
  readonly state: string;
  /** Comes back inside the ID token, which ties the token to the attempt. */
  readonly nonce: string;
  /** Proves to Microsoft that whoever redeems the code has requested it. */
  readonly codeVerifier: string;
}

export interface BegunAttempt extends SignInAttempt {
  readonly expiresAt: Date;
}

export async function beginSignIn(db: Db, returnTo: string, now: Date): Promise<BegunAttempt> {
  const secret = createBearerSecret('');
  const expiresAt = new Date(now.getTime() + attemptMinutes * 60_000);
  await insertSignInAttempt(db, { secretHash: digestOf(secret), returnTo, expiresAt }, now);
  return { ...attemptOf(secret), expiresAt };
}

/** Where the attempt wanted to go, for the first use in time; null after that. */
export async function takeSignIn(db: Db, { secret }: SignInAttempt, now: Date): Promise<string | null> {
  return await takeSignInAttempt(db, digestOf(secret), now);
}

/** One-way: neither state nor nonce, which travel in URLs and tokens, reveals the verifier or the secret. */
export function attemptOf(secret: string): SignInAttempt {
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  return {
    secret,
    state: derive('state'),
    nonce: derive('nonce'),
    codeVerifier: derive('code verifier'),
  };
}
