import type { IncomingHttpHeaders } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { SignIn } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { unauthenticated } from '../../core/fault.ts';
import { findSignInBySession, findSignInByToken } from '../../db/access/access.ts';
import type { Db } from '../../db/engine/client.ts';
import { digestOf } from '../../flows/access/bearer-secret.ts';
import { admitEntraToken } from '../../flows/people/sign-in-entra.ts';
import type { Entra } from './entra.ts';

export interface AuthenticateDependencies {
  readonly db: Db;
  /** null: access tokens of Entra are not accepted. */
  readonly entra: Entra | null;
  readonly sessionCookie: string;
  readonly now: Clock;
}

/**
 * Who is calling: a token in `Authorization`, else the session cookie. null without either; UNAUTHENTICATED for
 * credentials that are there and not valid, because whoever sends them believes to be someone.
 */
export async function authenticate(
  dependencies: AuthenticateDependencies,
  headers: IncomingHttpHeaders,
): Promise<SignIn | null> {
  if (headers.authorization !== undefined)
    return await authenticateBearer(dependencies, headers.authorization);
  const secret =
    headers.cookie === undefined
      ? undefined
      : fastifyCookie.parse(headers.cookie)[dependencies.sessionCookie];
  if (secret === undefined || secret === '') return null;
  const signIn = await findSignInBySession(dependencies.db, digestOf(secret), dependencies.now());
  if (signIn === null) throw unauthenticated('The session has ended. Sign in again.');
  return signIn;
}

/** Three parts in base64url. Entra's are 2 to 4 KB; Node takes no header above 16 KB. */
const jwtPattern = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i;

/** Its shape tells whose a token is: ours begin with `ta_` and hold no full stop. */
export async function authenticateBearer(
  { db, entra, now }: Omit<AuthenticateDependencies, 'sessionCookie'>,
  authorization: string,
): Promise<SignIn> {
  const [, jwt] = jwtPattern.exec(authorization) ?? [];
  if (jwt !== undefined && entra !== null) return await authenticateAccessToken({ db, entra, now }, jwt);
  const [, secret] = /^Bearer (ta_[\x21-\x7e]{1,500})$/i.exec(authorization) ?? [];
  const signIn = secret === undefined ? null : await findSignInByToken(db, digestOf(secret), now());
  if (signIn === null) throw unauthenticated('The API token is not valid, was revoked, or has expired.');
  return signIn;
}

async function authenticateAccessToken(
  { db, entra, now }: { readonly db: Db; readonly entra: Entra; readonly now: Clock },
  token: string,
): Promise<SignIn> {
  const verified = await entra.verifyAccessToken(token);
  const signIn = verified && (await admitEntraToken(db, { ...verified, token }, now()));
  if (signIn === null)
    throw unauthenticated('The access token is not valid for this API, or its user has not signed in here.');
  return signIn;
}
