import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildReport } from '../../../core/verification/report.ts';
import { makeClouds } from '../../../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../../../providers/microsoft/provider.ts';
import { addFault, clearFaults } from '../../../sandbox/graph/changes.ts';
import { captivePortal, type FaultAnswer } from '../../../sandbox/control/faults.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
import type { Provider } from '../../../core/provider/provider.ts';
import { addDirectory, judge, type Directory } from '../../providers/support/judge.ts';
import { systemClock } from '../../../server/clock.ts';

let sandbox: Sandbox;
let provider: Provider;
let directory: Directory;
let clean: ReadonlyMap<string, string>;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  const clouds = makeClouds({ sandboxOrigin: sandbox.origin });
  // Long enough for an answer from this machine under load; only silence takes as long (ms).
  const bounds = { patienceMs: 0, tokenTimeoutMs: 3000, graphTimeoutMs: 3000 };
  provider = createMicrosoftProvider({ clouds, now: systemClock, bounds });
  directory = addDirectory(sandbox);
  const { checks } = await judge(provider, directory);
  clean = new Map(checks.map(({ key, status }) => [key, status]));
});
afterAll(() => sandbox[Symbol.asyncDispose]());

/** Every address a verification asks, and the checks that rest on its answer. */
const endpoints: Readonly<Record<string, readonly string[]>> = {
  discovery: ['tenant.discovery'],
  token: ['token.acquire', 'token.claims', 'tenant.identity', 'consent.app_roles'],
  '/organization': ['tenant.identity', 'intune.mdm_authority'],
  "/servicePrincipals(appId='{client}')": ['app.service_principal', 'consent.app_roles'],
  '/servicePrincipals/': ['consent.app_roles'],
  '/applications': ['credential.expiry'],
  '/subscribedSkus': ['licence.intune'],
  '/deviceManagement/deviceConfigurations': ['capability.configuration'],
  '/deviceAppManagement/mobileApps': ['capability.apps'],
  '/deviceManagement/managedDevices': ['capability.devices'],
  '/deviceManagement/deviceEnrollmentConfigurations': ['capability.enrolment'],
  '/deviceManagement/roleDefinitions': ['capability.rbac'],
  '/deviceManagement/deviceHealthScripts': ['capability.scripts'],
  '/groups': ['capability.groups'],
  '/identity/conditionalAccess/policies': ['capability.conditional_access'],
};

const json = (body: string): FaultAnswer => ({
  kind: 'raw',
  status: 200,
  contentType: 'application/json',
  body,
});
const graph = (status: number, retryAfterSeconds?: number): FaultAnswer => ({
  kind: 'graph',
  status,
  code: 'Whatever',
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

const faults: Readonly<Record<string, FaultAnswer>> = {
  '401': graph(401),
  '403': graph(403),
  '429 forever': graph(429, 3600),
  '500': graph(500),
  '503': graph(503),
  temporarily_unavailable: { kind: 'aadsts', code: 7_654_321, error: 'temporarily_unavailable', status: 503 },
  'a captive portal': captivePortal,
  '{}': json('{}'),
  null: json('null'),
  'a wrong shape': json('{"value":{"id":7},"id":7,"appRoles":"x"}'),
  'half a body': { kind: 'truncated' },
  'a reset': { kind: 'reset' },
  'a redirect': { kind: 'redirect', location: 'https://elsewhere.invalid/' },
};

function lay(on: string, answer: FaultAnswer): void {
  const path = on.replace('{client}', directory.clientId);
  addFault(sandbox.state, { on: path, tenantId: directory.tenantId, answer });
}

/** The tenant is healthy, so a failure would be made up, and so would a pass of what could not be read. */
async function verifyHonestly(affected: ReadonlySet<string>): Promise<void> {
  const { checks } = await judge(provider, directory);
  const report = buildReport({ flow: 'x.y', generatedAt: new Date(), previousReportId: null, checks });
  expect(report.summary.overall).toBe('needs_attention');
  for (const { key, status } of checks) {
    expect([key, status]).not.toEqual([key, 'fail']);
    if (affected.has(key)) expect([key, status]).not.toEqual([key, 'pass']);
  }
}

describe('unknown never becomes pass or fail', () => {
  test('the tenant without faults passes every check that is not spared', () => {
    expect([...clean.values()].filter((status) => status !== 'pass')).toEqual(['skip']);
    expect([...new Set(Object.values(endpoints).flat())].every((key) => clean.get(key) === 'pass')).toBe(
      true,
    );
  });

  describe.for(Object.entries(endpoints))('%s', ([endpoint, affected]) => {
    test.for(Object.keys(faults))('answers %s', async (name) => {
      lay(endpoint, faults[name] as FaultAnswer);
      try {
        await verifyHonestly(new Set(affected));
      } finally {
        clearFaults(sandbox.state);
      }
    });
  });

  test('several endpoints, each with a fault of its own', async () => {
    const several = fc.dictionary(
      fc.constantFrom(...Object.keys(endpoints)),
      fc.constantFrom(...Object.keys(faults)),
      { minKeys: 2, maxKeys: 6, noNullPrototype: true },
    );
    const property = fc.asyncProperty(several, async (chosen) => {
      for (const [endpoint, fault] of Object.entries(chosen)) lay(endpoint, faults[fault] as FaultAnswer);
      try {
        await verifyHonestly(new Set(Object.keys(chosen).flatMap((endpoint) => endpoints[endpoint] ?? [])));
      } finally {
        clearFaults(sandbox.state);
      }
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
