import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppRole } from '../../sandbox/graph/app-roles.ts';
import { graphRoutes } from '../../sandbox/graph/graph-routes.ts';
import { estateOf } from '../../sandbox/policies/estate.ts';
import { scenarioCredential, scenarioTenantId, type ScenarioName } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

async function tokenFor(name: ScenarioName): Promise<string> {
  const { clientId, clientSecret } = scenarioCredential(name);
  const response = await fetch(`${sandbox.origin}/${scenarioTenantId(name)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${sandbox.origin}/.default`,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** A token that carries exactly these roles: the scenario's grants are replaced first. */
async function tokenWith(name: ScenarioName, roles: readonly AppRole[]): Promise<string> {
  const principal = sandbox.state.tenants
    .get(scenarioTenantId(name))
    ?.servicePrincipals.get(scenarioCredential(name).clientId);
  if (principal === undefined) throw new Error(`${name} has no service principal`);
  principal.roleAssignments = roles.map((role) => ({
    role,
    listed: true,
    effectiveFrom: 0,
    effectiveUntil: Infinity,
  }));
  return await tokenFor(name);
}

async function get(path: string, token: string, headers: Record<string, string> = {}) {
  return await ask(path, token, { headers });
}

async function ask(path: string, token: string, { headers = {}, ...init }: RequestInit = {}) {
  const response = await fetch(`${sandbox.origin}/v1.0${path}`, {
    ...init,
    headers: { ...(headers as Record<string, string>), authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** One address for every route; a route without an example fails below. */
const { clientId } = scenarioCredential('no-connection');
const tenantId = scenarioTenantId('no-connection');
const examples = [
  '/organization',
  `/organization/${tenantId}`,
  `/servicePrincipals(appId='${clientId}')`,
  '/servicePrincipals/{principal}/appRoleAssignments',
  `/applications(appId='${clientId}')`,
  '/subscribedSkus',
  '/tenantRelationships/delegatedAdminRelationships',
  '/users',
  '/directoryObjects/getByIds',
  '/deviceManagement/managedDevices',
  '/deviceManagement/deviceConfigurations',
  '/deviceManagement/windowsAutopilotDeploymentProfiles',
  '/deviceManagement/deviceHealthScripts',
  '/deviceManagement/deviceManagementScripts',
  '/deviceAppManagement/mobileApps',
  ...policyExamples(),
];

function policyExamples(): string[] {
  const parts = [
    'assignments',
    'settings',
    'roleAssignments',
    'scheduledActionsForRule',
    'combinationConfigurations',
    'definitionValues',
    'items',
    'apps',
    'localizedNotificationMessages',
    'enrollmentProfiles',
  ];
  const estate = estateOf(tenantId, { daysAgo: 0, today: new Date(0) });
  const addresses = ([path, [item]]: readonly [string, readonly { readonly id: string }[]]) => {
    const address = `${path}/${item?.id ?? ''}`;
    return [path, address, ...parts.map((part) => `${address}/${part}`)];
  };
  const first = (path: string) => estate.get(path)?.[0] ?? { id: '' };
  const template = first('/deviceManagement/groupPolicyConfigurations') as Template;
  const [value] = template.definitionValues ?? [];
  const profile = first('/deviceManagement/deviceConfigurations').id;
  const protections = estate.get('/deviceAppManagement/managedAppPolicies') ?? [];
  return [
    ...[...estate].flatMap(addresses),
    ...['ios', 'android'].flatMap((type) =>
      addresses([`/deviceAppManagement/${type}ManagedAppProtections`, protections]),
    ),
    `/deviceManagement/groupPolicyConfigurations/${template.id}/definitionValues/${value?.id ?? ''}/presentationValues`,
    `/deviceManagement/deviceConfigurations/${profile}/microsoft.graph.windows81SCEPCertificateProfile/rootCertificate`,
    '/identityGovernance/termsOfUse/agreements',
  ];
}

interface Template {
  readonly id: string;
  readonly definitionValues?: readonly { readonly id: string }[];
}

const routes = graphRoutes.map((route) => ({
  route,
  path: examples.find((path) => route.path.test(path)) ?? `no example for ${route.path.source}`,
}));

describe('permissions are enforced endpoint by endpoint', () => {
  const address = (path: string) => {
    const principal = sandbox.state.tenants.get(tenantId)?.servicePrincipals.get(clientId);
    return path.replace('{principal}', principal?.id ?? '');
  };

  const initOf = ({ method }: (typeof graphRoutes)[number]): RequestInit =>
    method === undefined ? {} : { method, body: JSON.stringify({ ids: [] }) };

  test.for(routes)('$path answers to each of its permissions alone', async ({ route, path }) => {
    for (const role of route.anyOf) {
      const token = await tokenWith('no-connection', [role]);
      expect([role, (await ask(address(path), token, initOf(route))).status]).toEqual([role, 200]);
    }
  });

  test.for(routes)('$path refuses whoever has none of them', async ({ route, path }) => {
    expect(route.anyOf).not.toContain('Device.Read.All');
    const token = await tokenWith('no-connection', ['Device.Read.All']);
    const { status, body } = await ask(address(path), token, initOf(route));
    expect([status, body]).toMatchObject([
      403,
      { error: { code: route.intune ? 'Forbidden' : 'Authorization_RequestDenied' } },
    ]);
  });
});

describe('tokens', () => {
  const flip = (token: string) => `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  const unsigned = (token: string) =>
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;

  test.for<[string, (token: string) => string]>([
    ['none', () => ''],
    ['nonsense', () => 'nonsense'],
    ['a changed signature', flip],
    ['alg none', unsigned],
  ])('%s: 401 InvalidAuthenticationToken', async ([, change]) => {
    const { status, body } = await get('/organization', change(await tokenFor('healthy')));
    expect([status, body]).toMatchObject([401, { error: { code: 'InvalidAuthenticationToken' } }]);
  });

  test('run out with this cloud’s clock', async () => {
    const token = await tokenFor('healthy');
    sandbox.state.clockOffsetMs = 2 * 60 * 60 * 1000;
    const { status, headers } = await get('/organization', token);
    sandbox.state.clockOffsetMs = 0;
    expect(status).toBe(401);
    expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(60 * 60 * 1000);
  });
});

describe('answers', () => {
  test('carry a request id, the caller’s id, and the fields asked for', async () => {
    const token = await tokenFor('healthy');
    const { body, headers } = await get('/organization?$select=id,displayName', token, {
      'client-request-id': 'my-id',
    });
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('client-request-id')).toBe('my-id');
    expect(body).toEqual({
      '@odata.context': `${sandbox.origin}/v1.0/$metadata#organization`,
      value: [{ id: scenarioTenantId('healthy'), displayName: expect.any(String) }],
    });
  });

  test('show the MDM authority only to whoever asks for it by name', async () => {
    const token = await tokenFor('healthy');
    const path = `/organization/${scenarioTenantId('healthy')}`;
    expect((await get(path, token)).body).not.toHaveProperty('mobileDeviceManagementAuthority');
    expect((await get(`${path}?$select=mobileDeviceManagementAuthority`, token)).body).toMatchObject({
      mobileDeviceManagementAuthority: 'intune',
    });
  });

  test('show of a secret its first three characters and its end', async () => {
    const { clientId: appId, clientSecret } = scenarioCredential('healthy');
    const { body } = await get(`/applications(appId='${appId}')`, await tokenFor('healthy'));
    expect(body['passwordCredentials']).toEqual([
      expect.objectContaining({
        hint: clientSecret.slice(0, 3),
        secretText: null,
        endDateTime: expect.any(String),
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain(clientSecret);
  });

  test('of Intune without a license are 400, whatever is asked', async () => {
    const { status, body } = await get(
      '/deviceManagement/managedDevices',
      await tokenFor('no-intune-licence'),
    );
    expect([status, body]).toMatchObject([
      400,
      { error: { code: 'BadRequest', message: 'Request not applicable to target tenant.' } },
    ]);
  });
});
