import type { NodeAuthOptions } from '@azure/msal-node';
import type { CloudName } from '../../../core/clouds.ts';

export interface Cloud {
  readonly name: CloudName;
  /** Where tokens are issued, and the only place a credential is ever sent to. */
  readonly loginOrigin: string;
  /** Microsoft Graph, and the only place a token is ever sent to. */
  readonly graphOrigin: string;
}

export type Clouds = ReadonlyMap<CloudName, Cloud>;

/**
 * Tokens of one cloud mean nothing in another (learn.microsoft.com/graph/deployments). China: the preferred of two
 * names for the same service, the one MSAL itself goes to.
 */
const realClouds: readonly Cloud[] = [
  {
    name: 'global',
    loginOrigin: 'https://login.microsoftonline.com',
    graphOrigin: 'https://graph.microsoft.com',
  },
  {
    name: 'usgov',
    loginOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://graph.microsoft.us',
  },
  {
    name: 'usgovdod',
    loginOrigin: 'https://login.microsoftonline.us',
    graphOrigin: 'https://dod-graph.microsoft.us',
  },
  {
    name: 'china',
    loginOrigin: 'https://login.partner.microsoftonline.cn',
    graphOrigin: 'https://microsoftgraph.chinacloudapi.cn',
  },
];

/** The sandbox is a cloud like any other, and exists only where it is configured. */
export function makeClouds({ sandboxOrigin }: { sandboxOrigin: string | null }): Clouds {
  const clouds = [...realClouds];
  if (sandboxOrigin !== null) {
    requireLoopback(sandboxOrigin);
    clouds.push({ name: 'sandbox', loginOrigin: sandboxOrigin, graphOrigin: sandboxOrigin });
  }
  return new Map(clouds.map((cloud) => [cloud.name, cloud]));
}

/** Client secrets travel there over plain http: anything but this very machine would hand them to a stranger. */
function requireLoopback(origin: string): void {
  if (!/^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/.test(origin)) {
    throw new TypeError(
      `The sandbox must be an http origin on loopback such as http://127.0.0.1:4010, not ${origin}`,
    );
  }
}

export function tokenEndpoint(cloud: Cloud, tenantId: string): string {
  return `${cloud.loginOrigin}/${tenantId}/oauth2/v2.0/token`;
}

/**
 * MSAL refuses http authorities by name but takes endpoints as they are given, so every cloud is described to it the
 * same way: no discovery request, one code path, and for the real clouds the addresses MSAL has built in (a test
 * compares them). `{tenantid}` is MSAL's own placeholder.
 */
export function msalAuthority(
  cloud: Cloud,
  tenantId: string,
): Pick<NodeAuthOptions, 'authority' | 'knownAuthorities' | 'authorityMetadata'> {
  const { host } = new URL(cloud.loginOrigin);
  const base = `${cloud.loginOrigin}/{tenantid}`;
  return {
    authority: `https://${host}/${tenantId}`,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify({
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    }),
  };
}

/** MSAL puts a tenant into its URLs unchecked (`../x`, spaces, nothing at all): only a GUID gets that far. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
