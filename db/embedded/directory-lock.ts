import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, hasErrorCode } from './embedded-postgres-error.ts';
import { explainFailure } from './failure.ts';
import { findProcess } from './processes.ts';

export interface DirectoryLock extends AsyncDisposable {
  /** The socket directory of a holder that died without cleaning up. */
  readonly abandonedSocketDirectory: string | null;
}

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  readonly socketDirectory: string;
}

/**
 * Makes this process the only one that works in `dataDir`. The lock of a dead holder is taken over. The kernel
 * decides: link(2) either creates the lock with its content in one step or fails. Two processes that find the same
 * dead holder may both move its lock aside; one that then notices that it has moved a living lock puts it back.
 * PostgreSQL's own postmaster.pid is the last guard behind this.
 */
export async function lockDirectory(dataDir: string, socketDirectory: string): Promise<DirectoryLock> {
  const path = join(dataDir, 'lock');
  const mine = `${path}.${process.pid}`;
  const startedAt = (await findProcess(process.pid))?.startedAt ?? '';
  const content = JSON.stringify({ pid: process.pid, startedAt, socketDirectory } satisfies Holder);
  await writeFile(mine, content).catch((error: unknown) => {
    throw explainFailure(dataDir, [], error);
  });
  try {
    let abandoned: Holder | null = null;
    while (!(await linkUnlessTaken(mine, path)))
      abandoned = (await clearAbandonedLock(dataDir, path)) ?? abandoned;
    return {
      abandonedSocketDirectory: abandoned?.socketDirectory ?? null,
      [Symbol.asyncDispose]: async () => {
        if ((await readIfPresent(path)) === content) await rm(path, { force: true });
      },
    };
  } finally {
    await rm(mine, { force: true });
  }
}

/** Where the live process that works in `dataDir` has its socket; null if there is none. */
export async function findSocketDirectory(dataDir: string): Promise<string | null> {
  const content = await readIfPresent(join(dataDir, 'lock'));
  const holder = content === null ? null : parseHolder(content);
  return holder !== null && (await isAlive(holder)) ? holder.socketDirectory : null;
}

/**
 * Returns the dead holder whose lock was removed, or null if another try is worthwhile; throws if the holder is
 * alive.
 */
async function clearAbandonedLock(dataDir: string, path: string): Promise<Holder | null> {
  const content = await readIfPresent(path);
  if (content === null) return null;
  const holder = parseHolder(content);
  if (holder && (await isAlive(holder))) {
    throw new EmbeddedPostgresError(
      'data-directory-locked',
      `${dataDir} is in use by process ${holder.pid}; stop it or set DATA_DIR to another folder.`,
    );
  }
  const aside = `${path}.${process.pid}.abandoned`;
  await rename(path, aside).catch(ignoreMissing);
  const movedContent = await readIfPresent(aside);
  if (movedContent !== null && movedContent !== content) await linkUnlessTaken(aside, path);
  await rm(aside, { force: true });
  return holder;
}

async function isAlive(holder: Holder): Promise<boolean> {
  const found = await findProcess(holder.pid);
  return found !== null && found.startedAt === holder.startedAt;
}

/** null for a lock damaged by a crash or by hand: a lock that names no one protects no one. */
function parseHolder(content: string): Holder | null {
  try {
    const value = JSON.parse(content) as Partial<Holder> | null;
    const { pid, startedAt, socketDirectory } = value ?? {};
    if (!pid || startedAt === undefined || socketDirectory === undefined) return null;
    return { pid, startedAt, socketDirectory };
  } catch {
    return null;
  }
}

async function linkUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readIfPresent(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(ignoreMissing);
}

function ignoreMissing(error: unknown): null {
  if (hasErrorCode(error, 'ENOENT')) return null;
  throw error;
}
