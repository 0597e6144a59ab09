import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../core/access/access.ts';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { createKeyring } from '../../../db/connections/envelope.ts';
import { startQueue, type Queue } from '../../../db/engine/queue.ts';
import { startVerification } from '../../../flows/verification/start-verification.ts';
import { createDemoDatabase, testKeys } from '../../support/template-database.ts';

/** Without a worker: what a start leaves behind can be looked at in peace. */
let stack: AsyncDisposableStack;
let database: Database;
let queue: Queue;
let sql: ReturnType<typeof createClient>;
let owner: Viewer;

beforeAll(async () => {
  stack = new AsyncDisposableStack();
  const { connection } = await createDemoDatabase();
  database = stack.use(createDatabase({ connection, maxConnections: 20, applicationName: 'test' }));
  sql = createClient({ connection, maxConnections: 2, applicationName: 'test' });
  stack.defer(() => sql.end());
  queue = stack.use(await startQueue({ connection, onTrouble: fail, supervise: false, drainMs: 1_000 }));
  const [user] = await sql`select id::int from users where email = 'owner@northwind.example'`;
  owner = { userId: user?.['id'] as number, workspaceId: null, scopes: null };
});
afterAll(async () => {
  await stack.disposeAsync();
});

const fail = (error: unknown) => {
  throw error;
};
const now = () => new Date();
const keyring = createKeyring(testKeys);

async function tenantId(scenario: string): Promise<number> {
  const [row] = await sql`
    select t.id::int from tenants t join workspaces w on w.id = workspace_id
    where slug = 'northwind' and external_id = ${scenario}`;
  return row?.['id'] as number;
}

async function runsAndJobs() {
  const [row] = await sql`select
    (select count(*)::int from operation_runs) as runs,
    (select count(*)::int from operation_run_events) as events,
    (select count(*)::int from pgboss.job where name = 'provider.connection.check') as jobs`;
  return row as unknown as { runs: number; events: number; jobs: number };
}

describe('startVerification', () => {
  it('leaves neither run nor event nor job when its transaction is rolled back', async () => {
    const before = await runsAndJobs();
    const sinking: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (tx) => {
          await work(tx);
          throw new Error('the power went out before the commit');
        }),
    };
    const start = startVerification({ database: sinking, queue, keyring, now }, owner, {
      tenantId: await tenantId('healthy'),
      connectionId: null,
    });
    await expect(start).rejects.toThrow('the power went out');
    expect(await runsAndJobs()).toEqual(before);
  });

  it('gives fifty simultaneous starts of one tenant one run and one job', async () => {
    const before = await runsAndJobs();
    const request = { tenantId: await tenantId('slow'), connectionId: null };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => startVerification({ database, queue, keyring, now }, owner, request)),
    );
    const results = answers.map(({ result }) => result);
    expect(results.filter((result) => result === 'started')).toHaveLength(1);
    expect(results.filter((result) => result === 'deduped')).toHaveLength(49);
    expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1);
    expect(await runsAndJobs()).toEqual({
      runs: before.runs + 1,
      events: before.events + 1,
      jobs: before.jobs + 1,
    });
  });

  it('records a refusal as a finished run with its report, and queues nothing', async () => {
    const before = await runsAndJobs();
    const answer = await startVerification({ database, queue, keyring, now }, owner, {
      tenantId: await tenantId('no-credential'),
      connectionId: null,
    });
    expect(answer).toMatchObject({
      result: 'blocked',
      reason: 'credential.missing',
      run: {
        status: 'completed',
        outcome: 'blocked',
        reportOverall: 'blocked',
        reasonCode: 'credential.missing',
      },
    });
    expect(answer.nextSteps.map(({ label }) => label)).toEqual([
      'Add a credential',
      'Read about this reason',
    ]);
    expect(await runsAndJobs()).toEqual({
      runs: before.runs + 1,
      events: before.events + 1,
      jobs: before.jobs,
    });
  });

  it('does not find a connection of another tenant', async () => {
    const [other] =
      await sql`select id::int from provider_connections where tenant_id = ${await tenantId('throttled')}`;
    const start = startVerification({ database, queue, keyring, now }, owner, {
      tenantId: await tenantId('healthy'),
      connectionId: other?.['id'] as number,
    });
    await expect(start).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
