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
}, 120_000);

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
}, 120_000);

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
}, 120_000);

it('where the default address for metrics is taken, the program says so and works without', async () => {
  const blocker = createServer().on('error', () => undefined);
  blocker.listen(9464, '127.0.0.1');
  // Whoever has it already, this test or another program: it is taken.
  await Promise.race([once(blocker, 'listening'), once(blocker, 'error')]);
  await using program = startProgram({ ...environmentOf(app), ROLES: 'worker', METRICS_ADDRESS: '' });
  await program.until('TenantAtlas is running.');
  expect(program.output()).toContain('METRICS_ADDRESS: port 9464 on 127.0.0.1 is taken. This process has no');
  if (blocker.listening) {
    blocker.close();
    await once(blocker, 'close');
  }
}, 120_000);

it('opens no more connections than it is told, and as many as it is told', async () => {
  const databaseConnections = 3;
  const queueConnections = 2;
  await using own = await startTestApp({ databaseConnections, queueConnections });
  await using database = openSql(own.connection);
  const viewer = await own.as('owner');
  const most = new Map<string, number>();
  const look = async () => {
    const rows = await database.sql<{ name: string; count: number }[]>`
      select application_name as name, count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name like 'tenantatlas%' and
        application_name <> 'tenantatlas-tests' group by 1`;
    for (const { name, count } of rows) most.set(name, Math.max(count, most.get(name) ?? 0));
  };
  const { data } = await viewer.query('{ viewer { workspaces { id } } }');
  // Jobs for all workers at once; their progress is told over the connection for hints.
  await viewer.query(
    'mutation ($id: ID!) { startWorkspaceVerification(input: { workspaceId: $id }) { started } }',
    { id: data.viewer.workspaces[0].id },
  );
  // More requests at once than there are connections.
  await until('all are in use', async () => {
    const asked = Array.from({ length: 12 }, () => viewer.query('{ viewer { user { id } } }'));
    await Promise.all([look(), ...asked]);
    const names = ['tenantatlas', 'tenantatlas-queue', 'tenantatlas-listen', 'tenantatlas-hints'];
    return names.every((name) => most.has(name)) && (most.get('tenantatlas-queue') ?? 0) > queueConnections;
  });
  expect(most.get('tenantatlas')).toBe(databaseConnections);
  // Its LISTEN connection has the queue's name too.
  expect(most.get('tenantatlas-queue')).toBe(queueConnections + 1);
  expect(most.get('tenantatlas-listen')).toBe(1);
  expect(most.get('tenantatlas-hints')).toBe(1);
  expect([...most.keys()].filter((name) => !name.endsWith('-probe'))).toHaveLength(4);
}, 120_000);

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
  // The lock is held until it has ended: it does not wait for it.
  program.process.kill('SIGTERM');
  expect(await program.exit).toEqual({ code: 0, signal: null });
  held.release();
  expect(await sql`select from pg_namespace where nspname in ('drizzle', 'pgboss')`).toHaveLength(0);
}, 120_000);
