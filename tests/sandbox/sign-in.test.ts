import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeDirectory, people } from '../../sandbox/people/sign-in-people.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const redirectUri = 'http://127.0.0.1:4000/auth/entra/callback';

function authorize(changes: Record<string, string> = {}): Promise<Response> {
  const query = new URLSearchParams({
    client_id: homeDirectory.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state: 'the state',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    ...changes,
  });
  const address = `${sandbox.origin}/${homeDirectory.tenantId}/oauth2/v2.0/authorize?${query.toString()}`;
  return fetch(address, { redirect: 'manual' });
}

describe('the sandbox’s sign-in page', () => {
  it('lists every account and says that it is a sandbox', async () => {
    const page = await (await authorize()).text();
    expect(page).toContain('SANDBOX');
    for (const { userName } of people) expect(page).toContain(userName);
  });

  it('may load nothing and run nothing', async () => {
    const response = await authorize();
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(await response.text()).not.toMatch(/<script|src=|@import|url\(/i);
  });

  it('writes what it was sent as text', async () => {
    const page = await (await authorize({ redirect_uri: '"><script>alert(1)</script>' })).text();
    expect(page).not.toContain('<script>');
  });

  it.each([
    ['another host', { redirect_uri: 'https://evil.example/auth/entra/callback' }],
    ['another path', { redirect_uri: 'http://127.0.0.1:4000/elsewhere' }],
    ['a host that looks local', { redirect_uri: 'http://127.0.0.1.evil.example/auth/entra/callback' }],
    ['an application no one knows', { client_id: homeDirectory.tenantId }],
  ])('never redirects to or for %s', async (_case, changes) => {
    const response = await authorize({ sandbox_account: 'owner@northwind.example', ...changes });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['without PKCE', { code_challenge_method: 'plain' }],
    ['for a token in the address', { response_type: 'id_token' }],
    ['by form', { response_mode: 'form_post' }],
  ])('refuses a request %s, back at the application', async (_case, changes) => {
    const response = await authorize({ sandbox_account: 'owner@northwind.example', ...changes });
    const location = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      error: 'invalid_request',
      state: 'the state',
    });
  });
});
