import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceKinds, type EvidenceKind } from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { workloads } from '../../core/workloads.ts';
import {
  scenarioCredential,
  scenarios,
  scenarioTenantId,
  type ScenarioName,
} from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { collectAll, openScenario } from './support/microsoft.ts';

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
  readonly licences?: unknown;
  readonly directory?: unknown;
}

const all = (kinds: readonly EvidenceKind[], reason: ReasonCode) =>
  Object.fromEntries(kinds.map((kind) => [kind, reason])) as Partial<Record<EvidenceKind, ReasonCode>>;
const graphKinds = evidenceKinds.filter(
  (kind) => kind !== 'credential_shape' && kind !== 'directory' && kind !== 'token',
);
const intuneProbes: readonly EvidenceKind[] = [
  'probe_configuration',
  'probe_apps',
  'probe_devices',
  'probe_enrolment',
  'probe_rbac',
  'probe_scripts',
];

const tokenUnreadable = (reason: ReasonCode, rest: Expected = {}): Expected => ({
  ...rest,
  unreadable: all(['token', ...graphKinds], reason),
});
const graphUnreadable = (reason: ReasonCode, rest: Expected = {}): Expected => ({
  ...rest,
  unreadable: all(graphKinds, reason),
});

const expected = {
  healthy: {},
  'missing-permission': {
    tokenRoles: without(configuration),
    granted: without(configuration),
    unreadable: { probe_configuration: 'permission.missing' },
  },
  'secret-expired': tokenUnreadable('credential.secret_expired'),
  'secret-invalid': tokenUnreadable('credential.secret_invalid'),
  'no-consent': graphUnreadable('consent.no_app_roles', { tokenRoles: [] }),
  'app-not-in-tenant': tokenUnreadable('app.not_in_tenant'),
  'app-disabled': tokenUnreadable('app.disabled'),
  'tenant-not-found': tokenUnreadable('tenant.not_found', {
    directory: { sightings: [], clockAheadSeconds: expect.any(Number) },
  }),
  'wrong-directory': { organizationId: expect.not.stringMatching(scenarioTenantId('wrong-directory')) },
  'conditional-access': tokenUnreadable('policy.conditional_access_blocked'),
  throttled: {},
  'throttled-forever': graphUnreadable('throttled.graph'),
  slow: {},
  'graph-down': graphUnreadable('provider.transient'),
  'graph-html': graphUnreadable('provider.bad_response'),
  'graph-reset': graphUnreadable('network.reset'),
  redirect: tokenUnreadable('network.redirect_refused'),
  'empty-token': tokenUnreadable('provider.bad_response'),
  'permission-pending': {
    tokenRoles: without(configuration),
    unreadable: { probe_configuration: 'permission.missing' },
  },
  'permission-revoked': { granted: without('DeviceManagementApps.Read.All') },
  'permissions-unverifiable': {
    tokenRoles: without('Application.Read.All'),
    unreadable: all(['service_principal', 'app_role_assignments', 'credential_expiry'], 'permission.missing'),
  },
  'no-intune-licence': {
    licences: { intune: [], lookalikes: [expect.stringContaining('INTUNE_O365')] },
    unreadable: all(intuneProbes, 'licence.intune_missing'),
  },
  'unknown-code': tokenUnreadable('config.request_malformed'),
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
    credential_shape: { suspicions: [] },
    directory: outcome.directory ?? {
      sightings: [{ cloud: 'sandbox', directoryId: tenantId, region: 'EU' }],
      clockAheadSeconds: expect.any(Number),
    },
    token: { claims: { roles: expect.toSatisfy(sameRoles(tokenRoles)), tid: tenantId, appid: clientId } },
    organization: { id: organizationId, displayName: expect.any(String) },
    service_principal: {
      servicePrincipal: { id: expect.any(String), accountEnabled: true, appOwnerOrganizationId: tenantId },
    },
    app_role_assignments: { granted },
    credential_expiry: { source: 'directory', expiresAt: expect.any(Date), anotherUntil: null },
    licences: outcome.licences ?? {
      intune: [{ plan: 'INTUNE_A', sku: 'SPB', state: 'enabled' }],
      lookalikes: [expect.stringContaining('INTUNE_O365')],
    },
    mdm_authority: { authority: 'intune' },
    ...Object.fromEntries(workloads.map((workload) => [`probe_${workload}`, { items: 1 }])),
    delegated_admin: 'permission.missing',
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
