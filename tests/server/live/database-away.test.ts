import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createDatabase } from '../../../db/engine/client.ts';
import { createApiTokenForUser } from '../../../flows/people/create-api-token.ts';
import { startApp } from '../../../server/app.ts';
import { createLog } from '../../../server/log.ts';
import { startPostgresProxy } from '../../support/database/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { testConfig } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';
import { webRoot } from '../../support/test-app.ts';

const planted = 'Planted Customer Ltd';

it('while the database is away: 503 with when to come back, sockets closed with 1013; then all is as before', async () => {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await createTestDatabase());
  const proxy = stack.use(await startPostgresProxy(connection));
  const lines: string[] = [];
  const app = stack.use(
    await startApp({
      config: testConfig({ logLevel: 'silent' }),
      connection: proxy.connection,
      log: createLog('trace', { write: (line) => void lines.push(line) }),
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
  const create = () => {
    const query = `mutation { createTenant(input: { workspaceId: "1", name: "${planted}" }) { tenant { id } } }`;
    return fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  };
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

  // In the middle of a change: the statement that fails has a customer's name in it.
  proxy.breakAt({ text: 'insert into' }, 'cut');
  expect((await create()).status).toBe(503);
  proxy.restore();

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
  for (let asked = 0; asked < 100; asked += 1) await create();
  expect(repeatedWithin(lines, 9_000)).toEqual([]);
  for (const secret of [planted, token]) expect(lines.filter((line) => line.includes(secret))).toEqual([]);

  proxy.restore();
  await until('the process is ready', async () => (await ready()) === 200);
  expect((await ask()).status).toBe(200);
}, 120_000);

interface Line {
  readonly time: number;
  readonly msg: string;
  readonly err?: Failure;
}
interface Failure {
  readonly type: string;
  readonly code?: string;
  readonly cause?: Failure;
}

/** Troubles of one kind that were told twice within so many ms; every line is JSON. */
function repeatedWithin(lines: readonly string[], ms: number): string[] {
  const told = new Map<string, number>();
  const repeated: string[] = [];
  for (const { time, msg, err } of lines.map((line) => JSON.parse(line) as Line)) {
    const kind = `${msg} ${kindOf(err)}`;
    if (err !== undefined && time - (told.get(kind) ?? 0) < ms) repeated.push(kind);
    told.set(kind, time);
  }
  return repeated;
}

function kindOf(error: Failure | undefined): string {
  return error?.cause === undefined ? (error?.code ?? error?.type ?? '') : kindOf(error.cause);
}
