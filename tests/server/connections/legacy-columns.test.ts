import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { startApp, type App } from '../../../server/app.ts';
import { createLog } from '../../../server/log.ts';
import { signIn, type ApiClient } from '../../support/api-client.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { testConfig } from '../../support/test-app.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const legacyColumns = ['app_client_id', 'app_client_secret', 'app_certificate_thumbprint', 'app_notes'];

let app: App;
let owner: ApiClient;
let admin: ReturnType<typeof createClient>;
let asProgram: ReturnType<typeof createClient>;
/** Roles belong to the whole cluster, so this one needs a name of its own and goes at the end. */
const role = `no_legacy_${process.pid}`;

/** The program runs as someone who may do everything but read the legacy columns: reading them would be an error. */
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  admin = createClient({ connection, maxConnections: 1, applicationName: 'test' });
  await admin.unsafe(`
    create role ${role} login;
    grant create on database "${connection.database}" to ${role};
    grant all on schema public to ${role};
    grant all on all tables in schema public to ${role};
    revoke select on tenants from ${role};`);
  const columns = await admin<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = 'tenants' and column_name <> all (${legacyColumns})`;
  await admin.unsafe(`grant select (${columns.map(({ name }) => name).join(', ')}) on tenants to ${role}`);
  const restricted = { ...connection, user: role };
  asProgram = createClient({ connection: restricted, maxConnections: 1, applicationName: 'test' });
  const config = testConfig();
  app = await startApp({
    config,
    connection: restricted,
    log: createLog('error'),
    webRoot: path.join(root, 'dist/web'),
  });
  owner = await signIn(`http://127.0.0.1:${app.address?.port}`, 'owner@northwind.example');
});
afterAll(async () => {
  await owner[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
  await asProgram.end();
  await admin.unsafe(`drop owned by ${role}; drop role ${role};`);
  await admin.end();
});

const everything = `query ($id: ID!) { workspace(id: $id) { name verificationOverview { total }
  operationRuns(first: 20) { totalCount nodes { id targetScope { entraTenantId } verificationReport { document } } }
  tenants(first: 20, search: "a", status: [ACTIVE], readiness: [READY, BLOCKED, NEEDS_ATTENTION, NEVER_VERIFIED]) {
    totalCount nodes { id name tenantId externalId isCurrent role readiness permissions { permission }
      latestVerification { id } actions { action }
      providerConnections { id adminConsentUrl credential { clientId } actions { action } tenant { name } } } } } }`;

describe('the legacy columns of tenants', () => {
  it.each(legacyColumns)('the program as it runs here cannot read %s', async (column) => {
    await expect(asProgram.unsafe(`select ${column} from tenants`)).rejects.toThrow(/permission denied/);
  });

  it('are needed by no query of the API', async () => {
    const { data: own } = await owner.query('{ viewer { workspaces { id } } }');
    const { errors, data } = await owner.query(everything, { id: own.viewer.workspaces[0].id });
    expect(errors).toBeUndefined();
    expect(data.workspace.tenants.totalCount).toBeGreaterThan(5);
  });

  it('are needed neither by managing a connection nor by a verification', async () => {
    const tenants = await owner.query(
      '{ viewer { workspaces { tenants(first: 100, search: "healthy") { nodes { id providerConnections { id } } } } } }',
    );
    const [tenant] = tenants.data.viewer.workspaces[0].tenants.nodes as {
      id: string;
      providerConnections: { id: string }[];
    }[];
    const connectionId = tenant?.providerConnections[0]?.id;
    const changed = await owner.query(
      `mutation ($tenantId: ID!, $connectionId: ID!) {
        makeDefaultProviderConnection(input: { connectionId: $connectionId }) { providerConnection { id } }
        updateProviderConnection(input: { connectionId: $connectionId, displayName: "New" }) { providerConnection { id } }
        createProviderConnection(input: { tenantId: $tenantId, cloud: "sandbox",
          entraTenantId: "00000000-0000-4000-8000-000000000001" }) { providerConnection { id } } }`,
      { tenantId: tenant?.id, connectionId },
    );
    expect(changed.errors).toBeUndefined();
    const started = await owner.query(
      'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }',
      { id: tenant?.id },
    );
    const outcomes: string[] = [];
    const runId: string = started.data.startVerification.run.id;
    const follow = 'subscription ($id: ID!) { operationRun(id: $id) { outcome } }';
    for await (const { data } of owner.subscribe(follow, { id: runId }))
      outcomes.push(data.operationRun.outcome);
    expect(outcomes.at(-1)).toBe('SUCCEEDED');
  });

  it('are named in no source but the tables, the migrations and the cutover', async () => {
    const allowed = [
      'db/tables/tenancy.ts',
      'db/connections/legacy-credentials.ts',
      'flows/connections/cut-over-credentials.ts',
      'server/commands/cutover.ts',
    ];
    const camel = legacyColumns.map((name) =>
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    const naming = new RegExp([...legacyColumns, ...camel].join('|'));
    const found: string[] = [];
    for (const folder of ['core', 'db', 'flows', 'providers', 'schema', 'server', 'workers', 'web', 'cli']) {
      const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      for (const entry of entries) {
        const file = path.relative(root, path.join(entry.parentPath, entry.name));
        if (!entry.isFile() || file.startsWith('db/migrations/')) continue;
        if (naming.test(await readFile(path.join(root, file), 'utf8'))) found.push(file);
      }
    }
    expect(found.sort()).toEqual(allowed.sort());
  });
});
