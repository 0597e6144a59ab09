import { expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { killProcess, startWorkerProcess } from '../support/program/processes.ts';
import { openSql } from '../support/sql.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { until } from '../support/until.ts';

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

/** Workers are processes of their own, killed and frozen for real; the API and Microsoft are in this one. */
interface Scene extends AsyncDisposable {
  readonly app: TestApp;
  readonly owner: ApiClient;
  verify(tenant: string): Promise<string>;
  look(id: string): Promise<Seen>;
  underWay(id: string, attempt: number, completed?: number): Promise<Seen>;
  completed(id: string): Promise<Seen>;
  /** As if the heartbeat's ten seconds had passed: the wait is pg-boss's, and would only make the test slow. */
  forgetHeartbeat(id: string): Promise<void>;
  /** Until then every answer takes so long that a run is caught in the middle. */
  hurryMicrosoft(): Promise<void>;
}

/** Per answer of Microsoft's (ms): a verification then takes some ten seconds. */
const catchableMs = 500;

async function startScene(): Promise<Scene> {
  await using stack = new AsyncDisposableStack();
  const app = stack.use(await startTestApp({ roles: new Set(['api']) }));
  const { sql } = stack.use(openSql(app.connection));
  const owner = await app.as('owner');
  const setLatency = async (ms: number) => {
    await fetch(`${app.sandboxOrigin}/_control/latency`, { method: 'POST', body: JSON.stringify({ ms }) });
  };
  await setLatency(catchableMs);
  const look = async (id: string) => (await owner.query(lookAtRun, { id })).data.operationRun as Seen;
  const open = stack.move();
  return {
    app,
    owner,
    look,
    hurryMicrosoft: () => setLatency(0),
    async verify(tenant) {
      const { data } = await owner.query(startVerification, { id: await app.tenantId(tenant) });
      return data.startVerification.run.id as string;
    },
    underWay: (id, attempt, completed = 3) =>
      until(`attempt ${attempt} at run ${id} with ${completed} checks finished`, async () => {
        const run = await look(id);
        return run.attempt === attempt && run.progress.completed >= completed && run;
      }),
    completed: (id) =>
      until(`the end of run ${id}`, async () => {
        const run = await look(id);
        return run.status === 'COMPLETED' && run;
      }),
    async forgetHeartbeat(id) {
      await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'
        where id = (select job_id from operation_runs where id = ${id}) and state = 'active'`;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

const count = (run: Seen, kind: string) => run.events.filter((event) => event.kind === kind).length;

/** Guards against hanging only: each takes some 20 s on an idle machine. */
const hangingMs = 300_000;

// Side by side: they wait for pg-boss more than they compute.
it.concurrent(
  'a worker killed in the middle loses nothing: another one completes the run, once',
  async () => {
    await using scene = await startScene();
    const first = await startWorkerProcess(scene.app);
    const id = await scene.verify('healthy');
    await scene.underWay(id, 1);
    await killProcess(first);
    await scene.forgetHeartbeat(id);
    await scene.hurryMicrosoft();
    await using second = await startWorkerProcess(scene.app);
    const run = await scene.completed(id);
    expect(run).toMatchObject({
      outcome: 'SUCCEEDED',
      attempt: 2,
      verificationReport: { summary: { overall: 'READY' } },
    });
    expect([count(run, 'started'), count(run, 'attempt'), count(run, 'completed')]).toEqual([1, 1, 1]);
    expect(run.events.map(({ seq }) => seq)).toEqual(run.events.map((_, index) => index + 1));
    expect(second.output()).toContain('TenantAtlas is running.');
  },
  hangingMs,
);

it.concurrent(
  'a frozen worker that wakes up after another one has finished changes nothing',
  async () => {
    await using scene = await startScene();
    // One slot: what the thawed worker does next shows that it is through with the old run.
    await using zombie = await startWorkerProcess(scene.app, 1);
    const id = await scene.verify('missing-permission');
    await scene.underWay(id, 1);
    zombie.process.kill('SIGSTOP');
    await scene.forgetHeartbeat(id);
    await scene.hurryMicrosoft();
    {
      await using _heir = await startWorkerProcess(scene.app);
      expect(await scene.completed(id)).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
    }
    const before = await scene.look(id);
    zombie.process.kill('SIGCONT');
    await scene.completed(await scene.verify('healthy'));
    expect(await scene.look(id)).toEqual(before);
  },
  hangingMs,
);

it.concurrent(
  'a run whose worker is lost on every attempt ends failed, worker.lost, with what was found until then',
  async () => {
    await using scene = await startScene();
    const id = await scene.verify('permission-pending');
    for (const attempt of [1, 2, 3]) {
      const worker = await startWorkerProcess(scene.app);
      await scene.underWay(id, attempt);
      await killProcess(worker);
      await scene.forgetHeartbeat(id);
    }
    await scene.hurryMicrosoft();
    await using _last = await startWorkerProcess(scene.app);
    const run = await scene.completed(id);
    expect(run).toMatchObject({
      outcome: 'FAILED',
      attempt: 3,
      failureSummary: [{ code: 'run.abandoned', reasonCode: 'worker.lost' }],
    });
    const { checks } = run.verificationReport;
    expect(checks.slice(0, 3).map(({ status }) => status)).toEqual(['PASS', 'PASS', 'PASS']);
    expect(checks.at(-1)).toMatchObject({ status: 'UNKNOWN', reasonCode: 'worker.lost' });
  },
  hangingMs,
);

it.concurrent(
  'a running verification stops soon after it was cancelled and keeps what it has found',
  async () => {
    await using scene = await startScene();
    await using _worker = await startWorkerProcess(scene.app);
    const id = await scene.verify('slow');
    await scene.underWay(id, 1, 2);
    const cancel = (as: ApiClient) =>
      as.query(
        `mutation ($id: ID!) { cancelOperationRun(input: { runId: $id }) { run { status cancelRequestedAt } } }`,
        { id },
      );
    const asked = await cancel(scene.owner);
    expect(asked.data.cancelOperationRun.run.status).toBe('RUNNING');
    expect(asked.data.cancelOperationRun.run.cancelRequestedAt).not.toBeNull();
    expect((await cancel(scene.owner)).errors).toBeUndefined();
    const run = await scene.completed(id);
    expect(run).toMatchObject({
      outcome: 'CANCELLED',
      attempt: 1,
      failureSummary: [{ code: 'run.cancelled', reasonCode: 'run.cancelled' }],
    });
    expect([count(run, 'cancel_requested'), count(run, 'completed')]).toEqual([1, 1]);
    const { checks } = run.verificationReport;
    expect(checks.slice(0, 2).map(({ status }) => status)).toEqual(['PASS', 'PASS']);
    expect(checks.at(-1)).toMatchObject({ status: 'UNKNOWN', reasonCode: 'run.cancelled' });
    expect((await cancel(scene.owner)).errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    await scene.hurryMicrosoft();
    // The connection is free again, and so is the worker's slot.
    expect(await scene.completed(await scene.verify('slow'))).toMatchObject({ outcome: 'SUCCEEDED' });
  },
  hangingMs,
);
