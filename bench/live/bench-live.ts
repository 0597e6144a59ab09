import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '../../db/engine/migrate.ts';
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
const postgraphileQuery = query.replace('ID!', 'BigInt!');

/** Connections to PostgreSQL that each GraphQL server may use: as many as ours takes by itself. */
const poolSize = 10;

/**
 * B3: how fast a committed change reaches everybody. Ours against PostGraphile 5 and against LISTEN with a broadcast of
 * the same bytes by `ws`, each in a process of its own, one after the other on the same PostgreSQL. Clients share the
 * machine with the server.
 */
export async function benchLive(): Promise<readonly object[]> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await startTestCluster());
  await migrateDatabase(connection);
  const api = stack.use(await startProcess({ connection, role: 'api', sandboxPort: await freePort() }));
  const floorUrl = await startPeer(['--import', 'tsx', fileOf('floor.ts')], connection, stack);
  const postgraphileUrl = await startPeer([fileOf('../peers/postgraphile.js')], connection, stack);
  const world = stack.use(await createWorld(connection));
  const owner = stack.use(await signIn(api.url, 'owner@northwind.example'));
  await world.sql`
    insert into workspace_memberships (workspace_id, user_id, role)
    select ${world.workspaceId}, id, 'owner' from users where email = 'owner@northwind.example'`;
  const targets: Readonly<Record<string, Target>> = {
    [floorName]: floor(floorUrl),
    'PostGraphile 5': graphql(`${postgraphileUrl}/graphql`, {}, postgraphileQuery),
    TenantAtlas: graphql(`${api.url.replace(/^http/, 'ws')}/graphql`, owner.headers, query),
  };
  const rows: Row[] = [];
  for (const count of sizes) {
    for (const [peer, target] of Object.entries(targets)) {
      const runs = await startRuns(world);
      await using subscribers = await openSubscribers({ ...target, runs, count });
      rows.push({ peer, subscribers: count, ...(await measure(world, subscribers, runs, count)) });
    }
  }
  return rows.map((row) => ({ ...row, ...toRatios(row, rows) }));
}

interface Row extends Awaited<ReturnType<typeof measure>> {
  readonly peer: string;
  readonly subscribers: number;
}

/** Machines differ and are noisy: what holds is a figure against the same one of the limit, taken minutes earlier. */
function toRatios(row: Row, rows: readonly Row[]) {
  const floorRow = rows.find(
    ({ peer, subscribers }) => peer === floorName && subscribers === row.subscribers,
  );
  if (floorRow === undefined) return {};
  const ratio = (figure: 'events/s' | 'latency p99 ms') =>
    Number((row[figure] / floorRow[figure]).toFixed(2));
  return { 'events/s ÷ floor': ratio('events/s'), 'p99 ÷ floor': ratio('latency p99 ms') };
}

const floorName = 'LISTEN + ws (floor)';

type Target = Omit<SubscribersOptions, 'runs' | 'count'>;

/** Over graphql-transport-ws, which both servers speak. */
function graphql(url: string, headers: Target['headers'], document: string): Target {
  return {
    url,
    headers,
    protocol: ['graphql-transport-ws'],
    hello: (id) => [
      JSON.stringify({ type: 'connection_init' }),
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query: document, variables: { id } } }),
    ],
  };
}

function floor(url: string): Target {
  return { url, headers: {}, protocol: [], hello: (id) => [id] };
}

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A peer is a program that takes the database as arguments and says where it listens. */
async function startPeer(
  program: readonly string[],
  { host, user, database }: ClusterConnection,
  stack: AsyncDisposableStack,
): Promise<string> {
  const child = spawn(process.execPath, [...program, host, user, database, String(poolSize)], {
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
  throw new Error(`${program.at(-1)} has not started; peers are installed by npm run bench`);
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
    'latency p50 ms': toTenths(quantile(latencies, 0.5)),
    'latency p99 ms': toTenths(quantile(latencies, 0.99)),
  };
}

/** One commit; each server is told by a notification of its own, as the worker would. */
async function change(world: World, runs: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
  const changed = await world.sql<{ id: string; version: number }[]>`
    with changed as (
      update operation_runs set summary_counts = jsonb_build_object('completed', version)
      where id = any(${runs as string[]}::bigint[]) returning id, version)
    select id, version, pg_notify('tenantatlas', 'run:' || id), pg_notify('bench_floor', id || ':' || version),
      pg_notify('bench_run_' || id, '{}')
    from changed`;
  const at = performance.now();
  return new Map(changed.map(({ id, version }) => [id, { version, at }]));
}

const toTenths = (ms: number) => Math.round(ms * 10) / 10;

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
