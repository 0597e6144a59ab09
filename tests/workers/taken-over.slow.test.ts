import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { killProcess, startWorkerProcess } from '../support/program/processes.ts';
import type { Program } from '../support/program/program.ts';
import { until } from '../support/until.ts';
import { startScene, type Scene } from './support/scene.ts';

/** How long a run waits for another worker, counted by the wall: nothing is hurried here. */

/** Per answer of Microsoft's (ms): a verification takes so long that a second worker has started meanwhile. */
const latencyMs = 3_000;

const clockModule = fileURLToPath(new URL('../support/program/set-back-clock.mjs', import.meta.url));
const settableClock = { NODE_OPTIONS: `--import=${clockModule}` };

async function setBackClock(worker: Program): Promise<void> {
  worker.process.kill('SIGUSR2');
  await worker.until('The clock was set back.');
}

/** Milliseconds until the second attempt at the run begins. */
async function untilTakenOver(scene: Scene, id: string): Promise<number> {
  const since = performance.now();
  await until(`another attempt at run ${id}`, async () => (await scene.look(id)).attempt === 2);
  return performance.now() - since;
}

it.concurrent.for([
  ['', false],
  [', also when every worker’s clock was set back by two hours', true],
] as const)(
  'a lost worker’s runs are taken over within 20 s%s',
  { timeout: 300_000 },
  async ([, isSetBack]) => {
    await using scene = await startScene(latencyMs);
    const lost = await startWorkerProcess(scene.app, 8, settableClock);
    const id = await scene.verify('healthy');
    await scene.underWay(id, 1, 1);
    // It looks for work and for lost workers since before.
    await using heir = await startWorkerProcess(scene.app, 8, settableClock);
    if (isSetBack) await Promise.all([setBackClock(lost), setBackClock(heir)]);
    await killProcess(lost);
    expect(await untilTakenOver(scene, id)).toBeLessThan(20_000);
    await scene.hurryMicrosoft();
    expect(await scene.completed(id)).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
  },
);

it.concurrent(
  'a worker that is frozen inside a transaction delays its run by 30 s at most',
  async () => {
    await using scene = await startScene(latencyMs);
    const frozen = await startWorkerProcess(scene.app);
    const id = await scene.verify('healthy');
    await scene.underWay(id, 1, 1);
    await using heir = await startWorkerProcess(scene.app);
    const stateOf = async (state: string) => {
      const rows = await scene.sql`select from pg_stat_activity
        where datname = current_database() and application_name = 'tenantatlas' and query like '%operation_runs%'
          and (state = ${state} or wait_event_type = ${state})`;
      return rows.length > 0;
    };
    const held = await scene.sql.reserve();
    await held`begin`;
    await held`select from operation_runs where id = ${id} for update`;
    await until('its next write waits for the run', () => stateOf('Lock'));
    frozen.process.kill('SIGSTOP');
    await held`rollback`;
    held.release();
    await until('it is frozen with the run locked', () => stateOf('idle in transaction'));
    expect(await untilTakenOver(scene, id)).toBeLessThan(30_000);
    await scene.hurryMicrosoft();
    const run = await scene.completed(id);
    expect(run).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
    frozen.process.kill('SIGCONT');
    // It is through with the old run when it has worked on another one, beside its heir or alone.
    await heir[Symbol.asyncDispose]();
    await scene.completed(await scene.verify('healthy'));
    expect(await scene.look(id)).toEqual(run);
    await frozen[Symbol.asyncDispose]();
  },
  300_000,
);
