import { guidFor } from './guid.ts';
import { createPolicyStore } from './policies/policy-store.ts';
import {
  scenarioIdentities,
  scenarioRoles,
  scenarios,
  isScenarioName,
  type Scenario,
  type ScenarioIdentity,
  type ScenarioName,
} from './scenarios.ts';
import { now, type Application, type CloudState, type Secret, type Tenant } from './state.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** One directory for every scenario. */
export function buildState(): CloudState {
  const state: CloudState = {
    tenants: new Map(),
    applications: new Map(),
    faults: [],
    received: [],
    usedAssertions: new Set(),
    clockOffsetMs: 0,
    latencyMs: 0,
  };
  for (const identity of scenarioIdentities) {
    if (!isScenarioName(identity.name)) throw new Error(`No scenario is called ${identity.name}`);
    addTenant(state, identity, identity.name);
  }
  return state;
}

export type TenantIdentity = Omit<ScenarioIdentity, 'name' | 'does'>;

/** Adds one more directory that behaves like the scenario named; safe to repeat for the same directory. */
export function addTenant(state: CloudState, identity: TenantIdentity, like: ScenarioName): void {
  const scenario: Scenario = scenarios[like];
  const application = buildApplication(identity, scenario);
  state.applications.set(application.appId, application);
  if (scenario.tenant !== 'absent') state.tenants.set(identity.tenantId, buildTenant(identity, scenario));
  for (const fault of scenario.faults ?? []) {
    state.faults.push({ ...fault, tenantId: identity.tenantId, ofScenario: true, seen: 0 });
  }
}

function buildTenant(identity: TenantIdentity, scenario: Scenario): Tenant {
  const { tenantId, title } = identity;
  return {
    id: tenantId,
    displayName: title,
    domain: `${title.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.onmicrosoft.example`,
    organizationId: scenario.organization === 'other' ? guidFor(`${tenantId} other organization`) : tenantId,
    graphServicePrincipalId: guidFor(`${tenantId} graph service principal`),
    servicePrincipals: new Map(buildServicePrincipals(identity, scenario)),
    intuneLicensed: scenario.intuneLicensed ?? true,
    latencyMs: scenario.latencyMs ?? 0,
    collections: new Map(),
    policies: createPolicyStore(tenantId, now({ clockOffsetMs: 0 })),
  };
}

function buildServicePrincipals({ tenantId, clientId }: TenantIdentity, scenario: Scenario) {
  if (scenario.servicePrincipal === 'absent') return [];
  const principal = {
    id: guidFor(`${tenantId} service principal`),
    appId: clientId,
    displayName: 'TenantAtlas',
    accountEnabled: scenario.servicePrincipal !== 'disabled',
    roleAssignments: scenarioRoles(scenario),
  };
  return [[clientId, principal]] as const;
}

function buildApplication(
  { tenantId, clientId, clientSecret }: TenantIdentity,
  scenario: Scenario,
): Application {
  return {
    appId: clientId,
    id: guidFor(`${clientId} application`),
    homeTenantId: scenario.servicePrincipal === 'absent' ? guidFor('partner tenant') : tenantId,
    displayName: 'TenantAtlas',
    secrets: [buildSecret(clientId, clientSecret, scenario)],
    certificates: [],
    federatedCredentials: [],
  };
}

function buildSecret(clientId: string, clientSecret: string, scenario: Scenario): Secret {
  // 180 days: what Entra proposes for a new secret. Two days ago: expired beyond any doubt about time zones.
  const lifetimeMs = scenario.secret === 'expired' ? -2 * dayMs : 180 * dayMs;
  return {
    value: scenario.secret === 'rotated' ? `${clientSecret.slice(0, -1)}~` : clientSecret,
    keyId: guidFor(`${clientId} secret`),
    endDateTime: new Date(now({ clockOffsetMs: 0 }).getTime() + lifetimeMs),
  };
}
