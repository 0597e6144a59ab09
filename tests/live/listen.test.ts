import { afterEach, expect, it } from 'vitest';
import { createChangeFeed, type Change, type ChangeFeed } from '../../db/engine/changes.ts';
import { createClient } from '../../db/engine/client.ts';
import { createTestDatabase } from '../support/template-database.ts';
import { startPostgresProxy } from '../support/database/postgres-proxy.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

interface Heard {
  readonly feed: ChangeFeed;
  readonly changes: Change[];
  resyncs: number;
}

async function listen(connection: Parameters<typeof createChangeFeed>[0]['connection']): Promise<Heard> {
  const changes: Change[] = [];
  const listening = Promise.withResolvers<undefined>();
  const listener = {
    onChange: (change: Change) => void changes.push(change),
    onResync() {
      heard.resyncs += 1;
      listening.resolve(undefined);
    },
  };
  const feed = stack.use(createChangeFeed({ connection, listener, onTrouble: () => undefined }));
  const heard: Heard = { feed, changes, resyncs: 0 };
  await listening.promise;
  return heard;
}

async function until(condition: () => boolean, withinMs: number): Promise<number> {
  const startedAt = performance.now();
  while (!condition()) {
    if (performance.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - startedAt;
}

it('notices a half-open connection and hears again within 12 s, with a resync', async () => {
  const { connection } = stack.use(await createTestDatabase());
  const proxy = stack.use(await startPostgresProxy(connection));
  const heard = await listen(proxy.connection);
  proxy.swallow();
  const since = performance.now();
  // The network is back at once; the connection does not know that it is dead.
  proxy.restore();
  await until(() => heard.resyncs === 2, 12_000);
  expect(performance.now() - since).toBeLessThan(12_000);
  expect(heard.feed.rebuilds).toBe(1);
  const sql = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
  await sql`select pg_notify('tenantatlas', 'run:7')`;
  await until(() => heard.changes.some(({ what, id }) => what === 'run' && id === 7), 2_000);
  await sql.end();
});

it('begins anew with a resync when its connection is killed', async () => {
  const { connection } = stack.use(await createTestDatabase());
  const heard = await listen(connection);
  const sql = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'tenantatlas-listen' and datname = current_database()`;
  await until(() => heard.resyncs >= 2, 12_000);
  await sql`select pg_notify('tenantatlas', 'access:3')`;
  await until(() => heard.changes.some(({ what, id }) => what === 'access' && id === 3), 2_000);
  await sql.end();
});
