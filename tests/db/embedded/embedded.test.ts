import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import type { DatabaseConnection } from '../../../db/engine/sessions/address.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../db/embedded/embedded.ts';
import { findProcess } from '../../../db/embedded/processes.ts';

let dataDir: string;
let said: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tenantatlas-embedded-'));
  said = [];
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

function start(durable = false): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, durable, log: (line) => said.push(line) });
}

async function query(connection: DatabaseConnection, text: string): Promise<unknown[]> {
  const sql = createClient({ connection, maxConnections: 1, applicationName: 'test' });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

describe('a start', () => {
  test('makes a database that knows Unicode, speaks UTC and listens to no network', async () => {
    await using postgres = await start();
    const settings = `select current_database() as name, upper('ä') as upper, current_setting('timezone') as timezone,
      current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`;
    expect(await query(postgres.connection, settings)).toEqual([
      { name: 'tenantatlas', upper: 'Ä', timezone: 'UTC', addresses: '', encoding: 'UTF8' },
    ]);
  });

  test('finds again what was written before the stop, and leaves nothing but the data behind', async () => {
    {
      await using postgres = await start();
      await query(postgres.connection, 'create table kept as select 42 as answer');
    }
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
    await using postgres = await start();
    expect(await query(postgres.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('begins again after an end in the middle of making the database', async () => {
    await mkdir(join(dataDir, 'postgres.partial', 'base'), { recursive: true });
    await using postgres = await start();
    expect(await query(postgres.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a refused start says what to do', () => {
  test('when another process has the folder', async () => {
    await using _first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'data-directory-locked',
      message: `${dataDir} is in use by process ${process.pid}; stop it or set DATA_DIR to another folder.`,
    });
  });

  test('when the data is of another PostgreSQL, and touches nothing', async () => {
    const cluster = join(dataDir, 'postgres');
    await mkdir(cluster);
    await writeFile(join(cluster, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({
      code: 'version-mismatch',
      message: expect.stringMatching(/was written by PostgreSQL 17 .* set DATA_DIR to another folder/),
    });
    expect(await readdir(dataDir)).toEqual(['postgres']);
    expect(await readdir(cluster)).toEqual(['PG_VERSION']);
  });

  test("with PostgreSQL's own words when it does not come up", async () => {
    await (await start())[Symbol.asyncDispose]();
    await writeFile(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = banana\n');
    await expect(start()).rejects.toMatchObject({
      code: 'not-started',
      message: expect.stringMatching(/did not start in .*\n.*banana/s),
    });
  });

  test.each([
    ['is', 'file'],
    ['lies below', 'file/data'],
  ])('when the folder %s a file', async (_how, folder) => {
    await writeFile(join(dataDir, 'file'), '');
    await expect(
      startEmbeddedPostgres({ dataDir: join(dataDir, folder), log: () => undefined }),
    ).rejects.toMatchObject({
      code: 'data-directory-unusable',
      message: expect.stringContaining('is a file or lies below one; set DATA_DIR to a folder.'),
    });
  });
});

describe('after a crash', () => {
  test('a killed PostgreSQL is started again under the same address and has lost nothing', async () => {
    await using postgres = await start(true);
    await query(postgres.connection, 'create table kept as select 42 as answer');
    process.kill(await readPostmasterPid(), 'SIGKILL');
    await expect
      .poll(() => query(postgres.connection, 'select answer from kept').catch(() => []), { timeout: 20_000 })
      .toEqual([{ answer: 42 }]);
    await expect
      .poll(() => said)
      .toEqual(['PostgreSQL stopped unexpectedly and is being restarted.', 'PostgreSQL is running again.']);
  });

  test('it is tried again until what kept it from starting has passed', async () => {
    await using postgres = await start(true);
    await query(postgres.connection, 'create table kept as select 42 as answer');
    const configuration = join(dataDir, 'postgres', 'postgresql.conf');
    await rename(configuration, `${configuration}.away`);
    process.kill(await readPostmasterPid(), 'SIGKILL');
    await expect
      .poll(() => said.filter((line) => line.startsWith('The database is unavailable')).length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(2);
    await rename(`${configuration}.away`, configuration);
    await expect
      .poll(() => query(postgres.connection, 'select answer from kept').catch(() => []), { timeout: 20_000 })
      .toEqual([{ answer: 42 }]);
  });

  test('of the whole program no PostgreSQL is left, and of several starts at once exactly one takes over', async () => {
    const program = await startInOwnProcess();
    const postmaster = await readPostmasterPid();
    program.kill('SIGKILL');
    await once(program, 'exit');

    const starts = await Promise.all(Array.from({ length: 3 }, () => startInOwnProcess().catch(String)));
    const running = starts.filter((outcome) => typeof outcome !== 'string');
    expect(running).toHaveLength(1);
    expect(starts.filter((outcome) => typeof outcome === 'string')).toEqual([
      expect.stringContaining('is in use by process'),
      expect.stringContaining('is in use by process'),
    ]);
    expect(await findProcess(postmaster)).toBeNull();
    for (const child of running) await stop(child);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
  });

  test('a lock of a process that is gone, or of another with its number, or damaged, holds no one up', async () => {
    const locks = [
      JSON.stringify({ pid: 4_194_305, startedAt: '1', socketDirectory: '/nowhere' }),
      JSON.stringify({ pid: process.pid, startedAt: 'another time', socketDirectory: '/nowhere' }),
      '{"pid":',
    ];
    for (const lock of locks) {
      await writeFile(join(dataDir, 'lock'), lock);
      await (await start())[Symbol.asyncDispose]();
    }
    expect(said).toEqual([]);
  });
});

async function readPostmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

/** Resolves when it serves, rejects with its last words when it ends before that. */
async function startInOwnProcess(): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('../../setup/open-cluster.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const outcome = await Promise.race([firstLine.then(() => 'serves'), once(child, 'close')]);
  if (outcome === 'serves') return child;
  throw new Error(errors);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGINT');
  await ended;
}
