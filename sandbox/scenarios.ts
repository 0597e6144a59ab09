import type { AppRole } from './graph/app-roles.ts';
import { captivePortal, type Fault } from './control/faults.ts';
import data from './scenarios.json' with { type: 'json' };
import type { RoleAssignment } from './state.ts';

/** How one directory differs from a healthy one. What is absent is as in `healthy`. */
export interface Scenario {
  /** The directory does not exist. */
  readonly tenant?: 'absent';
  /** The application exists and has no service principal here, or a disabled one. */
  readonly servicePrincipal?: 'absent' | 'disabled';
  readonly secret?: 'rotated' | 'expired';
  /** /organization answers with the id of another directory. */
  readonly organization?: 'other';
  readonly intuneLicensed?: false;
  readonly latencyMs?: number;
  readonly withoutRoles?: readonly AppRole[] | 'all';
  readonly pendingRoles?: readonly AppRole[];
  readonly revokedRoles?: readonly AppRole[];
  readonly faults?: readonly Omit<Fault, 'tenantId' | 'ofScenario' | 'seen'>[];
}

export const scenarios = {
  healthy: {},
  'missing-permission': { withoutRoles: ['DeviceManagementConfiguration.Read.All'] },
  'secret-expired': { secret: 'expired' },
  'secret-invalid': { secret: 'rotated' },
  'no-consent': { withoutRoles: 'all' },
  'app-not-in-tenant': { servicePrincipal: 'absent' },
  'app-disabled': { servicePrincipal: 'disabled' },
  'tenant-not-found': { tenant: 'absent' },
  'wrong-directory': { organization: 'other' },
  'conditional-access': { faults: [{ on: 'token', answer: { kind: 'aadsts', code: 53003 } }] },
  throttled: { faults: [{ on: '/organization', times: 2, thenGood: 1, answer: throttle(1) }] },
  // 120 s is longer than any verification waits: the client must give up at once instead of sleeping.
  'throttled-forever': { faults: [{ on: 'graph', answer: throttle(120) }] },
  slow: { latencyMs: 1200 },
  'graph-down': {
    faults: [{ on: 'graph', answer: { kind: 'graph', status: 503, code: 'ServiceUnavailable' } }],
  },
  'graph-html': { faults: [{ on: 'graph', answer: captivePortal }] },
  'graph-reset': { faults: [{ on: 'graph', answer: { kind: 'reset' } }] },
  redirect: {
    // `.invalid` never resolves (RFC 2606): even a client that follows it sends the secret nowhere.
    faults: [{ on: 'token', answer: { kind: 'redirect', location: 'https://login.sandbox.invalid/token' } }],
  },
  'empty-token': {
    faults: [
      { on: 'token', answer: { kind: 'raw', status: 200, contentType: 'application/json', body: '{}' } },
    ],
  },
  'permission-pending': { pendingRoles: ['DeviceManagementConfiguration.Read.All'] },
  'permission-revoked': { revokedRoles: ['DeviceManagementApps.Read.All'] },
  'permissions-unverifiable': { withoutRoles: ['Application.Read.All'] },
  'no-intune-licence': { intuneLicensed: false },
  'unknown-code': { faults: [{ on: 'token', answer: { kind: 'aadsts', code: 7_654_321 } }] },
  'token-transient': {
    faults: [{ on: 'token', times: 2, thenGood: 1, answer: { kind: 'aadsts', code: 90033 } }],
  },
  'no-connection': {},
  'no-credential': {},
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export interface ScenarioIdentity {
  readonly name: string;
  /** Name of the customer. */
  readonly title: string;
  readonly does: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The same file is read by the demo's seed, which may not import the sandbox. */
export const scenarioIdentities: readonly ScenarioIdentity[] = data;

export function scenarioIdentity(name: ScenarioName): ScenarioIdentity {
  const identity = scenarioIdentities.find((candidate) => candidate.name === name);
  if (identity === undefined) throw new Error(`scenarios.json has no scenario ${name}`);
  return identity;
}

export function scenarioTenantId(name: ScenarioName): string {
  return scenarioIdentity(name).tenantId;
}

export function scenarioCredential(name: ScenarioName): { clientId: string; clientSecret: string } {
  const { clientId, clientSecret } = scenarioIdentity(name);
  return { clientId, clientSecret };
}

export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarios, text);
}

/** The `read` profile, and what the probes of a fully equipped connection need. */
export const healthyRoles: readonly AppRole[] = [
  'Organization.Read.All',
  'Application.Read.All',
  'Group.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementApps.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementRBAC.Read.All',
  'DeviceManagementScripts.Read.All',
  'Policy.Read.All',
  'User.ReadBasic.All',
];

export function scenarioRoles(scenario: Scenario): RoleAssignment[] {
  if (scenario.withoutRoles === 'all') return [];
  const { withoutRoles = [], pendingRoles = [], revokedRoles = [] } = scenario;
  return healthyRoles
    .filter((role) => !withoutRoles.includes(role))
    .map((role) => ({
      role,
      listed: !revokedRoles.includes(role),
      effectiveFrom: pendingRoles.includes(role) ? Infinity : 0,
      effectiveUntil: Infinity,
    }));
}

function throttle(retryAfterSeconds: number): Fault['answer'] {
  return { kind: 'graph', status: 429, code: 'TooManyRequests', retryAfterSeconds };
}
