import { randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { aadstsReply } from './aadsts.ts';
import { verifyClientAssertion } from './client-assertion.ts';
import { EntraRefusal } from './entra-refusal.ts';
import { isGuid } from '../guid.ts';
import type { Reply, ReplyContext } from '../replies.ts';
import {
  findTenant,
  now,
  type Application,
  type Cloud,
  type ServicePrincipal,
  type Tenant,
} from '../state.ts';

export interface EntraRequest {
  readonly endpoint: 'discovery' | 'keys' | 'token';
  /** First segment of the path, as the caller wrote it. */
  readonly tenant: string;
  readonly form: URLSearchParams;
}

const endpoints: readonly (readonly [pattern: RegExp, method: string, endpoint: EntraRequest['endpoint']])[] =
  [
    [/^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/, 'GET', 'discovery'],
    [/^\/([^/]+)\/discovery\/v2\.0\/keys$/, 'GET', 'keys'],
    [/^\/([^/]+)\/oauth2\/v2\.0\/token$/, 'POST', 'token'],
  ];

export function matchEntra(method: string, path: string): Omit<EntraRequest, 'form'> | null {
  for (const [pattern, expected, endpoint] of endpoints) {
    const tenant = pattern.exec(path)?.[1];
    if (tenant !== undefined && method === expected) return { endpoint, tenant };
  }
  return null;
}

export async function answerEntra(
  cloud: Cloud,
  request: EntraRequest,
  context: ReplyContext,
): Promise<Reply> {
  try {
    switch (request.endpoint) {
      case 'discovery':
        return { status: 200, body: discoveryDocument(cloud, getTenant(cloud, request.tenant)) };
      case 'keys':
        return { status: 200, body: await keySet(cloud) };
      case 'token':
        return await answerToken(cloud, request);
    }
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    // Discovery words the same refusal differently from the token endpoint.
    const isDiscovery = request.endpoint === 'discovery';
    return aadstsReply(context, { code: error.code, ...(isDiscovery ? { error: 'invalid_tenant' } : {}) });
  }
}

export function getTenant(cloud: Cloud, idOrDomain: string): Tenant {
  const tenant = findTenant(cloud.state, idOrDomain);
  if (tenant !== null) return tenant;
  throw new EntraRefusal(isGuid(idOrDomain) || idOrDomain.includes('.') ? 90002 : 900023);
}

function discoveryDocument({ origin }: Cloud, { id }: Tenant) {
  return {
    token_endpoint: `${origin}/${id}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${origin}/${id}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${id}/v2.0`,
    authorization_endpoint: `${origin}/${id}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${origin}/${id}/oauth2/v2.0/logout`,
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(origin).host,
    cloud_graph_host_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  };
}

async function keySet({ tokenKey }: Cloud) {
  return {
    keys: [{ ...(await exportJWK(tokenKey.publicKey)), kid: tokenKey.keyId, use: 'sig', alg: 'RS256' }],
  };
}

/** In Entra's order: directory, request, application, credential, service principal, resource. */
async function answerToken(cloud: Cloud, { tenant: tenantName, form }: EntraRequest): Promise<Reply> {
  const tenant = getTenant(cloud, tenantName);
  if (form.get('grant_type') !== 'client_credentials') throw new EntraRefusal(70003);
  const { application, principal } = getClient(cloud, tenant, form.get('client_id'));
  const method = await authenticate(cloud, tenant, application, form);
  if (!principal.accountEnabled) throw new EntraRefusal(7000112);
  requireGraphScope(cloud, form.get('scope') ?? '');
  return {
    status: 200,
    headers: { 'x-ms-request-id': randomUUID() },
    body: {
      token_type: 'Bearer',
      expires_in: tokenLifetimeSeconds,
      ext_expires_in: tokenLifetimeSeconds,
      access_token: await signToken(cloud, tenant, principal, method),
    },
  };
}

export function getClient(cloud: Cloud, tenant: Tenant, clientId: string | null) {
  if (!clientId) throw new EntraRefusal(900144);
  const application = cloud.state.applications.get(clientId);
  const principal = tenant.servicePrincipals.get(clientId);
  if (application !== undefined && principal !== undefined) return { application, principal };
  // Only its home directory knows an application that has no service principal.
  throw new EntraRefusal(application?.homeTenantId === tenant.id ? 7000229 : 700016);
}

/** `appidacr` of the token: how the application proved itself. */
type ClientMethod = '1' | '2';

export async function authenticate(
  cloud: Cloud,
  tenant: Tenant,
  application: Application,
  form: URLSearchParams,
): Promise<ClientMethod> {
  const assertion = form.get('client_assertion');
  if (assertion) {
    await verifyClientAssertion(cloud, tenant, application, assertion);
    return '2';
  }
  const secret = form.get('client_secret');
  if (!secret) throw new EntraRefusal(7000218);
  const known = application.secrets.find(({ value }) => value === secret);
  if (known === undefined) throw new EntraRefusal(7000215);
  if (known.endDateTime <= now(cloud.state)) throw new EntraRefusal(7000222);
  return '1';
}

function requireGraphScope(cloud: Cloud, scope: string): void {
  const resource = scope.split(' ').find((part) => part.endsWith('/.default'));
  if (resource === undefined) throw new EntraRefusal(70011);
  if (resource !== `${cloud.origin}/.default`) throw new EntraRefusal(500011);
}

/** Real app-only tokens live 60 to 90 minutes; the lower bound, and `expires_in` is one second short of it. */
const tokenLifetimeSeconds = 3599;

function signToken(
  cloud: Cloud,
  tenant: Tenant,
  principal: ServicePrincipal,
  method: ClientMethod,
): Promise<string> {
  const moment = now(cloud.state);
  const roles = principal.roleAssignments
    .filter(
      ({ effectiveFrom, effectiveUntil }) =>
        effectiveFrom <= moment.getTime() && moment.getTime() < effectiveUntil,
    )
    .map(({ role }) => role);
  return new SignJWT({
    appid: principal.appId,
    appidacr: method,
    app_displayname: principal.displayName,
    idp: `${cloud.origin}/${tenant.id}/`,
    idtyp: 'app',
    oid: principal.id,
    tid: tenant.id,
    uti: randomUUID(),
    ver: '1.0',
    // Entra leaves the claim out rather than sending an empty list.
    ...(roles.length === 0 ? {} : { roles }),
  })
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: cloud.tokenKey.keyId })
    .setIssuer(`${cloud.origin}/${tenant.id}/`)
    .setAudience(cloud.origin)
    .setSubject(principal.id)
    .setIssuedAt(moment)
    .setNotBefore(moment)
    .setExpirationTime(new Date(moment.getTime() + tokenLifetimeSeconds * 1000))
    .sign(cloud.tokenKey.privateKey);
}
