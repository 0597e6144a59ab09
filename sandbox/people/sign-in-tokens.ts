import { randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { Forgery } from '../entra/forgeries.ts';
import { homeDirectory, type Person } from './sign-in-people.ts';
import { now, type Cloud } from '../state.ts';

/** `id`: for the application that signs people in. `api`: for that application's own API. `graph`: for Microsoft Graph. */
export type TokenUse = 'id' | 'api' | 'graph';

export interface UserTokenRequest {
  readonly person: Person;
  readonly use: TokenUse;
  readonly nonce?: string | null;
  readonly forgery?: Forgery | null;
}

/** Entra's are 60 to 90 minutes; and an hour on either side is beyond any tolerance. */
const lifetimeSeconds = 3_600;

export async function signUserToken(cloud: Cloud, request: UserTokenRequest): Promise<string> {
  const claims = claimsOf(cloud, request);
  const { tokenKey, workloadKey } = cloud;
  const sign = (key: typeof tokenKey, kid: string) =>
    new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(key.privateKey);
  if (request.forgery === 'alg-none') return new UnsecuredJWT(claims).encode();
  if (request.forgery === 'alg-hs256') return await signSymmetrically(claims, tokenKey.keyId);
  if (request.forgery === 'wrong-key') return await sign(workloadKey, tokenKey.keyId);
  if (request.forgery === 'unknown-key') return await sign(workloadKey, workloadKey.keyId);
  return await sign(tokenKey, tokenKey.keyId);
}

/** With a password that everyone knows, in the hope that the reader takes the algorithm from the header. */
async function signSymmetrically(claims: JWTPayload, kid: string): Promise<string> {
  const password = new TextEncoder().encode(kid.padEnd(32, '.'));
  return await new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'HS256', kid }).sign(password);
}

function claimsOf(cloud: Cloud, { person, use, nonce, forgery }: UserTokenRequest): JWTPayload {
  const { origin } = cloud;
  const { tenantId } = homeDirectory;
  const other = '00000000-0000-4000-8000-00000000000f';
  const offset =
    forgery === 'expired' ? -2 * lifetimeSeconds : forgery === 'not-yet-valid' ? lifetimeSeconds : 0;
  const issuedAt = Math.floor(now(cloud.state).getTime() / 1_000) + offset;
  const issuers: Partial<Record<Forgery, string>> = {
    'wrong-issuer': `${origin}/${other}/v2.0`,
    'common-issuer': `${origin}/common/v2.0`,
  };
  const sentNonce = forgery === 'wrong-nonce' ? 'of someone else' : forgery === 'no-nonce' ? null : nonce;
  return {
    iss: (forgery && issuers[forgery]) ?? `${origin}/${tenantId}/v2.0`,
    aud: forgery === 'wrong-audience' ? other : audienceOf(cloud, use),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    oid: person.objectId,
    sub: `${person.objectId}-pairwise`,
    tid: forgery === 'other-directory' ? other : tenantId,
    name: person.displayName,
    preferred_username: person.userName,
    ver: '2.0',
    uti: randomUUID(),
    ...(person.email === undefined ? {} : { email: person.email }),
    ...(person.guestOf === undefined ? {} : { idp: `https://sts.windows.net/${person.guestOf}/` }),
    ...(use === 'id' && sentNonce != null ? { nonce: sentNonce } : {}),
    ...(use === 'id'
      ? {}
      : { azp: homeDirectory.clientId, scp: use === 'api' ? 'access_as_user' : 'User.Read' }),
  };
}

/** Version 2 tokens name the client id of an API, never its App ID URI. */
function audienceOf({ origin }: Cloud, use: TokenUse): string {
  return use === 'graph' ? origin : homeDirectory.clientId;
}
