import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { aadstsReply } from '../entra/aadsts.ts';
import { addTenant } from '../build-state.ts';
import { EntraRefusal } from '../entra/entra-refusal.ts';
import { authenticate, getClient, getTenant, type EntraRequest } from '../entra/entra.ts';
import type { Reply, ReplyContext } from '../replies.ts';
import { accountPage, errorPage } from './sign-in-page.ts';
import { getPerson, homeDirectory, people, type Person } from './sign-in-people.ts';
import { signUserToken } from './sign-in-tokens.ts';
import { now, type Cloud, type CloudState, type SignInState } from '../state.ts';

/** How people sign in: the authorization code flow with PKCE, as far as a web application sees it. */

export function createSignInState(state: CloudState): SignInState {
  addTenant(state, homeDirectory, 'healthy');
  return { codes: new Map(), nextForgery: null };
}

/** Entra's codes live ten minutes and can be redeemed once. */
const codeLifetimeMs = 600_000;

/** The path of the tenant's authorization endpoint gives the tenant, every other path null. */
export function matchAuthorize(method: string, path: string): string | null {
  return method === 'GET' ? (/^\/([^/]+)\/oauth2\/v2\.0\/authorize$/.exec(path)?.[1] ?? null) : null;
}

/** Shows the accounts; with `sandbox_account` in the address goes on as that one. */
export function answerAuthorize(cloud: Cloud, tenantName: string, url: URL): Reply {
  const query = url.searchParams;
  try {
    getClient(cloud, getTenant(cloud, tenantName), query.get('client_id'));
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    return errorPage(400, `AADSTS${error.code}: the application or the directory is not known.`);
  }
  // Never redirected to: an address that is not registered may be anyone's.
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri)) return errorPage(400, `AADSTS50011: ${redirectUri} is not registered.`);
  const wrong = findDefect(query);
  if (wrong !== null)
    return backTo(redirectUri, query, { error: 'invalid_request', error_description: wrong });
  const account = query.get('sandbox_account');
  const person = people.find(({ key }) => key === account);
  if (person !== undefined) return backTo(redirectUri, query, { code: issueCode(cloud, query, person) });
  const cancelled = { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent.' };
  if (account === 'cancel') return backTo(redirectUri, query, cancelled);
  const addressOf = (key: string) => {
    const address = new URL(url);
    address.searchParams.set('sandbox_account', key);
    return address.pathname + address.search;
  };
  return accountPage(addressOf, addressOf('cancel'));
}

/** As Entra does for loopback, the port does not count. */
function isRegistered(redirectUri: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?\/auth\/entra\/callback$/.test(redirectUri);
}

function findDefect(query: URLSearchParams): string | null {
  if (query.get('response_type') !== 'code') return 'AADSTS700054: response_type must be code.';
  if (!(query.get('scope') ?? '').split(' ').includes('openid'))
    return 'AADSTS70011: scope must contain openid.';
  if ((query.get('response_mode') ?? 'query') !== 'query') return 'AADSTS70007: only response_mode query.';
  const hasChallenge = query.get('code_challenge_method') === 'S256' && query.has('code_challenge');
  return hasChallenge ? null : 'AADSTS9002325: Proof Key for Code Exchange is required.';
}

function issueCode(cloud: Cloud, query: URLSearchParams, person: Person): string {
  const code = randomBytes(32).toString('base64url');
  cloud.signIn.codes.set(code, {
    personKey: person.key,
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    codeChallenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce'),
    expiresAt: now(cloud.state).getTime() + codeLifetimeMs,
  });
  return code;
}

function backTo(redirectUri: string, query: URLSearchParams, answer: Record<string, string>): Reply {
  const location = new URL(redirectUri);
  const state = query.get('state');
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  if (state !== null) location.searchParams.set('state', state);
  return { status: 302, headers: { location: location.href } };
}

/** The token endpoint for `grant_type=authorization_code`. */
export async function answerCode(
  cloud: Cloud,
  { tenant: tenantName, form }: EntraRequest,
  context: ReplyContext,
): Promise<Reply> {
  try {
    const tenant = getTenant(cloud, tenantName);
    const { application } = getClient(cloud, tenant, form.get('client_id'));
    await authenticate(cloud, tenant, application, form);
    const { person, nonce } = redeemCode(cloud, form);
    const forgery = cloud.signIn.nextForgery;
    cloud.signIn.nextForgery = null;
    return {
      status: 200,
      headers: { 'x-ms-request-id': randomUUID() },
      body: {
        token_type: 'Bearer',
        scope: 'openid profile User.Read',
        expires_in: 3_599,
        access_token: await signUserToken(cloud, { person, use: 'graph' }),
        id_token: await signUserToken(cloud, { person, use: 'id', nonce, forgery }),
      },
    };
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    return aadstsReply(context, { code: error.code });
  }
}

function redeemCode(cloud: Cloud, form: URLSearchParams): { person: Person; nonce: string | null } {
  const code = form.get('code') ?? '';
  const issued = cloud.signIn.codes.get(code);
  if (issued === undefined) throw new EntraRefusal(54005);
  cloud.signIn.codes.delete(code);
  if (issued.expiresAt <= now(cloud.state).getTime()) throw new EntraRefusal(70008);
  const isSame = issued.clientId === form.get('client_id') && issued.redirectUri === form.get('redirect_uri');
  if (!isSame) throw new EntraRefusal(50011);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenge !== issued.codeChallenge) throw new EntraRefusal(501481);
  return { person: getPerson(issued.personKey), nonce: issued.nonce };
}
