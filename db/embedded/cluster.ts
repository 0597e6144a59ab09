import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, hasErrorCode } from './embedded-postgres-error.ts';
import type { PostgresPrograms } from './programs.ts';
import { explainFailure } from './failure.ts';
import { spawnOptionsFor, type SystemUser } from './system-user.ts';

const execute = promisify(execFile);

/** The superuser and the one database, in every cluster we create. */
export const owner = 'tenantatlas';

export interface Cluster {
  readonly directory: string;
  readonly programs: PostgresPrograms;
  readonly user: SystemUser | null;
  /** false for databases that no one misses after a power failure: tests and benchmarks. */
  readonly durable: boolean;
}

/** Creates the cluster if there is none; safe to repeat after a crash at any point. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const present = await readMajorVersion(cluster.directory);
  if (present === null) return initialise(cluster);
  const [ours] = cluster.programs.version.split('.');
  if (present === ours) return;
  throw new EmbeddedPostgresError(
    'version-mismatch',
    `${cluster.directory} was written by PostgreSQL ${present} but this release ships PostgreSQL ${ours}; dump it with the previous release and load it into a new DATA_DIR, or set DATA_DIR to another folder to start over.`,
  );
}

async function readMajorVersion(directory: string): Promise<string | null> {
  try {
    return (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw explainFailure(directory, [], error);
  }
}

/**
 * The collation is PostgreSQL's own C.UTF-8: text sorts by code point, and upper, lower and ILIKE know all of
 * Unicode. A collation from the C library or ICU changes with the operating system, which corrupts indexes built
 * under the old order.
 */
async function initialise({ directory, programs, user, durable }: Cluster): Promise<void> {
  const partial = `${directory}.partial`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { mode: 0o700 });
    if (user) await chown(partial, user.uid, user.gid);
    const initdb = [
      '--pgdata',
      partial,
      '--username',
      owner,
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
    ];
    const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const sync = durable ? [] : ['--no-sync'];
    await execute(programs.initdb, [...initdb, ...collation, ...sync], spawnOptionsFor(user));
    // There is no `createdb` in the package; single-user mode reads SQL from its standard input.
    const single = execute(programs.postgres, ['--single', '-D', partial, 'postgres'], spawnOptionsFor(user));
    single.child.stdin?.end(`create database ${owner}\n`);
    await single;
    // Renamed last, so that a crash leaves no half-made cluster under the real name.
    await rename(partial, directory);
  } catch (error) {
    throw explainFailure(directory, linesOf(error), error);
  }
}

function linesOf(error: unknown): string[] {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return output.split('\n').filter((line) => line.trim() !== '');
}
