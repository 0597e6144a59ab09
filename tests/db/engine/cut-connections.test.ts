import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { createChangeFeed, createHints } from '../../../db/engine/changes.ts';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { migrateDatabase } from '../../../db/engine/migrate.ts';
import { startPostgresProxy, type Breakage, type PostgresProxy } from '../../support/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { until } from '../../support/until.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const poolSize = 4;

async function start(): Promise<{
  database: Database;
  proxy: PostgresProxy;
  direct: ReturnType<typeof createClient>;
}> {
  const { connection } = stack.use(await createTestDatabase());
  const proxy = stack.use(await startPostgresProxy(connection));
  const direct = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
  stack.defer(() => direct.end());
  const database = stack.use(
    createDatabase({ connection: proxy.connection, maxConnections: poolSize, applicationName: 'cut' }),
  );
  return { database, proxy, direct };
}

/** As many at once as the pool has connections: one that was lost would be missed. */
async function usesEveryConnection(database: Database): Promise<number> {
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

it('a backend ended inside a transaction fails it at once, fifty times in a row, and leaves the pool whole', async () => {
  const { database, direct } = await start();
  for (let round = 0; round < 50; round += 1) {
    const since = performance.now();
    const work = database.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await direct`select pg_terminate_backend(${row?.pid ?? 0})`;
      // Some statements meet a socket that has just died, others one that died a while ago.
      if (round % 2 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await tx.execute(sql`select 1`);
      await tx.execute(sql`select 2`);
    });
    await expect(work).rejects.toThrow();
    expect(performance.now() - since).toBeLessThan(5_000);
  }
  expect(await usesEveryConnection(database)).toBe(poolSize);
});

it('a transaction that waits for something else is told that its connection is gone', async () => {
  const { database, direct } = await start();
  const { promise: never } = Promise.withResolvers<undefined>();
  const work = database.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await direct`select pg_terminate_backend(${row?.pid ?? 0})`;
    await never;
  });
  const since = performance.now();
  await expect(work).rejects.toThrow();
  expect(performance.now() - since).toBeLessThan(5_000);
});

it('a transaction that says nothing for 15 s, as of a frozen process, gives up its locks', async () => {
  const { database, direct } = await start();
  await direct`create table held (id int)`;
  const { promise: never } = Promise.withResolvers<undefined>();
  const frozen = database.transaction(async (tx) => {
    await tx.execute(sql`lock table held in access exclusive mode`);
    await never;
  });
  await expect(frozen).rejects.toThrow();
  expect(await direct`select from held`).toHaveLength(0);
});

it('a statement after the end of its transaction goes nowhere', async () => {
  const { database } = await start();
  let late: (() => Promise<unknown>) | null = null;
  await database.transaction((tx) => {
    late = async () => await tx.execute(sql`select 1`);
    return Promise.resolve();
  });
  await expect((late as unknown as () => Promise<unknown>)()).rejects.toThrow();
  expect(await usesEveryConnection(database)).toBe(poolSize);
});

const stages = {
  connect: 'connect',
  'sign-in': 'sign-in',
  opening: { text: 'openSession' },
  begin: { text: 'begin' },
  query: { text: 'select 4711' },
  // The opening statement has "read committed" in it.
  commit: { text: 'commit\0' },
} as const;
const cases = (['cut', 'freeze'] as const).flatMap((how) =>
  Object.keys(stages).map((stage): [Breakage, keyof typeof stages] => [how, stage as keyof typeof stages]),
);

it.concurrent.for(cases)(
  '%s at %s: whoever waits is told, and the pool works again afterwards',
  { timeout: 60_000 },
  async ([how, stage]) => {
    await using own = new AsyncDisposableStack();
    const { connection } = own.use(await createTestDatabase());
    const proxy = own.use(await startPostgresProxy(connection));
    const database = own.use(
      createDatabase({ connection: proxy.connection, maxConnections: poolSize, applicationName: 'cut' }),
    );
    proxy.breakAt(stages[stage], how);
    const work = () => database.transaction(async (tx) => void (await tx.execute(sql`select 4711`)));
    const outcomes = await Promise.allSettled(Array.from({ length: poolSize * 2 }, work));
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'rejected'));
    expect(proxy.broken).toBeGreaterThan(0);
    proxy.restore();
    await work();
    expect(await usesEveryConnection(database)).toBe(poolSize);
  },
);

it('a statement that only waits for a lock is left alone, however long', async () => {
  const { database, direct } = await start();
  await direct`create table patience (id int)`;
  const locked = Promise.withResolvers<undefined>();
  const free = Promise.withResolvers<undefined>();
  const holder = direct.begin(async (tx) => {
    await tx`lock table patience in access exclusive mode`;
    locked.resolve(undefined);
    await free.promise;
  });
  await locked.promise;
  const waiting = database.db.execute(sql`select count(*) from patience`);
  let isAnswered = false;
  void waiting.then(() => (isAnswered = true));
  const since = performance.now();
  // The first look comes after 5 s, the next after 7.5 s.
  await until('two looks at what waits', () => Promise.resolve(performance.now() - since > 9_000));
  expect(isAnswered).toBe(false);
  free.resolve(undefined);
  await holder;
  await waiting;
}, 60_000);

it.for(['cut', 'freeze'] as const)(
  '%s at LISTEN, and while it listens: the feed comes back by itself',
  { timeout: 90_000 },
  async (how) => {
    const { proxy, direct } = await start();
    const heard: number[] = [];
    let resyncs = 0;
    const listener = { onChange: ({ id }: { id: number }) => heard.push(id), onResync: () => (resyncs += 1) };
    proxy.breakAt({ text: 'listen' }, how);
    const feed = stack.use(
      createChangeFeed({ connection: proxy.connection, listener, onTrouble: () => undefined }),
    );
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
  },
);

it('hints that could not be sent are told to their owner', async () => {
  const { proxy } = await start();
  const troubles: unknown[] = [];
  const hints = stack.use(
    createHints({ connection: proxy.connection, onTrouble: (error) => troubles.push(error) }),
  );
  proxy.breakAt({ text: 'pg_notify' }, 'cut');
  hints.announce(1);
  await until('the trouble is told', () => Promise.resolve(troubles.length === 1));
});

it.for(['cut', 'freeze'] as const)(
  '%s while migrating ends in an error, not in silence',
  { timeout: 60_000 },
  async (how) => {
    const { proxy } = await start();
    proxy.breakAt({ text: '__drizzle_migrations' }, how);
    await expect(migrateDatabase(proxy.connection)).rejects.toThrow();
  },
);
