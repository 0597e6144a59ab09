import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createDatabase } from '../../db/engine/client.ts';
import { createApiTokenForUser } from '../../flows/people/create-api-token.ts';
import type { Config } from '../../server/config/config.ts';
import scenarios from '../../sandbox/scenarios.json' with { type: 'json' };
import { startApp } from '../../server/app.ts';
import { createLog } from '../../server/log.ts';
import { signIn, type ApiClient } from './api-client.ts';
import { createDemoDatabase, createTestDatabase, testKeys } from './template-database.ts';
import { rowOf } from './row-of.ts';
import { createVirtualClock } from './virtual-clock.ts';

export type DemoName = 'owner' | 'manager' | 'operator' | 'readonly' | 'stranger';

/** The whole program on a database of its own with the demo world in it, on free ports. */
export interface TestApp extends AsyncDisposable {
  readonly url: string;
  /** Where it answers for its health and figures. */
  readonly metricsUrl: string;
  /** Empty without the demo. */
  readonly sandboxOrigin: string;
  readonly config: Config;
  readonly connection: Awaited<ReturnType<typeof createTestDatabase>>['connection'];
  /** `stranger` owns the other workspace. The client is closed with the app. */
  as(name: DemoName): Promise<ApiClient>;
  /** A new API token of the person, for scripts. */
  token(name: DemoName): Promise<string>;
  /** A worker beside it, for an app that was started with the role `api` only: until then everything stays queued. */
  startWorker(): Promise<void>;
  /** Lets time pass, at once: for the server, its workers and the sandbox. */
  advance(ms: number): Promise<void>;
  /** How long the sandbox waits before each answer about this scenario's directory: a slow one need not stay slow. */
  setLatency(scenario: string, ms: number): Promise<void>;
  /** The tenant's row id by its scenario's name, in Northwind. */
  tenantId(scenario: string): Promise<string>;
}

const emails: Record<DemoName, string> = {
  owner: 'owner@northwind.example',
  manager: 'manager@northwind.example',
  operator: 'operator@northwind.example',
  readonly: 'readonly@northwind.example',
  stranger: 'owner@contoso.example',
};

export async function startTestApp(overrides: Partial<Config> = {}, log?: Logger): Promise<TestApp> {
  await using stack = new AsyncDisposableStack();
  const config = testConfig(overrides);
  const clock = createVirtualClock();
  const { now } = clock;
  // The demo of other keys is seeded by the program itself: it could not open what is in the template.
  const isInTemplate = config.demo && config.encryptionKeys === testKeys;
  const { connection } = stack.use(await (isInTemplate ? createDemoDatabase() : createTestDatabase()));
  const app = stack.use(
    await startApp({ config, connection, log: log ?? createLog(config.logLevel), webRoot: webRoot(), now }),
  );
  const { address } = app;
  const sandboxOrigin = config.demo ? app.sandboxOrigin : '';
  if (address === null || sandboxOrigin === null)
    throw new Error('a test app serves the API, and the demo unless told otherwise');
  const url = `http://127.0.0.1:${address.port}`;
  const as = async (name: DemoName) => running.use(await signIn(url, emails[name]));
  const running = stack.move();
  return {
    url,
    metricsUrl: `http://127.0.0.1:${app.metricsAddress?.port ?? 0}`,
    sandboxOrigin,
    config,
    connection,
    as,
    async token(name) {
      await using database = createDatabase({ connection, maxConnections: 1, applicationName: 'test' });
      return await createApiTokenForUser(
        { database, now },
        {
          email: emails[name],
          workspace: null,
          name: 'test',
          expiresAt: null,
        },
      );
    },
    async startWorker() {
      const sandboxPort = Number(new URL(sandboxOrigin).port);
      const worker = { ...config, roles: new Set(['worker'] as const), sandboxPort };
      running.use(
        await startApp({
          config: worker,
          connection,
          log: createLog(config.logLevel),
          webRoot: webRoot(),
          now,
        }),
      );
    },
    async advance(ms) {
      clock.advance(ms);
      if (sandboxOrigin !== '') await control(sandboxOrigin, 'clock', { offsetMs: clock.offsetMs });
    },
    setLatency(scenario, ms) {
      const tenantId = scenarios.find(({ name }) => name === scenario)?.tenantId;
      return control(sandboxOrigin, 'latency', { tenantId, ms });
    },
    async tenantId(scenario) {
      const owner = await as('owner');
      const { data } = await owner.query(
        'query ($s: String) { viewer { workspaces { tenants(first: 100, search: $s) { nodes { id externalId } } } } }',
        { s: scenario },
      );
      const nodes: { id: string; externalId: string }[] = data.viewer.workspaces[0].tenants.nodes;
      const tenant = nodes.find(({ externalId }) => externalId === scenario);
      if (tenant === undefined) throw new Error(`the demo world has no tenant ${scenario}`);
      return rowOf(tenant.id);
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function control(
  origin: string,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(input);
  const answer = await fetch(`${origin}/_control/${action}`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the sandbox refused ${action} ${body}: ${await answer.text()}`);
}

export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1:4000',
    allowedOrigins: [],
    workspaceCreators: 'owners',
    mcp: false,
    database: { kind: 'embedded' },
    databaseConnections: 10,
    queueConnections: 4,
    metricsAddress: { host: '127.0.0.1', port: 0, isDefault: false },
    dataDir: '/nonexistent',
    roles: new Set(['api', 'worker']),
    encryptionKeys: testKeys,
    logLevel: 'error',
    demo: true,
    demoEverywhere: false,
    warnings: [],
    sandboxPort: 0,
    workerConcurrency: 8,
    secureCookies: false,
    proxy: null,
    trustProxy: false,
    policy: {
      isProduction: false,
      viewerPerMinute: null,
      anonymousPerMinute: null,
      streamsPerViewer: 100_000,
      socketsBeforeInit: 100_000,
      requestTimeoutSeconds: 30,
      answerTimeoutSeconds: 120,
      persistedOperations: null,
    },
    entra: null,
    tokenFiles: [],
    ...overrides,
  };
}

export function webRoot(): string {
  return fileURLToPath(new URL('../../dist/web', import.meta.url));
}
