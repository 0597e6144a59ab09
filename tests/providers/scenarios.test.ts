import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceKind } from '../../core/provider.ts';
import type { ReasonCode } from '../../core/reasons.ts';
import {
  scenarioCredential,
  scenarios,
  scenarioTenantId,
  type ScenarioName,
} from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { collectAll, openScenario } from './microsoft.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const roles = [
  'Application.Read.All',
  'DeviceManagementApps.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementRBAC.Read.All',
  'DeviceManagementScripts.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'Group.Read.All',
  'Organization.Read.All',
  'Policy.Read.All',
  'User.ReadBasic.All',
];
const without = (role: string) => roles.filter((candidate) => candidate !== role);
const configuration = 'DeviceManagementConfiguration.Read.All';

/** How a scenario differs from a tenant where everything can be read. */
interface Expected {
  readonly unreadable?: Partial<Record<EvidenceKind, ReasonCode>>;
  readonly tokenRoles?: readonly string[];
  readonly granted?: readonly string[];
  readonly organizationId?: unknown;
}

const allUnreadable = (reason: ReasonCode): Expected => ({
  unreadable: {
    token: reason,
    organization: reason,
    service_principal: reason,
    app_role_assignments: reason,
  },
});
const graphUnreadable = (reason: ReasonCode, rest: Expected = {}): Expected => ({
  ...rest,
  unreadable: { organization: reason, service_principal: reason, app_role_assignments: reason },
});

const expected = {
  healthy: {},
  'missing-permission': { tokenRoles: without(configuration), granted: without(configuration) },
  'secret-expired': allUnreadable('credential.secret_expired'),
  'secret-invalid': allUnreadable('credential.secret_invalid'),
  'no-consent': graphUnreadable('consent.no_app_roles', { tokenRoles: [] }),
  'app-not-in-tenant': allUnreadable('app.not_in_tenant'),
  'app-disabled': allUnreadable('app.disabled'),
  'tenant-not-found': allUnreadable('tenant.not_found'),
  'wrong-directory': { organizationId: expect.not.stringMatching(scenarioTenantId('wrong-directory')) },
  'conditional-access': allUnreadable('policy.conditional_access_blocked'),
  throttled: {},
  'throttled-forever': graphUnreadable('throttled.graph'),
  slow: {},
  'graph-down': graphUnreadable('provider.transient'),
  'graph-html': graphUnreadable('provider.bad_response'),
  'graph-reset': graphUnreadable('network.unreachable'),
  redirect: allUnreadable('network.redirect_refused'),
  'empty-token': allUnreadable('provider.bad_response'),
  'permission-pending': { tokenRoles: without(configuration) },
  'permission-revoked': { granted: without('DeviceManagementApps.Read.All') },
  'permissions-unverifiable': {
    tokenRoles: without('Application.Read.All'),
    unreadable: { service_principal: 'permission.missing', app_role_assignments: 'permission.missing' },
  },
  'no-intune-licence': {},
  'unknown-code': allUnreadable('provider.unmapped'),
  'token-transient': {},
  'no-connection': {},
  'no-credential': {},
} satisfies Record<ScenarioName, Expected>;

function wholeAnswer(name: ScenarioName, outcome: Expected) {
  const {
    tokenRoles = roles,
    granted = roles,
    organizationId = scenarioTenantId(name),
    unreadable = {},
  } = outcome;
  const tenantId = scenarioTenantId(name);
  const { clientId } = scenarioCredential(name);
  return {
    token: { claims: { roles: expect.toSatisfy(sameRoles(tokenRoles)), tid: tenantId, appid: clientId } },
    organization: { id: organizationId, displayName: expect.any(String) },
    service_principal: {
      servicePrincipal: { id: expect.any(String), accountEnabled: true, appOwnerOrganizationId: tenantId },
    },
    app_role_assignments: { granted },
    ...unreadable,
  };
}

const sameRoles = (wanted: readonly string[]) => (found: readonly string[]) =>
  [...found].sort().join() === [...wanted].sort().join();

// Every scenario has a directory of its own, so they need not wait for one another's retries.
describe.concurrent('what the provider finds out about each scenario', () => {
  test.for(Object.keys(scenarios) as ScenarioName[])('%s', async (name) => {
    await using session = openScenario(sandbox, name);
    expect(await collectAll(session)).toEqual(wholeAnswer(name, expected[name]));
  });
});

describe('a scenario does not wear out', () => {
  test.for(['throttled', 'token-transient'] as const)('%s, once more', async (name) => {
    await using session = openScenario(sandbox, name);
    expect(await collectAll(session)).toEqual(wholeAnswer(name, expected[name]));
  });
});
