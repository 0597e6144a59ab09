import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../db/embedded/embedded.ts';
import { createClient } from '../../db/engine/client.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { listKnown } from '../../db/engine/schema-version.ts';
import { parentOf } from './cpu.ts';
import { fillWorld, type Sql } from './fill.ts';

/** A PostgreSQL with the bench's world in it, set up as the product sets up its own: durable, fsync on. */
export interface BenchDatabase extends AsyncDisposable {
  readonly connection: EmbeddedPostgres['connection'];
  readonly sql: Sql;
  /** Its process ID. */
  readonly postmaster: number;
}

/** Kept between runs, since a million runs take minutes to write; deleting the folder is always safe. */
const home = fileURLToPath(new URL('../../.bench', import.meta.url));

/**
 * Opens the database with so many runs and fills it first where it does not exist, was not finished or is of another
 * schema. `say` hears how far it is.
 */
export async function openDatabase(runs: number, say: (line: string) => void): Promise<BenchDatabase> {
  const dataDir = path.join(home, `runs-${runs}`);
  const marker = path.join(dataDir, 'filled');
  const version = listKnown().join(' ');
  const isFilled = (await readFile(marker, 'utf8').catch(() => '')) === version;
  if (!isFilled) {
    await rm(dataDir, { recursive: true, force: true });
    await mkdir(dataDir, { recursive: true });
    const startedAt = performance.now();
    say(`Filling a database with ${runs} runs …`);
    {
      await using database = await start(dataDir, false);
      await emptyDatabase(database.connection);
      await migrateDatabase(database.connection);
      await fillWorld(database.sql, database.connection, runs, say);
    }
    await writeFile(marker, version);
    say(`Filled in ${Math.round((performance.now() - startedAt) / 1_000)} s.`);
  }
  return await start(dataDir, true);
}

/** What an earlier fill has left: the embedded PostgreSQL may keep its cluster elsewhere than in the folder. */
async function emptyDatabase(connection: BenchDatabase['connection']): Promise<void> {
  const { database } = connection;
  const sql = createClient({
    connection: { ...connection, database: 'postgres' },
    maxConnections: 1,
    applicationName: 'bench',
  });
  await sql`drop database if exists ${sql(database)} with (force)`;
  await sql`create database ${sql(database)}`;
  await sql.end();
}

async function start(dataDir: string, durable: boolean): Promise<BenchDatabase> {
  await using stack = new AsyncDisposableStack();
  const log = (line: string, level: string) => {
    if (level !== 'info') console.error(line);
  };
  const { connection } = stack.use(await startEmbeddedPostgres({ dataDir, durable, log }));
  const sql = createClient({ connection, maxConnections: 2, applicationName: 'bench' });
  stack.defer(() => sql.end());
  const postmaster = await findPostmaster(sql);
  const disposal = stack.move();
  return { connection, sql, postmaster, [Symbol.asyncDispose]: () => disposal.disposeAsync() };
}

/** The parent of whoever serves us; 0 where /proc does not exist. */
async function findPostmaster(sql: Sql): Promise<number> {
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return (await parentOf(backend?.pid ?? 0)) ?? 0;
}
