import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createDatabase } from '../../../db/engine/client.ts';
import { createApiTokenForUser } from '../../../flows/people/create-api-token.ts';
import { startApp } from '../../../server/app.ts';
import { createLog } from '../../../server/log.ts';
import { startPostgresProxy } from '../../support/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { testConfig } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';
import { webRoot } from '../../support/test-app.ts';

it('while the database is away: 503 with when to come back, sockets closed with 1013; then all is as before', async () => {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await createTestDatabase());
  const proxy = stack.use(await startPostgresProxy(connection));
  const app = stack.use(
    await startApp({
      config: testConfig({ logLevel: 'silent' }),
      connection: proxy.connection,
      log: createLog('silent'),
      webRoot: webRoot(),
    }),
  );
  const url = `http://127.0.0.1:${app.address?.port ?? 0}`;
  const token = await (async () => {
    await using direct = createDatabase({ connection, maxConnections: 1, applicationName: 'tests' });
    const person = { email: 'owner@northwind.example', workspace: null, name: 'test', expiresAt: null };
    return await createApiTokenForUser({ database: direct, now: () => new Date() }, person);
  })();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = () =>
    fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ viewer { user { id } } }"}' });
  const ready = async () => (await fetch(`${url}/readyz`)).status;
  const closeCode = async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    );
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  };
  expect((await ask()).status).toBe(200);
  expect(await ready()).toBe(200);

  // Whatever is sent to the database now cuts the connection it is sent over.
  proxy.breakAt({ text: '' }, 'cut');
  await until('the process is not ready', async () => (await ready()) === 503);
  const answer = await ask();
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const { errors } = (await answer.json()) as { errors: { extensions: Record<string, unknown> }[] };
  expect(errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 5 });
  expect(await closeCode()).toBe(1013);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  proxy.restore();
  await until('the process is ready', async () => (await ready()) === 200);
  expect((await ask()).status).toBe(200);
}, 120_000);
