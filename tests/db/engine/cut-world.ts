import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { createChangeFeed } from '../../../db/engine/changes.ts';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { migrateDatabase } from '../../../db/engine/migrate.ts';
import {
  startPostgresProxy,
  type Breakage,
  type PostgresProxy,
} from '../../support/database/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { until } from '../../support/until.ts';

export const poolSize = 4;

/** A pool that reaches the database through a proxy that breaks, and a connection that does not. */
export interface CutWorld extends AsyncDisposable {
  readonly database: Database;
  readonly proxy: PostgresProxy;
  readonly direct: ReturnType<typeof createClient>;
}

export async function startCutWorld(): Promise<CutWorld> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await createTestDatabase());
  const proxy = stack.use(await startPostgresProxy(connection));
  const direct = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
  stack.defer(() => direct.end());
  const database = stack.use(
    createDatabase({ connection: proxy.connection, maxConnections: poolSize, applicationName: 'cut' }),
  );
  const running = stack.move();
  return { database, proxy, direct, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** As many at once as the pool has connections: one that was lost would be missed. */
export async function usesEveryConnection(database: Database): Promise<number> {
  const pids = await Promise.all(
    Array.from({ length: poolSize }, () =>
      database.transaction(async (tx) => {
        const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(0.2)`);
        return row?.pid;
      }),
    ),
  );
  return new Set(pids).size;
}

export const stages = {
  connect: 'connect',
  'sign-in': 'sign-in',
  opening: { text: 'openSession' },
  begin: { text: 'begin' },
  query: { text: 'select 4711' },
  // The opening statement has "read committed" in it.
  commit: { text: 'commit\0' },
} as const;

export type Stage = keyof typeof stages;

/** Whoever waits is told, and the pool works again afterward. */
export async function breaksAndRecovers(how: Breakage, stage: Stage): Promise<void> {
  await using world = await startCutWorld();
  const { database, proxy } = world;
  proxy.breakAt(stages[stage], how);
  const work = () => database.transaction(async (tx) => void (await tx.execute(sql`select 4711`)));
  const outcomes = await Promise.allSettled(Array.from({ length: poolSize * 2 }, work));
  expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
  expect(proxy.broken).toBeGreaterThan(0);
  proxy.restore();
  await work();
  expect(await usesEveryConnection(database)).toBe(poolSize);
}

/** Broken at LISTEN, and again while it listens: the feed comes back on its own. */
export async function listensAgain(how: Breakage): Promise<void> {
  await using world = await startCutWorld();
  const { proxy, direct } = world;
  const heard: number[] = [];
  let resyncs = 0;
  const listener = { onChange: ({ id }: { id: number }) => heard.push(id), onResync: () => (resyncs += 1) };
  proxy.breakAt({ text: 'listen' }, how);
  await using feed = createChangeFeed({
    connection: proxy.connection,
    listener,
    onTrouble: () => undefined,
  });
  await until('LISTEN was broken', () => Promise.resolve(proxy.broken > 0));
  proxy.restore();
  await until('it listens', () => Promise.resolve(resyncs > 0));
  proxy.breakAt({ text: 'pg_notify' }, how);
  const before = proxy.broken;
  await until('a beat was broken', () => Promise.resolve(proxy.broken > before));
  proxy.restore();
  await until('it listens again', () => Promise.resolve(resyncs > 1));
  await direct`select pg_notify('tenantatlas', 'run:7')`;
  await until('it hears', () => Promise.resolve(heard.includes(7)));
  expect(feed.silenceMs).toBeLessThan(7_500);
}

export async function failsToMigrate(how: Breakage): Promise<void> {
  await using world = await startCutWorld();
  world.proxy.breakAt({ text: '__drizzle_migrations' }, how);
  await expect(migrateDatabase(world.proxy.connection)).rejects.toThrow();
}
