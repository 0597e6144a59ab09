import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { explainFailure } from './failure.ts';
import { canEnter, choosePostgresUser, type SystemUser } from './system-user.ts';

export interface Places {
  readonly dataDir: string;
  /** Holds the cluster and, if needed, a copy of the programs; the same as `dataDir` except in one case, see below. */
  readonly home: string;
  readonly clusterDirectory: string;
  readonly user: SystemUser | null;
}

/**
 * Root's own folders are often closed to the user that PostgreSQL has to run as. A clone in /root must work anyway,
 * so its cluster is then below /var/lib/tenantatlas, always in the same place for the same `dataDir`.
 */
export async function choosePlaces(dataDir: string, log: (line: string) => void): Promise<Places> {
  const absolute = resolve(dataDir);
  await makeDirectory(absolute);
  const wanted = await placesIn(absolute, absolute);
  if (await letEnter(wanted.user, absolute)) return wanted;

  const fingerprint = createHash('sha256').update(absolute).digest('hex').slice(0, 12);
  const elsewhere = join('/var/lib/tenantatlas', fingerprint);
  await makeDirectory(elsewhere);
  const fallback = await placesIn(absolute, elsewhere);
  if (!(await letEnter(fallback.user, elsewhere))) throw unreachable(absolute, fallback.user);
  log(
    `PostgreSQL cannot run as root, and other users cannot reach ${absolute}, so the database is in ${elsewhere}.`,
  );
  return fallback;
}

async function makeDirectory(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw explainFailure(path, [], error);
  });
}

async function placesIn(dataDir: string, home: string): Promise<Places> {
  const clusterDirectory = join(home, 'postgres');
  return { dataDir, home, clusterDirectory, user: await choosePostgresUser(clusterDirectory) };
}

/** Opens only our own folder for traversal, no one else's. */
async function letEnter(user: SystemUser | null, directory: string): Promise<boolean> {
  if (user === null || (await canEnter(user, directory))) return true;
  await chmod(directory, (await stat(directory)).mode | 0o011);
  return canEnter(user, directory);
}

function unreachable(directory: string, user: SystemUser | null): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-directory-unusable',
    `PostgreSQL cannot run as root, and ${user?.name} cannot reach ${directory}; start as a regular user or set DATA_DIR to a folder that every user can reach.`,
  );
}

/** Bytes that fit into a Unix socket's address, without the terminating zero: 103 on macOS, 107 on Linux. */
const maximumSocketPathBytes = 103;
const socketDirectoryPrefix = 'tenantatlas-';

/**
 * A directory that only PostgreSQL's user (and root) may enter: this is what makes connections without a password
 * safe.
 */
export async function createSocketDirectory(user: SystemUser | null): Promise<string> {
  for (const parent of [tmpdir(), '/tmp']) {
    const longest = join(parent, `${socketDirectoryPrefix}123456`, '.s.PGSQL.5432.lock');
    if (Buffer.byteLength(longest) > maximumSocketPathBytes || !(await canEnter(user, parent))) continue;
    const directory = await mkdtemp(join(parent, socketDirectoryPrefix));
    if (user) await chown(directory, user.uid, user.gid);
    return directory;
  }
  throw unreachable(tmpdir(), user);
}

/** The name comes from a file that others may have written: only what we could have created is removed. */
export async function removeSocketDirectory(directory: string): Promise<void> {
  if (!basename(directory).startsWith(socketDirectoryPrefix)) return;
  await rm(directory, { recursive: true, force: true });
}
