import { execFile } from 'node:child_process';
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, hasErrorCode } from './embedded-postgres-error.ts';
import { spawnOptionsFor, type SystemUser } from './system-user.ts';

const execute = promisify(execFile);

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  /** For example "18.4". */
  readonly version: string;
}

/**
 * The programs as npm installed them, or a copy (60 MB) below `copiesDirectory` if `user` may not read them there or
 * the folder cannot be completed, as in a read-only image.
 */
export async function preparePrograms(
  user: SystemUser | null,
  copiesDirectory: string,
): Promise<PostgresPrograms> {
  const shipped = locateShippedFolder();
  await createMissingLinks(shipped).catch(() => undefined);
  const copy = join(copiesDirectory, `postgresql-${await readPackageVersion(shipped)}`, 'native');
  const usable = (await tryPrograms(shipped, user)) ?? (await tryPrograms(copy, user));
  if (usable) return usable;

  await copyFolder(shipped, dirname(copy), user);
  return runPrograms(copy, user).catch((cause: unknown) => {
    throw new EmbeddedPostgresError(
      'not-started',
      `PostgreSQL's programs do not run on this system; set DATABASE_URL to use a PostgreSQL of your own.\n${String(cause)}`,
      { cause },
    );
  });
}

/** The package is used without its wrapper `embedded-postgres`, which on import installs signal handlers that exit. */
function locateShippedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'platform-unsupported',
      `No PostgreSQL is installed for ${process.platform}-${process.arch}; run npm ci without --omit=optional, or set DATABASE_URL to use a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** npm packages cannot contain symbolic links; this one lists them for an install script, which we do not run. */
async function createMissingLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, '..', target)).catch((error: unknown) => {
      if (!hasErrorCode(error, 'EEXIST')) throw error;
    });
  }
}

async function readPackageVersion(shipped: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(shipped, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}

function tryPrograms(folder: string, user: SystemUser | null): Promise<PostgresPrograms | null> {
  return runPrograms(folder, user).catch(() => null);
}

async function runPrograms(folder: string, user: SystemUser | null): Promise<PostgresPrograms> {
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  const { stdout } = await execute(postgres, ['--version'], spawnOptionsFor(user));
  return { initdb, postgres, version: /\d+(\.\d+)?/.exec(stdout)?.[0] ?? '' };
}

async function copyFolder(shipped: string, destination: string, user: SystemUser | null): Promise<void> {
  const partial = `${destination}.partial`;
  await Promise.all([destination, partial].map((path) => rm(path, { recursive: true, force: true })));
  await cp(shipped, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  await createMissingLinks(join(partial, 'native'));
  // Under a strict umask, the files are installed closed to everyone but root, and cp has kept that.
  if (user) await execute('chown', ['-R', `${user.uid}:${user.gid}`, partial]);
  // Renamed last, so that a folder with this name is always complete.
  await rename(partial, destination);
}
