import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createChangeFeed } from '../../db/engine/changes.ts';
import { createDatabase } from '../../db/engine/client.ts';
import { createLiveQueries } from '../../db/runs/live.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { createLiveHub } from '../../flows/live/hub.ts';
import { startEmbeddedPostgres } from '../../db/embedded/embedded.ts';
import { readAll } from './support/hub.ts';
import { createWorld } from './support/world.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** As a crash would: no session is told, everything since the last checkpoint is recovered from the log. */
async function stopImmediately(dataDir: string): Promise<void> {
  const find = execFileSync('find', [dataDir, '-name', 'postmaster.pid'], { encoding: 'utf8' }).trim();
  const [pid] = (await readFile(find, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
}

async function succeeds(work: PromiseLike<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}

it('catches up after PostgreSQL was restarted under it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tenantatlas-restart-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  // Durable, unlike the tests' own cluster: what was committed has to be there after the crash.
  const { connection } = stack.use(await startEmbeddedPostgres({ dataDir, log: () => undefined }));
  await migrateDatabase(connection);
  const onTrouble = () => undefined;
  const { db } = stack.use(createDatabase({ connection, maxConnections: 4, applicationName: 'tests' }));
  const hub = stack.use(createLiveHub({ queries: createLiveQueries(db), now: () => new Date(), onTrouble }));
  stack.use(createChangeFeed({ connection, listener: hub, onTrouble }));
  const world = stack.use(await createWorld(connection));
  const { signIn } = await world.addPerson();
  const id = await world.startRun();
  const seen = readAll(await hub.watch(signIn, { kind: 'run', id }));
  await stopImmediately(dataDir);
  while (await succeeds(world.sql`select 1`)) await delay(5);
  while (!(await succeeds(world.complete(id)))) await delay(100);
  expect((await seen).at(-1)).toEqual({ id, version: 2, status: 'completed' });
  // And what happens afterward is heard again.
  const next = await world.startRun();
  const after = readAll(await hub.watch(signIn, { kind: 'run', id: next }));
  await world.complete(next);
  expect((await after).at(-1)).toMatchObject({ id: next, status: 'completed' });
});
