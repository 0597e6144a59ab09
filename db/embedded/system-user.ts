import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const execute = promisify(execFile);

/** Nothing from the caller's environment: PGDATA, PGPORT, PGOPTIONS or LANG would change what PostgreSQL does. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Which user PostgreSQL should run as; null means ours. It refuses to run as root, so root runs it as another user:
 * the owner of the database if there already is one, else `postgres`, else `nobody`.
 */
export async function choosePostgresUser(clusterDirectory: string): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterDirectory).catch(() => null);
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const user = (await findUser('postgres')) ?? (await findUser('nobody'));
  if (user) return user;
  throw new EmbeddedPostgresError(
    'not-started',
    'PostgreSQL cannot run as root, and this system has no other user to run it as; start as a regular user or set DATABASE_URL.',
  );
}

async function findUser(name: string): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => execute('id', [flag, name])));
    return { name, uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return null;
  }
}

/** How to start one of PostgreSQL's programs as that user. Its own working directory may be closed to the user. */
export function spawnOptionsFor(user: SystemUser | null): {
  env: NodeJS.ProcessEnv;
  cwd: string;
  uid?: number;
  gid?: number;
} {
  return { env: cleanEnvironment, cwd: '/', ...(user && { uid: user.uid, gid: user.gid }) };
}

/** Whether the user may traverse `directory` and everything above it. */
export async function canEnter(user: SystemUser | null, directory: string): Promise<boolean> {
  return execute('test', ['-x', directory], spawnOptionsFor(user)).then(
    () => true,
    () => false,
  );
}
