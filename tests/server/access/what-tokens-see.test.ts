import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient, type ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
  workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function withScopes(...scopes: string[]): Promise<ApiClient> {
  const { data } = await owner.query(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { plaintext } }',
    { input: { workspaceId, name: scopes.join(), capabilities: scopes } },
  );
  return createApiClient(app.url, { authorization: `Bearer ${data.createApiToken.plaintext}` });
}

describe('a token without PROVIDER_VIEW', () => {
  it('sees no connection, is told so at each place, and loses nothing else', async () => {
    const id = await app.tenantId('healthy');
    const paths = `query ($id: ID!) { tenant(id: $id) { name providerConnections { id } defaultProviderConnection { id }
      latestVerification { status providerConnection { id entraTenantId } } workspace { name } } }`;
    const seen = await (await withScopes('VIEW')).query(paths, { id });
    expect(seen.status).toBe(200);
    expect(seen.data.tenant).toMatchObject({
      name: expect.any(String),
      providerConnections: null,
      defaultProviderConnection: null,
      latestVerification: { status: 'COMPLETED', providerConnection: null },
      workspace: { name: 'Northwind Managed Services' },
    });
    expect(seen.errors).toHaveLength(3);
    for (const { extensions } of seen.errors ?? [])
      expect(extensions).toEqual({
        code: 'FORBIDDEN',
        capability: expect.stringMatching(/^provider[._]view$/i),
      });
    const all = await (await withScopes('VIEW', 'PROVIDER_VIEW')).query(paths, { id });
    expect(all.errors).toBeUndefined();
    const connectionId = all.data.tenant.providerConnections[0].id as string;
    const direct = await (
      await withScopes('VIEW')
    ).query('query ($id: ID!) { providerConnection(id: $id) { id displayName } }', { id: connectionId });
    expect([direct.status, direct.data]).toEqual([403, { providerConnection: null }]);
  });

  it('that may manage connections changes none it could not be shown', async () => {
    const id = await app.tenantId('healthy');
    const { data } = await owner.query(
      'query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }',
      {
        id,
      },
    );
    const answer = await (
      await withScopes('VIEW', 'PROVIDER_MANAGE')
    ).query(
      'mutation ($input: UpdateProviderConnectionInput!) { updateProviderConnection(input: $input) { providerConnection { id } } }',
      { input: { connectionId: data.tenant.defaultProviderConnection.id, displayName: 'Changed' } },
    );
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      capability: expect.stringMatching(/^provider[._]view$/i),
    });
    const after = await owner.query('query ($id: ID!) { providerConnection(id: $id) { displayName } }', {
      id: data.tenant.defaultProviderConnection.id,
    });
    expect(after.data.providerConnection.displayName).not.toBe('Changed');
  });
});

it('the audit log is null for who may not read it, and the rest of the workspace is there', async () => {
  const manager = await app.as('manager');
  const { status, data, errors } = await manager.query(
    'query ($id: ID!) { workspace(id: $id) { name auditLog { nodes { id } } tenants { totalCount } } }',
    { id: workspaceId },
  );
  expect([status, data.workspace]).toEqual([
    200,
    { name: 'Northwind Managed Services', auditLog: null, tenants: { totalCount: expect.any(Number) } },
  ]);
  expect(errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', capability: expect.stringMatching(/^members[._]manage$/i) } },
  ]);
});

describe('adding someone by an address that another workspace knows', () => {
  const add = `mutation ($input: SetWorkspaceMemberInput!) { setWorkspaceMember(input: $input) { workspace {
    members(first: 100) { nodes { user { displayName email } } } } } }`;

  it.each([
    ['without a name', 'operator@northwind.example', null, 'operator@northwind.example'],
    ['under a name', 'readonly@northwind.example', 'Someone New', 'Someone New'],
  ])('%s tells no other name', async (_case, email, displayName, shown) => {
    const contoso = await app.as('stranger');
    const foreign = (await contoso.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0]
      .id as string;
    const answer = await contoso.query(add, {
      input: { workspaceId: foreign, email, displayName, role: 'READONLY' },
    });
    expect(answer.text).not.toMatch(/Ophelia|Rhys/);
    expect(answer.data.setWorkspaceMember.workspace.members.nodes).toContainEqual({
      user: { displayName: shown, email },
    });
    const log = await contoso.query(
      'query ($id: ID!) { workspace(id: $id) { auditLog { nodes { sentence actor { displayName } data } } } }',
      { id: foreign },
    );
    expect(log.text).not.toMatch(/Ophelia|Rhys/);
    const home = await owner.query(
      'query ($id: ID!) { workspace(id: $id) { members(first: 100) { nodes { user { displayName } } } } }',
      { id: workspaceId },
    );
    expect(home.text).toMatch(/Ophelia.*Rhys/);
  });
});
