import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createHints } from '../../../db/engine/changes.ts';
import { until } from '../../support/until.ts';
import {
  breaksAndRecovers,
  failsToMigrate,
  listensAgain,
  poolSize,
  startCutWorld,
  usesEveryConnection,
} from './cut-world.ts';

// Side by side: they wait much longer than they compute. What waits longest is in cut-connections.slow.test.ts.

it.concurrent(
  'a backend ended inside a transaction fails it at once, fifty times in a row, and leaves the pool whole',
  async () => {
    await using world = await startCutWorld();
    const { database, direct } = world;
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
  },
  60_000,
);

it.concurrent('a transaction that waits for something else is told that its connection is gone', async () => {
  await using world = await startCutWorld();
  const { database, direct } = world;
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

it.concurrent('a statement after the end of its transaction goes nowhere', async () => {
  await using world = await startCutWorld();
  const { database } = world;
  let late: (() => Promise<unknown>) | null = null;
  await database.transaction((tx) => {
    late = async () => await tx.execute(sql`select 1`);
    return Promise.resolve();
  });
  await expect((late as unknown as () => Promise<unknown>)()).rejects.toThrow();
  expect(await usesEveryConnection(database)).toBe(poolSize);
});

it.concurrent.for(['cut', 'freeze'] as const)(
  '%s at a query: whoever waits is told, and the pool works again afterward',
  { timeout: 60_000 },
  (how) => breaksAndRecovers(how, 'query'),
);

it.concurrent(
  'cut at LISTEN, and while it listens: the feed comes back on its own',
  () => listensAgain('cut'),
  60_000,
);

it.concurrent('hints that could not be sent are told to their owner', async () => {
  await using world = await startCutWorld();
  const { proxy } = world;
  const troubles: unknown[] = [];
  await using hints = createHints({
    connection: proxy.connection,
    onTrouble: (error) => troubles.push(error),
  });
  proxy.breakAt({ text: 'pg_notify' }, 'cut');
  hints.announce(1);
  await until('the trouble is told', () => Promise.resolve(troubles.length === 1));
});

it.concurrent('cut while migrating ends in an error, not in silence', () => failsToMigrate('cut'), 60_000);
