import type { Pointer, ProviderSecret, TokenClaims } from '../../../core/provider/provider.ts';
import { msalAuthority, type Cloud } from './clouds.ts';
import { toMsalCredential } from './credentials.ts';
import type { Fetch, HttpLimits, HttpResult } from '../graph/http.ts';
import { parseObject, stringAt } from '../graph/json.ts';
import { badResponse, failureRefusal, guidPointer } from '../reasons/reasons.ts';
import { tokenRefusal } from '../reasons/token-refusal.ts';
import { withRetries, type Patience, type Reading } from '../graph/retry.ts';
import { createTokenTransport } from '../graph/transport.ts';

export interface AccessToken {
  readonly value: string;
  readonly claims: TokenClaims | null;
}

export interface TokenRequest {
  readonly cloud: Cloud;
  readonly tenantId: string;
  readonly secret: ProviderSecret;
  readonly correlationId: string;
  readonly fetch: Fetch;
  readonly limits: HttpLimits;
  readonly patience: Patience;
}

export function acquireToken(request: TokenRequest): Promise<Reading<AccessToken>> {
  return withRetries(() => attempt(request), { patience: request.patience, signal: request.limits.signal });
}

/**
 * A new MSAL client for every attempt. One that lives longer answers from its cache after the secret was rotated,
 * and after one 429 refuses further requests on its own for a minute.
 */
async function attempt(request: TokenRequest): Promise<Reading<AccessToken>> {
  const { cloud, tenantId, secret, correlationId, fetch, limits } = request;
  const credential = await toMsalCredential(secret, limits.now());
  if (credential.kind === 'unreadable') return credential;
  const transport = createTokenTransport({ fetch, loginOrigin: cloud.loginOrigin, limits });
  // Three hundred modules, and an API process asks for no token.
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const client = new ConfidentialClientApplication({
    auth: { clientId: secret.clientId, ...msalAuthority(cloud, tenantId), ...credential.authentication },
    system: { networkClient: transport, loggerOptions: { piiLoggingEnabled: false } },
  });
  try {
    const result = await client.acquireTokenByClientCredential({
      scopes: [`${cloud.graphOrigin}/.default`],
      skipCache: true,
      correlationId,
      // Or the environment variable MSAL_FORCE_REGION would send the credential to another host.
      azureRegion: 'DisableMsalForceRegion',
    });
    return toReading(result?.accessToken ?? '', transport.outcome());
  } catch (error) {
    limits.signal.throwIfAborted();
    const outcome = transport.outcome();
    // Nothing was sent: not the world's fault but ours, and not to be dressed up.
    if (outcome === null) throw error;
    return outcome.kind === 'failure' ? failureRefusal(outcome) : tokenRefusal(outcome, secret.type);
  }
}

function toReading(value: string, outcome: HttpResult | null): Reading<AccessToken> {
  if (outcome?.kind !== 'reply') throw new Error('MSAL answered without asking Entra');
  if (value === '') return badResponse(outcome);
  const pointers: Pointer[] = guidPointer('trace_id', outcome.headers.get('x-ms-request-id'));
  return { kind: 'read', value: { value, claims: decodeClaims(value) }, pointers };
}

/** Evidence, not authorization: Microsoft asks clients not to validate Graph's tokens, and may make them opaque. */
function decodeClaims(token: string): TokenClaims | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  const claims = parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
  if (claims === null) return null;
  const roles: unknown[] = Array.isArray(claims['roles']) ? claims['roles'] : [];
  return {
    roles: roles.filter((role) => typeof role === 'string'),
    tid: stringAt(claims, 'tid'),
    appid: stringAt(claims, 'appid'),
  };
}
