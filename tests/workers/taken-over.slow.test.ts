import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { killProcess, startWorkerProcess } from '../support/program/processes.ts';
import type { Program } from '../support/program/program.ts';
import { rowOf } from '../support/row-of.ts';
import { until } from '../support/until.ts';
import { startScene, type Scene } from './support/scene.ts';

/**
 * How long a run waits for another worker. Nothing is hurried here, and nothing measured by the wall: PostgreSQL notes the
 * heir's own rounds, one every five seconds, so a busy machine makes them longer and not more.
 */

/** Per answer of Microsoft's (ms): a second worker starts while the verification is running. */
const latencyMs = 3_000;
/** 20 s. pg-boss would poll for a job that is to be tried again every 30 s. */
const roundsUntilTakenOver = 4;
/** 30 s. */
const roundsUntilThawed = 6;
/** One after the other would be two minutes; only a guard against hanging. */
const hangingMs = 300_000;

const clockModule = fileURLToPath(new URL('../support/program/set-back-clock.mjs', import.meta.url));
const settableClock = { NODE_OPTIONS: `--import=${clockModule}` };

async function setBackClock(worker: Program): Promise<void> {
  worker.process.kill('SIGUSR2');
  await worker.until('The clock was set back.');
}

/** From now on PostgreSQL counts the rounds in which workers look for those that are lost. */
async function countRounds({ sql }: Scene): Promise<() => Promise<number>> {
  await sql.unsafe(`
    create sequence test_rounds;
    create function test_count_round() returns trigger language plpgsql as
      $$ begin perform nextval('test_rounds'); return null; end $$;
    create trigger test_rounds after update of monitor_claim_on on pgboss.queue for each row
      when (new.name = 'provider.connection.check' and new.monitor_claim_on is not null)
      execute function test_count_round();`);
  return async () => {
    const [row] =
      await sql`select case when is_called then last_value else 0 end::int as rounds from test_rounds`;
    return row?.['rounds'] as number;
  };
}

/** How many rounds it took until the second attempt at the run began. */
async function roundsUntilNextAttempt(scene: Scene, id: string): Promise<number> {
  const rounds = await countRounds(scene);
  return await until(`another attempt at run ${id}`, async () => {
    const before = await rounds();
    return (await scene.look(id)).attempt === 2 && before;
  });
}

it.concurrent.for([
  ['', false],
  [', also when every worker’s clock was set back by two hours', true],
] as const)(
  'a lost worker’s runs are taken over within 20 s%s',
  { timeout: hangingMs },
  async ([, isSetBack]) => {
    await using scene = await startScene(latencyMs);
    await using lost = await startWorkerProcess(scene.app, 1, settableClock);
    const id = await scene.verify('healthy');
    await scene.underWay(id, 1, 1);
    // It looks for work and for lost workers since before.
    await using heir = await startWorkerProcess(scene.app, 1, settableClock);
    if (isSetBack) await Promise.all([setBackClock(lost), setBackClock(heir)]);
    await killProcess(lost);
    expect(await roundsUntilNextAttempt(scene, id)).toBeLessThanOrEqual(roundsUntilTakenOver);
    await scene.hurryMicrosoft();
    expect(await scene.completed(id)).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
    // Whatever clocks the workers have, what they write is dated by PostgreSQL's.
    const { generatedAt } = (await scene.look(id)).verificationReport;
    const [row] =
      await scene.sql`select created_at < ${generatedAt} and ${generatedAt} < clock_timestamp() as right
      from operation_runs where id = ${rowOf(id)}`;
    expect(row?.['right']).toBe(true);
  },
);

it.concurrent(
  'a worker that is frozen inside a transaction delays its run by 30 s at most',
  async () => {
    await using scene = await startScene(latencyMs);
    await using stack = new AsyncDisposableStack();
    // One slot: what the thawed worker does next shows that it is through with the old run.
    const frozen = stack.use(await startWorkerProcess(scene.app, 1));
    stack.defer(() => void frozen.process.kill('SIGCONT'));
    const id = await scene.verify('healthy');
    await scene.underWay(id, 1, 1);
    await using heir = await startWorkerProcess(scene.app, 1);
    const stateOf = async (state: string) => {
      const rows = await scene.sql`select from pg_stat_activity
        where datname = current_database() and application_name = 'tenantatlas' and query like '%provider_connections%'
          and (state = ${state} or wait_event_type = ${state})`;
      return rows.length > 0;
    };
    // Its last transaction has completed the run when it comes to the connection's health.
    const held = await scene.sql.reserve();
    await held`begin`;
    await held`select from provider_connections where id =
      (select provider_connection_id from operation_runs where id = ${rowOf(id)}) for update`;
    await scene.hurryMicrosoft();
    await until('its last write waits for the connection', () => stateOf('Lock'));
    frozen.process.kill('SIGSTOP');
    await held`rollback`;
    held.release();
    await until('it is frozen with the run locked', () => stateOf('idle in transaction'));
    expect(await roundsUntilNextAttempt(scene, id)).toBeLessThanOrEqual(roundsUntilThawed);
    const run = await scene.completed(id);
    expect(run).toMatchObject({ outcome: 'SUCCEEDED', attempt: 2 });
    await heir[Symbol.asyncDispose]();
    frozen.process.kill('SIGCONT');
    await scene.completed(await scene.verify('healthy'));
    expect(await scene.look(id)).toEqual(run);
  },
  hangingMs,
);
