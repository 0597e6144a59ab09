import { setTimeout as delay } from 'node:timers/promises';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { startTestCluster } from '../../tests/support/cluster.ts';
import { signIn } from '../../tests/support/api-client.ts';
import { startProcess } from '../../tests/live/support/processes.ts';
import { freePort } from '../../tests/support/program/free-port.ts';
import { createWorld, type World } from '../../tests/live/support/world.ts';
import { quantile, round, type BenchOptions, type Row } from '../row.ts';
import { peer, script, startPeer } from '../world/processes.ts';
import { openSubscribers, type Mark, type Subscribers, type SubscribersOptions } from './subscribers.ts';

/** The runs that all subscribers share; how often everything changes. */
const runCount = 50;
const rounds = 20;

const query = 'subscription ($id: ID!) { operationRun(id: $id) { id version status outcome } }';
const postgraphileQuery = query.replace('ID!', 'BigInt!');

/**
 * B3: how fast a committed change reaches everyone. Ours against PostGraphile 5 and against LISTEN with a broadcast of
 * the same bytes by `ws`, each in a process of its own, one after the other on the same PostgreSQL. Clients share the
 * machine with the server.
 */
export async function benchLive({ smoke }: BenchOptions): Promise<readonly Row[]> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await startTestCluster());
  await migrateDatabase(connection);
  const api = stack.use(await startProcess({ connection, role: 'api', sandboxPort: await freePort() }));
  const floorUrl = await urlOf(startPeer(script('live/floor.ts'), { connection }, stack));
  const postgraphileUrl = await urlOf(startPeer(peer('peers/postgraphile.js'), { connection }, stack));
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
  const count = smoke ? 50 : 5_000;
  const figures = new Map<string, Figures>();
  for (const [name, target] of Object.entries(targets)) {
    const runs = await startRuns(world);
    await using subscribers = await openSubscribers({ ...target, runs, count });
    figures.set(name, await measure(world, subscribers, { runs, count, rounds: smoke ? 2 : rounds }));
  }
  return toRows(figures, count);
}

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

function toRows(figures: ReadonlyMap<string, Figures>, count: number): Row[] {
  const rows = [...figures].flatMap(([name, { perSecond, p50, p99 }]): Row[] => {
    const subject = `${name}, ${count} subscribers`;
    return [
      { id: 'B3', subject, figure: Math.round(perSecond), unit: 'events/s' },
      { id: 'B3', subject: `${subject}, median`, figure: round(p50, 1), unit: 'ms' },
      { id: 'B3', subject: `${subject}, p99`, figure: round(p99, 1), unit: 'ms' },
    ];
  });
  const [floor, postgraphile, ours] = [...figures.values()];
  if (floor === undefined || postgraphile === undefined || ours === undefined) return rows;
  const rate = round(ours.perSecond / postgraphile.perSecond);
  const tail = round(ours.p99 / floor.p99);
  const subject = `TenantAtlas, ${count} subscribers`;
  return [
    ...rows,
    {
      id: 'B3',
      subject,
      figure: Math.round(ours.perSecond),
      unit: 'events/s',
      ratio: rate,
      against: 'PostGraphile 5',
      wanted: '≥ 5',
      ok: rate >= 5,
    },
    {
      id: 'B3',
      subject: `${subject}, p99`,
      figure: round(ours.p99, 1),
      unit: 'ms',
      ratio: tail,
      against: floorName,
      wanted: '≤ 2',
      ok: tail <= 2,
    },
  ];
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

/** Its address for WebSockets. */
async function urlOf(starting: ReturnType<typeof startPeer>): Promise<string> {
  return (await starting).url.replace(/^http/, 'ws');
}

async function startRuns(world: World): Promise<string[]> {
  const runs: string[] = [];
  while (runs.length < runCount) runs.push(String(await world.startRun()));
  return runs;
}

interface Round {
  readonly runs: readonly string[];
  readonly count: number;
  readonly rounds: number;
}

async function measure(
  world: World,
  subscribers: Subscribers,
  { runs, count, rounds: turns }: Round,
): Promise<Figures> {
  await warmUp(world, subscribers, runs);
  const latencies: number[] = [];
  for (const run of runs.slice(0, turns))
    latencies.push(...(await subscribers.seen(await change(world, [run]))));
  const rates: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const startedAt = performance.now();
    await subscribers.seen(await change(world, runs));
    rates.push((count / (performance.now() - startedAt)) * 1_000);
  }
  return {
    perSecond: quantile(rates, 0.5),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** A subscriber may have its first event before its server listens, and would then wait for the next one in vain. */
const listeningAfterMs = 1_000;

async function warmUp(world: World, subscribers: Subscribers, runs: readonly string[]): Promise<void> {
  let isSeen = false;
  while (!isSeen) {
    const seen = subscribers.seen(await change(world, runs)).then(() => true);
    isSeen = await Promise.race([seen, delay(listeningAfterMs, false)]);
  }
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
