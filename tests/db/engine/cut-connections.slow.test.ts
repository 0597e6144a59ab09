import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Breakage } from '../../support/database/postgres-proxy.ts';
import { until } from '../../support/until.ts';
import {
  breaksAndRecovers,
  failsToMigrate,
  listensAgain,
  stages,
  startCutWorld,
  type Stage,
} from './cut-world.ts';

const cases = (['cut', 'freeze'] as const).flatMap((how) =>
  (Object.keys(stages) as Stage[]).map((stage): [Breakage, Stage] => [how, stage]),
);

it.concurrent.for(cases)(
  '%s at %s: whoever waits is told, and the pool works again afterward',
  { timeout: 60_000 },
  ([how, stage]) => breaksAndRecovers(how, stage),
);

it.concurrent(
  'a transaction that says nothing for 15 s, as of a frozen process, gives up its locks',
  async () => {
    await using world = await startCutWorld();
    const { database, direct } = world;
    await direct`create table held (id int)`;
    const { promise: never } = Promise.withResolvers<undefined>();
    const frozen = database.transaction(async (tx) => {
      await tx.execute(sql`lock table held in access exclusive mode`);
      await never;
    });
    await expect(frozen).rejects.toThrow();
    expect(await direct`select from held`).toHaveLength(0);
  },
  60_000,
);

it.concurrent(
  'a statement that only waits for a lock is left alone, however long',
  async () => {
    await using world = await startCutWorld();
    const { database, direct } = world;
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
  },
  60_000,
);

it.concurrent(
  'freeze at LISTEN, and while it listens: the feed comes back on its own',
  () => listensAgain('freeze'),
  90_000,
);

it.concurrent(
  'freeze while migrating ends in an error, not in silence',
  () => failsToMigrate('freeze'),
  60_000,
);
