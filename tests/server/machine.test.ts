import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { createLog } from '../../server/log.ts';
import type { ApiClient } from '../support/api-client.ts';
import { startProgram } from '../support/program/program.ts';
import { environmentOf } from '../support/program/processes.ts';
import { openSql } from '../support/sql.ts';
import { createTestDatabase } from '../support/template-database.ts';
import { startTestApp, testConfig, webRoot, type TestApp } from '../support/test-app.ts';
import { until } from '../support/until.ts';

/** The program beside others on one machine and one database: taken ports, signals at the wrong moment. */
let app: TestApp;
let owner: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

it('a start that fails takes no job', async () => {
  await using database = openSql(app.connection);
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  const id = data.viewer.workspaces[0].id as string;
  await owner.query(
    'mutation ($id: ID!) { startWorkspaceVerification(input: { workspaceId: $id }) { started } }',
    { id },
  );
  const program = startProgram({
    ...environmentOf(app),
    ROLES: 'api,worker',
    PORT: new URL(app.url).port,
    SANDBOX_PORT: '0',
  });
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.output()).toContain('is taken');
  const states = await database.sql`
    select distinct state, retry_count from pgboss.job where name = 'provider.connection.check'`;
  expect([...states]).toEqual([{ state: 'created', retry_count: 0 }]);
}, 60_000);

it('a worker answers for its health and figures; the public port shows no figures', async () => {
  const answers = await Promise.all(
    ['/metrics', '/healthz', '/readyz'].map(async (path) => (await fetch(`${app.metricsUrl}${path}`)).status),
  );
  expect(answers).toEqual([200, 200, 200]);
  expect(await (await fetch(`${app.url}/metrics`)).text()).not.toContain('tenantatlas_');
  const { connection } = await createTestDatabase();
  await using worker = await startApp({
    config: testConfig({ roles: new Set(['worker']), demo: false }),
    connection,
    log: createLog('silent'),
    webRoot: webRoot(),
  });
  const url = `http://127.0.0.1:${worker.metricsAddress?.port ?? 0}`;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_cpu_seconds_total');
}, 60_000);

it('a chosen address for metrics that is taken ends the start', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as { port: number };
  const program = startProgram({
    ...environmentOf(app),
    ROLES: 'worker',
    METRICS_ADDRESS: `127.0.0.1:${port}`,
  });
  expect(await program.exit).toEqual({ code: 1, signal: null });
  expect(program.output()).toContain(`METRICS_ADDRESS: port ${port} on 127.0.0.1 is taken.`);
  blocker.close();
  await once(blocker, 'close');
}, 60_000);

it('SIGTERM while the program waits for another one to migrate ends it, and nothing was started', async () => {
  const { connection } = await createTestDatabase('template0');
  await using database = openSql(connection);
  const { sql } = database;
  const held = await sql.reserve();
  await held`select pg_advisory_lock(7412021)`;
  const program = startProgram({ ...environmentOf({ ...app, connection }), ROLES: 'worker', DEMO: '0' });
  await until('it waits for the lock', async () => {
    const rows = await sql`select from pg_locks where locktype = 'advisory' and not granted`;
    return rows.length > 0;
  });
  const since = performance.now();
  program.process.kill('SIGTERM');
  expect(await program.exit).toEqual({ code: 0, signal: null });
  expect(performance.now() - since).toBeLessThan(10_000);
  held.release();
  expect(await sql`select from pg_namespace where nspname in ('drizzle', 'pgboss')`).toHaveLength(0);
}, 60_000);
