import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { Logger } from 'pino';
import { Fault } from '../../core/fault.ts';
import { readEntraIdentity, type EntraIdentity } from '../../core/people/sign-in.ts';
import type { SignInAttempt } from '../../flows/people/sign-in-attempt.ts';
import type { EntraConfig } from '../config/entra-config.ts';

/** Entra as an identity provider. Tokens stay in this file: they are verified, read, and forgotten. */
export interface Entra {
  /** Where to send a browser. Rejects when Microsoft cannot be reached. */
  authorizationUrl(attempt: SignInAttempt): Promise<URL>;
  /**
   * Redeems the code in `search`, the query of the address that Microsoft sent the browser back to. Checks state, PKCE,
   * and the ID token's signature, issuer, audience, nonce and times; rejects with openid-client's errors.
   */
  redeem(search: string, attempt: SignInAttempt): Promise<EntraIdentity>;
  /**
   * An access token for our own API. null for whatever is not exactly that. While the keys cannot be read it is not known
   * whose a token is: a Fault that says so, and when to try again.
   */
  verifyAccessToken(token: string): Promise<VerifiedToken | null>;
}

export interface VerifiedToken {
  readonly identity: EntraIdentity;
  readonly expiresAt: Date;
}

export const callbackPath = '/auth/entra/callback';
/** The scope that the app registration exposes. An ID token never has one, which is what tells the two apart. */
const apiScope = 'access_as_user';
/** A person is waiting in front of a blank page. */
const timeoutSeconds = 10;
/** What two clocks kept by NTP may differ by, generously. */
const clockToleranceSeconds = 60;

/** Every try asks Microsoft again, and may wait timeoutSeconds for it: no oftener than that, and soon enough for a script. */
const retryAfterSeconds = 15;

export function createEntra(config: EntraConfig, publicUrl: string, log: Logger): Entra {
  const issuer = `${config.authority}/${config.tenantId}/v2.0`;
  const connect = once(() => discover(config, issuer));
  return {
    async authorizationUrl({ state, nonce, codeVerifier }) {
      const { configuration } = await connect();
      return client.buildAuthorizationUrl(configuration, {
        redirect_uri: publicUrl + callbackPath,
        scope: 'openid profile',
        response_mode: 'query',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        prompt: 'select_account',
      });
    },
    async redeem(search, { state, nonce, codeVerifier }) {
      const { configuration } = await connect();
      // Built from what we know: neither Host nor path of the request can change where the code is said to come from.
      const address = new URL(publicUrl + callbackPath);
      address.search = search;
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      const identity = claims?.iss === issuer ? readEntraIdentity(claims, config.tenantId) : null;
      if (identity === null)
        throw new client.ClientError('the ID token is not from the configured directory');
      return identity;
    },
    async verifyAccessToken(token) {
      const verified = connect().then(({ keys }) => verifyAccessToken(token, keys, { ...config, issuer }));
      return await verified.catch((error: unknown) => refuse(error, log));
    },
  };
}

interface Connection {
  readonly configuration: client.Configuration;
  readonly keys: JWTVerifyGetKey;
}

async function discover(
  { authority, clientId, clientSecret }: EntraConfig,
  issuer: string,
): Promise<Connection> {
  // Only the sandbox has no TLS; the configuration admits http on loopback alone.
  const isInsecure = authority.startsWith('http:');
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    {
      id_token_signed_response_alg: 'RS256',
      [client.clockTolerance]: clockToleranceSeconds,
    },
    client.ClientSecretPost(clientSecret),
    {
      timeout: timeoutSeconds,
      // deprecated is its way of shouting that this is not for production.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [client.enableNonRepudiationChecks, ...(isInsecure ? [client.allowInsecureRequests] : [])],
    },
  );
  const metadata = configuration.serverMetadata();
  // openid-client lets the public cloud answer with an issuer for all directories; then one could speak for another.
  if (metadata.issuer !== issuer || metadata.jwks_uri === undefined)
    throw new client.ClientError(`the discovery document does not belong to ${issuer}`);
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: timeoutSeconds * 1_000 });
  return { configuration, keys };
}

async function verifyAccessToken(
  token: string,
  keys: JWTVerifyGetKey,
  { tenantId, clientId, issuer }: EntraConfig & { readonly issuer: string },
): Promise<VerifiedToken | null> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    // The App ID URI in version 1 tokens' spelling; version 2, which this issuer signs, says the client id alone.
    audience: [`api://${clientId}`, clientId],
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'iat', 'tid', 'oid', 'scp'],
    clockTolerance: clockToleranceSeconds,
  });
  const { scp, exp } = payload;
  const identity = readEntraIdentity(payload, tenantId);
  const isForUs = typeof scp === 'string' && scp.split(' ').includes(apiScope);
  if (!isForUs || identity === null || exp === undefined) return null;
  return { identity, expiresAt: new Date(exp * 1_000) };
}

/** UNAUTHENTICATED, because no one is let in unverified; the wait tells it from a token that is no good. */
function refuse(error: unknown, log: Logger): null {
  if (isAboutToken(error)) return null;
  log.warn({ err: error }, 'Entra’s signing keys cannot be read');
  const message =
    'Microsoft’s signing keys cannot be read right now, so the access token cannot be checked. Try again shortly, or use a TenantAtlas API token.';
  throw new Fault('UNAUTHENTICATED', message, { retryAfterSeconds }, { cause: error });
}

/** Everything else is about the way to the keys. */
function isAboutToken(error: unknown): boolean {
  const aboutKeys = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];
  return error instanceof errors.JOSEError && !aboutKeys.includes(error.code);
}

/** Kept when it succeeds, tried again by the next caller when it does not. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
