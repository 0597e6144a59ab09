import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let folder: string;
let app: TestApp;
let northwind: ApiClient;
let contoso: ApiClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  app = await startTestApp({ tokenFiles: [{ workspace: 'northwind', path: folder }] });
  northwind = await app.as('owner');
  contoso = await app.as('stranger');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const workspaces = '{ viewer { workspaces { id } } }';
const connections = `query ($id: ID!) { workspace(id: $id) { tenants(first: 100) { nodes { id externalId
  defaultProviderConnection { id credentialRules { field pattern message } } } } } }`;
const set = `mutation ($input: SetProviderCredentialInput!) {
  setProviderCredential(input: $input) { providerConnection { credential { type tokenFile } } } }`;
const verify = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }';
const follow = `subscription ($id: ID!) { operationRun(id: $id) { outcome
  verificationReport { checks { key status reasonCode } } } }`;

interface Connected {
  readonly id: string;
  readonly externalId: string;
  readonly defaultProviderConnection: {
    readonly id: string;
    readonly credentialRules: readonly unknown[];
  } | null;
}

async function connectedTenants(client: ApiClient): Promise<Connected[]> {
  const { data: own } = await client.query(workspaces);
  const { data } = await client.query(connections, { id: own.viewer.workspaces[0].id });
  return (data.workspace.tenants.nodes as Connected[]).filter(
    ({ defaultProviderConnection }) => defaultProviderConnection !== null,
  );
}

const federated = (tokenFile: string, { defaultProviderConnection, externalId }: Connected) => ({
  connectionId: defaultProviderConnection?.id,
  type: 'FEDERATED',
  clientId: scenarios.find(({ name }) => name === externalId)?.clientId,
  tokenFile,
});

async function control(path: string, body: object): Promise<{ token: string }> {
  const response = await fetch(`${app.sandboxOrigin}/_control/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return response.status === 204 ? { token: '' } : ((await response.json()) as { token: string });
}

async function reasonOf(client: ApiClient, tenantId: string): Promise<string | null> {
  const { data } = await client.query(verify, { id: tenantId });
  let checks: { key: string; reasonCode: string | null }[] = [];
  for await (const event of client.subscribe(follow, { id: data.startVerification.run.id }))
    checks = event.data.operationRun.verificationReport?.checks ?? checks;
  return checks.find(({ key }) => key === 'config.credential')?.reasonCode ?? null;
}

it('a token file serves the workspace it is bound to and no other, which does not learn of it', async () => {
  const tokenFile = join(folder, 'customer-token');
  const ours = (await connectedTenants(northwind)).find(({ externalId }) => externalId === 'healthy');
  const [theirs] = await connectedTenants(contoso);
  if (ours === undefined || theirs === undefined) throw new Error('the demo has no such tenants');

  const audience = 'api://AzureADTokenExchange';
  const { clientId } = federated(tokenFile, ours);
  const issuer = `${app.sandboxOrigin}/workload`;
  await control('federated-credentials', { clientId, issuer, subject: 'worker', audience });
  await writeFile(tokenFile, (await control('workload-tokens', { subject: 'worker', audience })).token);

  const own = await northwind.query(set, { input: federated(tokenFile, ours) });
  expect(own.data.setProviderCredential.providerConnection.credential).toEqual({
    type: 'FEDERATED',
    tokenFile,
  });
  expect(await reasonOf(northwind, ours.id)).toBeNull();

  const foreign = await contoso.query(set, { input: federated(tokenFile, theirs) });
  expect(foreign.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'tokenFile' } }]);
  expect(JSON.stringify([foreign.errors, theirs])).not.toContain(folder);
  expect(JSON.stringify(ours)).toContain(folder);
});

it('one that is stored and no longer the workspace’s is not read', async () => {
  await using elsewhere = await startTestApp({
    tokenFiles: [{ workspace: 'northwind', path: '/elsewhere' }],
  });
  const ours = (await connectedTenants(northwind)).find(({ externalId }) => externalId === 'healthy');
  const sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
  const other = createClient({
    connection: elsewhere.connection,
    maxConnections: 1,
    applicationName: 'test',
  });
  try {
    const id = rowOf(ours?.defaultProviderConnection?.id ?? '');
    const [stored] = await sql`select type, payload, key_id, details from provider_credentials
      where provider_connection_id = ${id}`;
    expect(stored?.['type']).toBe('federated');
    // Both worlds are seeded alike, and have the same keys.
    await other`update provider_credentials set type = 'federated', payload = ${stored?.['payload'] as Buffer}
      where provider_connection_id = ${id}`;
  } finally {
    await sql.end();
    await other.end();
  }
  const owner = await elsewhere.as('owner');
  expect(await reasonOf(owner, await elsewhere.tenantId('healthy'))).toBe(
    'credential.federation_token_not_allowed',
  );
});
