import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { appRoleNames } from '../../providers/microsoft/evidence/app-roles.ts';
import { appRoles } from '../../sandbox/graph/app-roles.ts';
import { addFault, clearFaults, grantRole } from '../../sandbox/graph/changes.ts';
import { scenarioCredential, scenarioTenantId } from '../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { noPatience, openScenario } from './support/microsoft.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterEach(() => clearFaults(sandbox.state));
afterAll(() => sandbox[Symbol.asyncDispose]());

const graphPrincipal = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";

async function granted(): Promise<readonly string[]> {
  await using session = openScenario(sandbox, 'healthy', noPatience);
  const answer = await session.collect('app_role_assignments');
  if (answer.kind === 'unreadable') throw new Error(answer.reason);
  return answer.value.granted;
}

describe('names of granted permissions', () => {
  test('come from the directory’s own catalog: a permission this version never heard of has its name', async () => {
    const id = crypto.randomUUID();
    const granting = {
      tenantId: scenarioTenantId('healthy'),
      clientId: scenarioCredential('healthy').clientId,
    };
    grantRole(sandbox.state, { ...granting, role: 'Device.Read.All' });
    const graphId = sandbox.state.tenants.get(granting.tenantId)?.graphServicePrincipalId;
    const renamed = {
      id: graphId,
      appRoles: [
        { id: appRoles['Device.Read.All'], value: 'Brand.New.All' },
        { id, value: 'X' },
      ],
    };
    addFault(sandbox.state, {
      on: graphPrincipal,
      answer: { kind: 'raw', status: 200, contentType: 'application/json', body: JSON.stringify(renamed) },
    });
    expect(await granted()).toContain('Brand.New.All');
  });

  test('come from the built-in table when the catalog cannot be read; what it lacks stays an id', async () => {
    addFault(sandbox.state, {
      on: graphPrincipal,
      answer: { kind: 'graph', status: 503, code: 'ServiceUnavailable' },
    });
    const names = await granted();
    expect(names).toContain('DeviceManagementConfiguration.Read.All');
    // The sandbox grants one role of another API, which only the catalog's id could tell apart.
    expect(names.filter((name) => !name.includes('.'))).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  test('do not include permissions of other APIs', async () => {
    expect((await granted()).every((name) => name.includes('.'))).toBe(true);
  });
});

test('the provider’s table and the sandbox’s agree on every id', () => {
  for (const [name, id] of Object.entries(appRoles)) expect([id, appRoleNames.get(id)]).toEqual([id, name]);
});

test('without a service principal there are no assignments to read, and the provider says why', async () => {
  const principals = sandbox.state.tenants.get(scenarioTenantId('no-credential'))?.servicePrincipals;
  await using session = openScenario(sandbox, 'no-credential', noPatience);
  await session.collect('token');
  principals?.clear();
  expect(await session.collect('service_principal')).toMatchObject({
    kind: 'read',
    value: { servicePrincipal: null },
  });
  expect(await session.collect('app_role_assignments')).toMatchObject({
    reason: 'app.service_principal_missing',
  });
});
