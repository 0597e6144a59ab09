import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addCertificate } from '../../sandbox/graph/changes.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { createTestCertificate } from '../providers/support/self-signed.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => {
  sandbox.state.clockOffsetMs = 0;
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const healthy = scenarioTenantId('healthy');
const guid = expect.stringMatching(/^[0-9a-f-]{36}$/);

async function post(tenant: string, form: Record<string, string>) {
  const url = `${sandbox.origin}/${tenant}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

const form = (name: ScenarioName, changes: Record<string, string> = {}) => {
  const { clientId, clientSecret } = scenarioCredential(name);
  const scope = `${sandbox.origin}/.default`;
  return {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
    ...changes,
  };
};

describe('token endpoint', () => {
  test('a token’s signature holds against the published keys, its issuer against the discovery document’s host', async () => {
    const { status, body } = await post(healthy, form('healthy'));
    expect([status, body]).toEqual([
      200,
      { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: expect.any(String) },
    ]);
    const keys = createRemoteJWKSet(new URL(`${sandbox.origin}/${healthy}/discovery/v2.0/keys`));
    const verified = await jwtVerify(String(body['access_token']), keys, {
      audience: sandbox.origin,
      algorithms: ['RS256'],
    });
    expect(verified.payload).toMatchObject({
      tid: healthy,
      idtyp: 'app',
      appidacr: '1',
      iss: `${sandbox.origin}/${healthy}/`,
    });
  });

  test('a refusal has Entra’s whole body, and the three lines no one may parse', async () => {
    const { clientSecret, ...rest } = scenarioCredential('healthy');
    const { status, body, headers } = await post(
      healthy,
      form('healthy', { client_secret: `${clientSecret}x` }),
    );
    expect(rest).toBeDefined();
    expect([status, body]).toEqual([
      401,
      {
        error: 'invalid_client',
        error_description: expect.stringMatching(
          /^AADSTS7000215: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: [\d-]{10} [\d:]{8}Z$/,
        ),
        error_codes: [7000215],
        timestamp: expect.stringMatching(/^[\d-]{10} [\d:]{8}Z$/),
        trace_id: guid,
        correlation_id: guid,
        error_uri: 'https://login.microsoftonline.com/error?code=7000215',
      },
    ]);
    expect(headers.get('x-ms-request-id')).toBe(body['trace_id']);
  });

  test.for<[string, string, () => Record<string, string>, number]>([
    ['a directory no one has', randomUUID(), () => form('healthy'), 90002],
    ['a directory that is no name', 'nonsense', () => form('healthy'), 900023],
    ['another grant', healthy, () => form('healthy', { grant_type: 'password' }), 70003],
    ['no client id', healthy, () => form('healthy', { client_id: '' }), 900144],
    ['another directory’s application', healthy, () => form('secret-expired'), 700016],
    ['no credential', healthy, () => form('healthy', { client_secret: '' }), 7000218],
    ['a wrong secret', healthy, () => form('healthy', { client_secret: 'wrong' }), 7000215],
    ['no scope', healthy, () => form('healthy', { scope: '' }), 70011],
    [
      'another resource',
      healthy,
      () => form('healthy', { scope: 'https://graph.microsoft.com/.default' }),
      500011,
    ],
    ['an assertion that is no JWT', healthy, () => form('healthy', { client_assertion: 'x' }), 50012],
  ])('%s', async ([, tenant, fields, code]) => {
    expect((await post(tenant, fields())).body['error_codes']).toEqual([code]);
  });

  test('a secret runs out when this cloud’s clock says so', async () => {
    // Longer than the 180 days that a healthy secret has (ms).
    sandbox.state.clockOffsetMs = 200 * 24 * 60 * 60 * 1000;
    expect((await post(healthy, form('healthy'))).body['error_codes']).toEqual([7000222]);
  });

  test('an application at home without a service principal is missing exactly that', async () => {
    const principals = sandbox.state.tenants.get(scenarioTenantId('no-credential'))?.servicePrincipals;
    principals?.clear();
    const { body } = await post(scenarioTenantId('no-credential'), form('no-credential'));
    expect(body['error_codes']).toEqual([7000229]);
  });
});

describe('client assertion of a certificate', () => {
  const { certificatePem, privateKeyPem } = createTestCertificate();
  const stranger = createTestCertificate();
  const { clientId } = scenarioCredential('healthy');
  const thumbprint = (pem: string) =>
    createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
  const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  beforeAll(() => addCertificate(sandbox.state, clientId, certificatePem));

  interface Assertion {
    readonly header?: Record<string, string>;
    readonly claims?: Record<string, unknown>;
    readonly keyPem?: string;
  }

  async function send({ header = {}, claims = {}, keyPem = privateKeyPem }: Assertion = {}) {
    const assertion = await new SignJWT({
      aud: `${sandbox.origin}/${healthy}/oauth2/v2.0/token`,
      iss: clientId,
      sub: clientId,
      jti: randomUUID(),
      nbf: secondsFromNow(0),
      exp: secondsFromNow(600),
      ...claims,
    })
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint(certificatePem), ...header })
      .sign(createPrivateKey(keyPem));
    const fields = form('healthy', { client_secret: '', client_assertion: assertion });
    const { body } = await post(healthy, fields);
    return (body['error_codes'] as number[] | undefined)?.[0] ?? 'token';
  }

  test('is as good as a secret', async () => {
    expect(await send()).toBe('token');
  });

  test.for<[string, Assertion, number]>([
    ['signed with another key', { keyPem: stranger.privateKeyPem }, 700027],
    [
      'of a certificate no one uploaded',
      { header: { 'x5t#S256': thumbprint(stranger.certificatePem) } },
      700027,
    ],
    ['without a thumbprint', { header: { 'x5t#S256': '' } }, 700027],
    ['signed with RS256', { header: { alg: 'RS256' } }, 700027],
    ['for another audience', { claims: { aud: 'https://login.microsoftonline.com/x' } }, 700027],
    ['run out', { claims: { nbf: secondsFromNow(-3600), exp: secondsFromNow(-1800) } }, 700024],
    ['not valid yet', { claims: { nbf: secondsFromNow(1800), exp: secondsFromNow(3600) } }, 700024],
    ['without an end', { claims: { exp: undefined } }, 700027],
    ['without a jti', { claims: { jti: undefined } }, 90014],
  ])('%s is refused', async ([, assertion, code]) => {
    expect(await send(assertion)).toBe(code);
  });

  test('works once', async () => {
    const claims = { jti: randomUUID() };
    expect([await send({ claims }), await send({ claims })]).toEqual(['token', 50012]);
  });
});

test('discovery describes the directory, by GUID or by domain, and refuses what it does not know', async () => {
  const discover = async (tenant: string) => {
    const response = await fetch(`${sandbox.origin}/${tenant}/v2.0/.well-known/openid-configuration`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const domain = sandbox.state.tenants.get(healthy)?.domain ?? '';
  const byId = await discover(healthy);
  expect(byId).toMatchObject({
    status: 200,
    body: {
      issuer: `${sandbox.origin}/${healthy}/v2.0`,
      token_endpoint: `${sandbox.origin}/${healthy}/oauth2/v2.0/token`,
      tenant_region_scope: 'EU',
    },
  });
  expect(await discover(domain)).toEqual(byId);
  expect(await discover(randomUUID())).toMatchObject({
    status: 400,
    body: { error: 'invalid_tenant', error_codes: [90002] },
  });
});
