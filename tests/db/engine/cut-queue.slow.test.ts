import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createClient, createDatabase } from '../../../db/engine/client.ts';
import { startQueue, type Queue } from '../../../db/engine/queue.ts';
import { startPostgresProxy, type Breakage } from '../../support/database/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { until } from '../../support/until.ts';

/** What the queue's own sessions, on another driver than ours, send at each stage. */
const stages = {
  connect: 'connect',
  'sign-in': 'sign-in',
  settings: { text: 'statement_timeout' },
  opening: { text: 'openSession' },
  LISTEN: { text: 'LISTEN "' },
  'asking whether it still listens': { text: 'pg_listening_channels' },
  fetching: { text: 'SKIP LOCKED' },
  completing: { text: "state = 'completed'" },
  'keeping a job': { text: 'SET heartbeat_on' },
  'looking for lost workers': { text: 'monitor_claim_on' },
} as const;
type Stage = keyof typeof stages;
const cases = (['cut', 'freeze'] as const).flatMap((how) =>
  Object.keys(stages).map((stage): [Breakage, Stage] => [how, stage as Stage]),
);

const poolSize = 3;
const type = 'provider.connection.check';

/** As many at once as the pool has connections: one that was lost would be missed. */
async function usesEveryConnection({ boss }: Queue): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: poolSize }, () =>
      boss.getDb().executeSql('select pg_backend_pid() as pid, pg_sleep(0.3)'),
    ),
  );
  return new Set(answers.map(({ rows }) => (rows as { pid: number }[])[0]?.pid)).size;
}

// Side by side: they wait for time limits more than they compute. An error event without a listener, or a promise without an
// owner, fails the file.
it.concurrent.for(cases)(
  'the queue’s connections, %s at %s: its owner is told, and jobs are worked on afterward without a restart',
  { timeout: 300_000 },
  async ([how, stage]) => {
    await using stack = new AsyncDisposableStack();
    const { connection } = stack.use(await createTestDatabase());
    const proxy = stack.use(await startPostgresProxy(connection));
    const direct = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
    stack.defer(() => direct.end());
    const database = stack.use(createDatabase({ connection, maxConnections: 1, applicationName: 'tests' }));
    const troubles: unknown[] = [];
    const queue = stack.use(
      await startQueue({
        connection: proxy.connection,
        onTrouble: (error) => troubles.push(error),
        supervise: true,
        drainMs: 100,
        maxConnections: poolSize,
      }),
    );
    const send = () =>
      database.transaction((tx) =>
        queue.send(tx, type, { runId: 1 }, { id: randomUUID(), urgency: 'single' }),
      );
    const open = async () => {
      const [row] = await direct`select count(*)::int as count from pgboss.job
        where name = ${type} and state <> 'completed'`;
      return row?.['count'] as number;
    };
    let handled = 0;
    const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
    await queue.boss.work(type, { batchSize: 1, ...polling }, async () => {
      handled += 1;
      // So long that its heartbeat is due once.
      if (stage === 'keeping a job') await new Promise((resolve) => setTimeout(resolve, 8_000));
    });
    await send();
    await until('a job is worked on', () => Promise.resolve(handled > 0));

    proxy.breakAt(stages[stage], how);
    // What is open already is cut, so that all that begin anew reach the stage.
    if (['connect', 'sign-in', 'settings', 'opening', 'LISTEN'].includes(stage)) {
      await direct`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'tenantatlas-queue'`;
    }
    await send();
    await until('a connection was broken', () => Promise.resolve(proxy.broken > 0));
    proxy.restore();
    await send();
    await until('all jobs are done', async () => (await open()) === 0);
    await until('every connection works again', async () => {
      const used = await usesEveryConnection(queue).catch(() => 0);
      return used === poolSize;
    });
    expect(handled).toBeGreaterThan(2);
    expect(troubles.every((trouble) => trouble instanceof Error)).toBe(true);
  },
);
