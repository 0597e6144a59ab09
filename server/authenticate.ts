import type { IncomingHttpHeaders } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { SignIn } from '../core/access.ts';
import { unauthenticated } from '../core/fault.ts';
import { findSignInBySession, findSignInByToken } from '../db/access.ts';
import type { Db } from '../db/client.ts';
import { digestOf } from '../flows/bearer-secret.ts';

export const sessionCookie = 'tenantatlas_session';

/**
 * Who is calling: an API token in `Authorization`, else the session cookie. null without either; UNAUTHENTICATED for
 * credentials that are there and not valid, because whoever sends them believes to be somebody.
 */
export async function authenticate(db: Db, headers: IncomingHttpHeaders): Promise<SignIn | null> {
  if (headers.authorization !== undefined) return await authenticateBearer(db, headers.authorization);
  const secret =
    headers.cookie === undefined ? undefined : fastifyCookie.parse(headers.cookie)[sessionCookie];
  if (secret === undefined || secret === '') return null;
  const signIn = await findSignInBySession(db, digestOf(secret));
  if (signIn === null) throw unauthenticated('The session has ended. Sign in again.');
  return signIn;
}

export async function authenticateBearer(db: Db, authorization: string): Promise<SignIn> {
  const [, secret] = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization) ?? [];
  const signIn = secret === undefined ? null : await findSignInByToken(db, digestOf(secret));
  if (signIn === null) throw unauthenticated('The API token is not valid, was revoked, or has expired.');
  return signIn;
}
