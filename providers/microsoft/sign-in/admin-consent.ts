import type { Cloud } from './clouds.ts';

export interface AdminConsentRequest {
  /** Directory GUID: consent for `common` would go to whichever directory the administrator happens to be in. */
  readonly entraTenantId: string;
  readonly clientId: string;
  /** Registered with the application; Entra refuses any other. */
  readonly redirectUri: string;
  /** Comes back unchanged. What else comes back, the tenant above all, proves nothing. */
  readonly state: string | null;
}

/**
 * Microsoft's v2 admin consent page. `/.default` is the one scope that asks for application permissions: those of the app
 * registration (learn.microsoft.com/entra/identity-platform/v2-admin-consent).
 */
export function toAdminConsentUrl(
  { loginOrigin, graphOrigin }: Cloud,
  { entraTenantId, clientId, redirectUri, state }: AdminConsentRequest,
): string {
  const url = new URL(`/${entraTenantId}/v2.0/adminconsent`, loginOrigin);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', `${graphOrigin}/.default`);
  url.searchParams.set('redirect_uri', redirectUri);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
