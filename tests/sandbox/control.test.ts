import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scenarioCredential, scenarioIdentity, scenarioTenantId } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { createTestCertificate } from '../providers/support/self-signed.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => control('DELETE', 'faults'));
afterAll(() => sandbox[Symbol.asyncDispose]());

async function control(method: string, action: string, input?: unknown) {
  const response = await fetch(`${sandbox.origin}/_control/${action}`, {
    method,
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>),
  };
}

const { tenantId, clientId, clientSecret } = scenarioIdentity('healthy');

async function askForToken(identity = { tenantId, clientId, clientSecret }) {
  const response = await fetch(`${sandbox.origin}/${identity.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.clientId,
      client_secret: identity.clientSecret,
      scope: `${sandbox.origin}/.default`,
    }),
  });
  const body = (await response.json()) as { access_token?: string; error_codes?: number[] };
  return { status: response.status, code: body.error_codes?.[0] ?? null, roles: rolesOf(body.access_token) };
}

function rolesOf(token = '..'): readonly string[] {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8') || '{}';
  return (JSON.parse(payload) as { roles?: string[] }).roles ?? [];
}

describe('the control interface', () => {
  test('spoils the next N answers of one directory and no more', async () => {
    const answer = { kind: 'aadsts', code: 90033 };
    expect(await control('POST', 'faults', { on: 'token', tenantId, times: 2, answer })).toMatchObject({
      status: 204,
    });
    expect((await askForToken(scenarioIdentity('no-connection'))).status).toBe(200);
    expect([await askForToken(), await askForToken(), await askForToken()].map(({ code }) => code)).toEqual([
      90033,
      90033,
      null,
    ]);
  });

  test('clears what was laid on by hand and leaves the scenarios their faults', async () => {
    await control('POST', 'faults', { on: 'token', answer: { kind: 'aadsts', code: 90033 } });
    await control('DELETE', 'faults');
    expect((await askForToken()).status).toBe(200);
    expect((await askForToken(scenarioIdentity('conditional-access'))).code).toBe(53003);
  });

  test('rotates a secret', async () => {
    const endDateTime = new Date(Date.now() + 60_000).toISOString();
    const old = scenarioIdentity('no-credential');
    await control('POST', 'secrets', { clientId: old.clientId, value: 'a new one', endDateTime });
    expect((await askForToken(old)).code).toBe(7000215);
    expect((await askForToken({ ...old, clientSecret: 'a new one' })).status).toBe(200);
  });

  test('grants and revokes: the directory follows at once, tokens after the delay asked for', async () => {
    const change = { tenantId, clientId, role: 'Device.Read.All' };
    await control('POST', 'roles', { ...change, effectiveAfterMs: 3_600_000 });
    expect((await askForToken()).roles).not.toContain('Device.Read.All');
    await control('POST', 'clock', { offsetMs: 3_700_000 });
    expect((await askForToken()).roles).toContain('Device.Read.All');
    await control('DELETE', 'roles', change);
    expect((await askForToken()).roles).not.toContain('Device.Read.All');
    await control('POST', 'clock', { offsetMs: 0 });
  });

  test('adds a directory that behaves like a scenario', async () => {
    const added = {
      title: 'Added',
      tenantId: crypto.randomUUID(),
      clientId: crypto.randomUUID(),
      clientSecret: 'added',
    };
    await control('POST', 'tenants', { ...added, like: 'missing-permission' });
    expect((await askForToken(added)).roles).not.toContain('DeviceManagementConfiguration.Read.All');
  });

  test('takes certificates and federated credentials, and signs workload tokens', async () => {
    const { certificatePem } = createTestCertificate();
    expect(await control('POST', 'certificates', { clientId, pem: certificatePem })).toMatchObject({
      status: 204,
    });
    const trust = {
      issuer: `${sandbox.origin}/workload`,
      subject: 'me',
      audience: 'api://AzureADTokenExchange',
    };
    expect(await control('POST', 'federated-credentials', { clientId, ...trust })).toMatchObject({
      status: 204,
    });
    const { body } = await control('POST', 'workload-tokens', {
      subject: trust.subject,
      audience: trust.audience,
    });
    expect(body).toEqual({ token: expect.stringMatching(/^eyJ/) });
  });

  test('shows what it received without a secret or a token in it', async () => {
    await control('DELETE', 'requests');
    await askForToken();
    const { body } = await control('GET', 'requests');
    expect(body).toEqual({
      requests: [
        { method: 'POST', url: `/${tenantId}/oauth2/v2.0/token`, status: 200, clientRequestId: null },
      ],
    });
  });

  test.for<[string, string, unknown]>([
    ['POST', 'secrets', { clientId: 'nobody', value: 'x', endDateTime: '2027-01-01' }],
    ['POST', 'roles', { tenantId: scenarioTenantId('healthy'), clientId, role: 'No.Such.Role' }],
    ['POST', 'tenants', { like: 'constructor' }],
    ['POST', 'clock', { offsetMs: 'soon' }],
  ])('%s %s says what is wrong with %j', async ([method, action, input]) => {
    expect(await control(method, action, input)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    });
  });

  test('an unknown action is answered with the list of those there are', async () => {
    expect(await control('POST', 'constructor')).toMatchObject({
      status: 404,
      body: { actions: expect.any(Array) },
    });
  });
});

describe('a web page on this machine’s browser', () => {
  const status = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${sandbox.origin}/_control/requests`, { headers, agent: false }, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
      });
      call.once('error', reject);
      call.end();
    });

  test('has no control: neither from its own origin nor under a name that resolves to loopback', async () => {
    expect(await status({})).toBe(200);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ host: 'evil.example' })).toBe(403);
  });
});

test('the credentials of the scenarios are those of scenarios.json', () => {
  expect(scenarioCredential('healthy')).toEqual({ clientId, clientSecret });
});

test('a disposed sandbox refuses connections, and disposing of it again does no harm', async () => {
  const other = await createSandbox({ port: 0 });
  await other[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await expect(fetch(other.origin)).rejects.toThrow('fetch failed');
});
