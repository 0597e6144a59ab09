import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../../../server/app.ts';
import { scenarioIdentities } from '../../../sandbox/scenarios.ts';
import { createApiClient, signIn, type ApiClient } from '../../support/api-client.ts';
import { createDemoDatabase } from '../../support/template-database.ts';
import { testConfig } from '../../support/test-app.ts';

/** The program at its most talkative: everything it writes is kept. */
let app: App;
let url: string;
let owner: ApiClient;
let readonlyPerson: ApiClient;
const written: string[] = [];

beforeAll(async () => {
  const { connection } = await createDemoDatabase();
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const webRoot = fileURLToPath(new URL('../../../dist/web', import.meta.url));
  const log = pino({ level: 'trace' }, sink);
  app = await startApp({
    config: testConfig({ logLevel: 'trace' }),
    connection,
    log,
    webRoot,
  });
  if (app.address === null) throw new Error('the API does not listen');
  url = `http://127.0.0.1:${app.address.port}`;
  owner = await signIn(url, 'owner@northwind.example');
  readonlyPerson = await signIn(url, 'readonly@northwind.example');
});
afterAll(async () => {
  await Promise.all([owner, readonlyPerson].map((client) => client[Symbol.asyncDispose]()));
  await app[Symbol.asyncDispose]();
});

async function idOf(scenario: string): Promise<string> {
  const { data } = await owner.query(
    'query ($s: String) { viewer { workspaces { tenants(first: 100, search: $s) { nodes { id externalId } } } } }',
    { s: scenario },
  );
  const nodes: { id: string; externalId: string }[] = data.viewer.workspaces[0].tenants.nodes;
  return nodes.find(({ externalId }) => externalId === scenario)?.id ?? '';
}

const start = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }';
const follow = 'subscription ($id: ID!) { operationRun(id: $id) { status } }';

async function verify(scenario: string): Promise<string> {
  const id = await idOf(scenario);
  const { data } = await owner.query(start, { id });
  for await (const event of owner.subscribe(follow, { id: data.startVerification.run.id })) void event;
  return id;
}

const about = `query ($id: ID!) { tenant(id: $id) {
  nextRecheck { at attempt reason message }
  capabilityMatrix { workload read write checkKey reasonCode message writeRequired readBadge { color } writeBadge { label color } }
  permissions { permission state stateBadge { color } need meaning }
} }`;

