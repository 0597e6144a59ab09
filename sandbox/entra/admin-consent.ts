import { grantRole } from '../graph/changes.ts';
import { guidFor } from '../guid.ts';
import type { Reply } from '../replies.ts';
import { healthyRoles } from '../scenarios.ts';
import { findTenant, type Cloud, type CloudState, type Tenant } from '../state.ts';

/** Microsoft's page on which an administrator grants an application its permissions, and the way back from it. */
export interface ConsentRequest {
  readonly method: string;
  /** First segment of the path, as the caller wrote it. */
  readonly tenant: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

export function matchAdminConsent(method: string, path: string): { readonly tenant: string } | null {
  const tenant = /^\/([^/]+)\/(?:v2\.0\/)?adminconsent$/.exec(path)?.[1];
  return tenant !== undefined && (method === 'GET' || method === 'POST') ? { tenant } : null;
}

/** The administrator is whoever opens the page: there is no one to sign in to here. */
export function answerAdminConsent({ state }: Cloud, request: ConsentRequest): Reply {
  const { method, query, form } = request;
  const redirectUri = query.get('redirect_uri') ?? '';
  const tenant = findTenant(state, request.tenant);
  const application = state.applications.get(query.get('client_id') ?? '');
  if (tenant === null) return refusal(`AADSTS90002: Tenant '${request.tenant}' not found.`);
  if (application === undefined) return refusal('AADSTS700016: The application was not found.');
  if (!isRegistered(redirectUri)) {
    return refusal('AADSTS50011: The redirect URI does not match those configured for the application.');
  }
  if (method === 'GET') return htmlReply(200, consentPage(tenant, application.displayName));
  const isApproved = form.get('decision') === 'approve';
  if (isApproved) grantConsent(state, tenant, application.appId);
  return { status: 302, headers: { location: wayBack(redirectUri, tenant, query.get('state'), isApproved) } };
}

/** What consent does in Entra: the service principal appears where it was missing, and everything asked for is granted. */
function grantConsent(state: CloudState, tenant: Tenant, clientId: string): void {
  const known = tenant.servicePrincipals.get(clientId);
  if (known === undefined) {
    tenant.servicePrincipals.set(clientId, {
      id: guidFor(`${tenant.id} service principal`),
      appId: clientId,
      displayName: 'TenantAtlas',
      accountEnabled: true,
      roleAssignments: [],
    });
  }
  for (const role of healthyRoles) grantRole(state, { tenantId: tenant.id, clientId, role });
}

/** Entra sends people to registered addresses only; the application of the demo has those of this machine. */
function isRegistered(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return isHere && (protocol === 'http:' || protocol === 'https:');
}

function wayBack(redirectUri: string, tenant: Tenant, state: string | null, isApproved: boolean): string {
  const url = new URL(redirectUri);
  if (isApproved) url.searchParams.set('admin_consent', 'True');
  else {
    url.searchParams.set('error', 'access_denied');
    url.searchParams.set('error_description', 'AADSTS65004: User declined to consent to access the app.');
  }
  url.searchParams.set('tenant', tenant.id);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

function refusal(sentence: string): Reply {
  return htmlReply(400, page('Sign in', `<p>${escape(sentence)}</p>`));
}

function consentPage({ displayName, domain }: Tenant, application: string): string {
  return page(
    'Permissions requested',
    `<p>Review for your organization: <strong>${escape(displayName)}</strong> (${escape(domain)})</p>
<p><strong>${escape(application)}</strong> would like to:</p>
<ul>${healthyRoles.map((role) => `<li>${escape(role)}</li>`).join('')}</ul>
<form method="post">
<button name="decision" value="decline">Cancel</button>
<button name="decision" value="approve">Accept</button>
</form>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · sandbox Microsoft</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:10vh auto;padding:0 1rem;color-scheme:light dark}</style>
<main><p>Sandbox: not Microsoft</p><h1>${title}</h1>${content}</main></html>`;
}

function htmlReply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
