import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '../../db/migrate.ts';
import { startTestCluster, type ClusterConnection } from '../../tests/support/cluster.ts';
import { signIn } from '../../tests/support/api-client.ts';
import { freePort, startProcess } from '../../tests/live/support/processes.ts';
import { createWorld, type World } from '../../tests/live/support/world.ts';
import { openSubscribers, type Mark, type Subscribers, type SubscribersOptions } from './subscribers.ts';

/** Subscribers on one API process; the runs they share; how often everything changes. */
const sizes = [5_000, 10_000];
const runCount = 50;
const rounds = 20;

const query = 'subscription ($id: ID!) { operationRun(id: $id) { id version status outcome } }';

/**
 * B3: how fast a committed change reaches everybody. Ours against LISTEN and a broadcast of the same bytes by `ws`, each
 * in a process of its own, one after the other on the same PostgreSQL. Clients share the machine with the server.
 */
export async function benchLive(): Promise<readonly object[]> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await startTestCluster());
  await migrateDatabase(connection);
  const api = stack.use(await startProcess({ connection, role: 'api', sandboxPort: await freePort() }));
  const floorUrl = await startFloor(connection, stack);
  const world = stack.use(await createWorld(connection));
  const owner = stack.use(await signIn(api.url, 'owner@northwind.example'));
  await world.sql`
    insert into workspace_memberships (workspace_id, user_id, role)
    select ${world.workspaceId}, id, 'owner' from users where email = 'owner@northwind.example'`;
  const rows: object[] = [];
  for (const count of sizes) {
    for (const peer of ['LISTEN + ws (floor)', 'TenantAtlas'] as const) {
      const runs = await startRuns(world);
      const target = peer === 'TenantAtlas' ? ours(api.url, owner.headers) : floor(floorUrl);
      await using subscribers = await openSubscribers({ ...target, runs, count });
      rows.push({ peer, subscribers: count, ...(await measure(world, subscribers, runs, count)) });
    }
  }
  return rows;
}

type Target = Omit<SubscribersOptions, 'runs' | 'count'>;

function ours(url: string, headers: Target['headers']): Target {
  return {
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    headers,
    protocol: ['graphql-transport-ws'],
    hello: (id) => [
      JSON.stringify({ type: 'connection_init' }),
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id } } }),
    ],
  };
}

function floor(url: string): Target {
  return { url, headers: {}, protocol: [], hello: (id) => [id] };
}

async function startFloor(connection: ClusterConnection, stack: AsyncDisposableStack): Promise<string> {
  const { host, user, database } = connection;
  const file = fileURLToPath(new URL('floor.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, host, user, database], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stack.defer(async () => {
    child.kill();
    await once(child, 'exit');
  });
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /listening on (\d+)/.exec(line) ?? [];
    if (port !== undefined) return `ws://127.0.0.1:${port}`;
  }
  throw new Error('the floor has not started');
}

async function startRuns(world: World): Promise<string[]> {
  const runs: string[] = [];
  while (runs.length < runCount) runs.push(String(await world.startRun()));
  return runs;
}

async function measure(world: World, subscribers: Subscribers, runs: readonly string[], count: number) {
  const latencies: number[] = [];
  for (const run of runs.slice(0, rounds))
    latencies.push(...(await subscribers.seen(await change(world, [run]))));
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await subscribers.seen(await change(world, runs));
    rates.push((count / (performance.now() - startedAt)) * 1_000);
  }
  return {
    'events/s': Math.round(quantile(rates, 0.5)),
    'latency p50 ms': Math.round(quantile(latencies, 0.5)),
    'latency p99 ms': Math.round(quantile(latencies, 0.99)),
  };
}

/** One commit; both servers are told by a notification each, as the worker would. */
async function change(world: World, runs: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
  const changed = await world.sql<{ id: string; version: number }[]>`
    with changed as (
      update operation_runs set summary_counts = jsonb_build_object('completed', version)
      where id = any(${runs as string[]}::bigint[]) returning id, version)
    select id, version, pg_notify('tenantatlas', 'run:' || id), pg_notify('bench_floor', id || ':' || version)
    from changed`;
  const at = performance.now();
  return new Map(changed.map(({ id, version }) => [id, { version, at }]));
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