describe('what a tenant says after a verification', () => {
  test('the capability matrix, workload by workload', async () => {
    const id = await verify('missing-permission');
    const { data } = await owner.query(about, { id });
    const rows: { workload: string; read: string; write: string }[] = data.tenant.capabilityMatrix;
    expect(
      Object.fromEntries(rows.map(({ workload, read, write }) => [workload, `${read} ${write}`])),
    ).toEqual({
      configuration: 'MISSING MISSING',
      apps: 'VERIFIED MISSING',
      devices: 'VERIFIED MISSING',
      enrolment: 'VERIFIED MISSING',
      rbac: 'VERIFIED MISSING',
      scripts: 'VERIFIED MISSING',
      groups: 'VERIFIED MISSING',
      conditional_access: 'VERIFIED MISSING',
    });
    // What is required and missing is a fault; what no one asked for is not.
    expect(rows[0]).toMatchObject({
      message: 'DeviceManagementConfiguration.Read.All is not granted.',
      writeRequired: false,
      readBadge: { color: 'DANGER' },
      writeBadge: { label: 'Not granted', color: 'NEUTRAL' },
    });
  });

  test('a pending grant: the next re-check, until someone with the right to stops it', async () => {
    const id = await verify('permission-pending');
    const before = await owner.query(about, { id });
    expect(before.data.tenant.nextRecheck).toMatchObject({
      attempt: 1,
      reason: 'permission.not_yet_effective',
      message: 'DeviceManagementConfiguration.Read.All is granted but has not reached Microsoft Graph yet.',
    });
    expect(Date.parse(before.data.tenant.nextRecheck.at)).toBeGreaterThan(Date.now());
    expect(before.data.tenant.permissions).toContainEqual({
      permission: 'DeviceManagementConfiguration.Read.All',
      state: 'granted_not_yet_effective',
      stateBadge: { color: 'INFO' },
      need: 'WAIT',
      meaning: expect.stringContaining('do not grant it again') as string,
    });
    const stop = `mutation ($id: ID!) { stopVerificationRecheck(input: { tenantId: $id }) {
      stopped tenant { nextRecheck { attempt } } } }`;
    const stopped = await owner.query(stop, { id });
    expect(stopped.data.stopVerificationRecheck).toEqual({ stopped: true, tenant: { nextRecheck: null } });
    const again = await owner.query(stop, { id });
    expect(again.data.stopVerificationRecheck.stopped).toBe(false);
  });

  test('whoever may only look cannot stop it, and a stranger’s tenant is not there', async () => {
    const stop = `mutation ($id: ID!) { stopVerificationRecheck(input: { tenantId: $id }) { stopped } }`;
    const forbidden = await readonlyPerson.query(stop, { id: await idOf('healthy') });
    expect(forbidden.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const hidden = await readonlyPerson.query(stop, { id: await idOf('permission-pending') });
    const absent = await readonlyPerson.query(stop, { id: '999999' });
    expect(hidden.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect(hidden.text).toBe(absent.text);
  });
});

test('what a tenant has to grant is a setting of its connection, and counts from the next verification on', async () => {
  const id = await idOf('token-transient');
  const connection =
    '{ tenant(id: ' + JSON.stringify(id) + ') { providerConnections { id permissionProfiles } } }';
  const [before] = (await owner.query(connection)).data.tenant.providerConnections as {
    id: string;
    permissionProfiles: string[];
  }[];
  expect(before?.permissionProfiles).toEqual(['READ']);
  const update = `mutation ($id: ID!) { updateProviderConnection(
    input: { connectionId: $id, permissionProfiles: [SCRIPTS] }) { providerConnection { permissionProfiles } } }`;
  const { data } = await owner.query(update, { id: before?.id });
  expect(data.updateProviderConnection.providerConnection.permissionProfiles).toEqual(['READ', 'SCRIPTS']);
  await verify('token-transient');
  const after = await owner.query(about, { id });
  expect(after.data.tenant.permissions).toContainEqual({
    permission: 'DeviceManagementScripts.ReadWrite.All',
    state: 'missing',
    stateBadge: { color: 'DANGER' },
    need: 'ACT',
    meaning: expect.stringContaining('consent') as string,
  });
});

test('the catalog of reasons is for whoever is signed in', async () => {
  const query = '{ reasonCatalog { code message severity blocking retryable actor steps } }';
  const { data } = await owner.query(query);
  expect(data.reasonCatalog).toContainEqual({
    code: 'credential.secret_expired',
    message: 'The client secret has expired.',
    severity: 'CRITICAL',
    blocking: true,
    retryable: false,
    actor: 'PROVIDER_ADMIN',
    steps: ['Open the app’s certificates and secrets', 'Replace the credential'],
  });
  await using nobody = createApiClient(url, {});
  expect((await nobody.query(query)).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test('a code no one knows is counted, and its trace id is in the log', async () => {
  await verify('unknown-code');
  const metrics = await (await fetch(`http://127.0.0.1:${app.metricsAddress?.port}/metrics`)).text();
  expect(metrics).toMatch(/^tenantatlas_unmapped_codes_total 1$/m);
  expect(written.join('')).toMatch(/"aadsts","value":"7654321".*trace_id/);
});

test('at trace level the log holds no secret, no token and no assertion', async () => {
  const quick = [
    'healthy',
    'secret-invalid',
    'no-consent',
    'app-disabled',
    'redirect',
    'graph-html',
    'wrong-directory',
  ];
  await Promise.all(quick.map(verify));
  const log = written.join('');
  expect(log.length).toBeGreaterThan(0);
  for (const { clientSecret } of scenarioIdentities) expect(log).not.toContain(clientSecret);
  // How every JWT begins: {"typ" or {"alg" in base64url.
  expect(log).not.toMatch(/eyJ[\w-]{10}/);
});
