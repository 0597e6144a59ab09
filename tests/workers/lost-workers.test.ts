import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { killProcess, startWorkerProcess } from '../support/program/processes.ts';
import { openSql, type TestSql } from '../support/sql.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { until } from '../support/until.ts';

/** Workers as processes of their own, killed and frozen for real; the API and Microsoft are in this one. */
let app: TestApp;
let database: TestSql;
let owner: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  database = openSql(app.connection);
  owner = await app.as('owner');
  // Slow enough to be caught in the middle (ms for every answer of Microsoft's).
  await fetch(`${app.sandboxOrigin}/_control/latency`, { method: 'POST', body: '{"ms": 500}' });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const startVerification = `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }`;
const lookAtRun = `query ($id: ID!) { operationRun(id: $id) { status outcome attempt version cancelRequestedAt
  progress { completed total } failureSummary { code reasonCode } events { seq kind }
  verificationReport { generatedAt summary { overall } checks { key status reasonCode } } } }`;

interface Seen {
  readonly status: string;
  readonly attempt: number;
  readonly progress: { readonly completed: number; readonly total: number };
  readonly events: readonly { readonly seq: number; readonly kind: string }[];
  readonly verificationReport: {
    readonly checks: readonly { readonly status: string; readonly reasonCode: string | null }[];
  };
}

async function verify(tenant: string): Promise<string> {
  const { data } = await owner.query(startVerification, { id: await app.tenantId(tenant) });
  return data.startVerification.run.id as string;
}

async function look(id: string): Promise<Seen> {
  return (await owner.query(lookAtRun, { id })).data.operationRun as Seen;
}

const underWay = (id: string, attempt: number, completed = 3) =>
  until(`attempt ${attempt} at run ${id} with ${completed} checks finished`, async () => {
    const run = await look(id);
    return run.attempt === attempt && run.progress.completed >= completed && run;
  });
const completed = (id: string) =>
  until(`the end of run ${id}`, async () => {
    const run = await look(id);
    return run.status === 'COMPLETED' && run;
  });
const count = (run: Seen, kind: string) => run.events.filter((event) => event.kind === kind).length;

/** As if the heartbeat's ten seconds had passed: the wait is pg-boss's, and would only make the test slow. */
async function forgetHeartbeat(id: string): Promise<void> {
  await database.sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'
    where id = (select job_id from operation_runs where id = ${id}) and state = 'active'`;
}

it('a worker killed in the middle loses nothing: another one completes the run, once', async () => {
  const first = await startWorkerProcess(app);
  const id = await verify('healthy');
  await underWay(id, 1);
  await killProcess(first);
  await forgetHeartbeat(id);
  await using second = await startWorkerProcess(app);
  const run = await completed(id);
  expect(run).toMatchObject({
    outcome: 'SUCCEEDED',
    attempt: 2,
    verificationReport: { summary: { overall: 'READY' } },
  });
  expect([count(run, 'started'), count(run, 'attempt'), count(run, 'completed')]).toEqual([1, 1, 1]);
  expect(run.events.map(({ seq }) => seq)).toEqual(run.events.map((_, index) => index + 1));
  expect(second.output()).toContain('is working');
}, 120_000);

it('a frozen worker that wakes up after another one has finished changes nothing', async () => {
  // One slot: what the thawed worker does next shows that it is through with the old run.
  await using zombie = await startWorkerProcess(app, 1);
  const id = await verify('missing-permission');
  await underWay(id, 1);
  zombie.process.kill('SIGSTOP');
  await forgetHeartbeat(id);
  {
    await using _heir = await startWorkerProcess(app);
    expect(await completed(id)).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
  }
  const before = await look(id);
  zombie.process.kill('SIGCONT');
  await completed(await verify('healthy'));
  expect(await look(id)).toEqual(before);
}, 120_000);

it('a run whose worker is lost on every attempt ends failed, worker.lost, with what was found until then', async () => {
  const id = await verify('permission-pending');
  for (const attempt of [1, 2, 3]) {
    const worker = await startWorkerProcess(app);
    await underWay(id, attempt);
    await killProcess(worker);
    await forgetHeartbeat(id);
  }
  await using _last = await startWorkerProcess(app);
  const run = await completed(id);
  expect(run).toMatchObject({
    outcome: 'FAILED',
    attempt: 3,
    failureSummary: [{ code: 'run.abandoned', reasonCode: 'worker.lost' }],
  });
  const { checks } = run.verificationReport;
  expect(checks.slice(0, 3).map(({ status }) => status)).toEqual(['PASS', 'PASS', 'PASS']);
  expect(checks.at(-1)).toMatchObject({ status: 'UNKNOWN', reasonCode: 'worker.lost' });
}, 180_000);

it('a running verification stops soon after it was cancelled and keeps what it has found', async () => {
  await using _worker = await startWorkerProcess(app);
  const id = await verify('slow');
  await underWay(id, 1, 2);
  const cancel = (as: ApiClient) =>
    as.query(
      `mutation ($id: ID!) { cancelOperationRun(input: { runId: $id }) { run { status cancelRequestedAt } } }`,
      { id },
    );
  const asked = await cancel(owner);
  expect(asked.data.cancelOperationRun.run.status).toBe('RUNNING');
  expect(asked.data.cancelOperationRun.run.cancelRequestedAt).not.toBeNull();
  expect((await cancel(owner)).errors).toBeUndefined();
  const run = await completed(id);
  expect(run).toMatchObject({
    outcome: 'CANCELLED',
    attempt: 1,
    failureSummary: [{ code: 'run.cancelled', reasonCode: 'run.cancelled' }],
  });
  expect([count(run, 'cancel_requested'), count(run, 'completed')]).toEqual([1, 1]);
  const { checks } = run.verificationReport;
  expect(checks.slice(0, 2).map(({ status }) => status)).toEqual(['PASS', 'PASS']);
  expect(checks.at(-1)).toMatchObject({ status: 'UNKNOWN', reasonCode: 'run.cancelled' });
  expect((await cancel(owner)).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  // The connection is free again, and so is the worker's slot.
  expect(await completed(await verify('slow'))).toMatchObject({ outcome: 'SUCCEEDED' });
}, 120_000);
