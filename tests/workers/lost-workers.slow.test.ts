import { expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { killProcess, startWorkerProcess } from '../support/program/processes.ts';
import { startScene, type Seen } from './support/scene.ts';

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
