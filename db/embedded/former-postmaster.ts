import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { findProcess } from './processes.ts';

/** A fast shutdown writes a checkpoint: a few seconds at most with the configured max_wal_size. */
const patienceMs = 10_000;
/** Short against the 35 ms of a warm start. */
const pollMs = 10;

/**
 * Stops the PostgreSQL that a killed process of ours has left behind. Call it only under the directory lock: then any
 * server of the cluster is an orphan, perhaps already shutting down.
 */
export async function endFormerPostmaster(
  clusterDirectory: string,
  log: (line: string) => void,
): Promise<void> {
  const pid = await readPostmasterPid(clusterDirectory);
  if (pid === null || !(await serves(pid, clusterDirectory))) return;
  log('Waiting for the previous PostgreSQL process to stop.');
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalIfPossible(pid, signal);
    for (let waited = 0; waited < patienceMs; waited += pollMs) {
      if (!(await serves(pid, clusterDirectory))) return;
      await delay(pollMs);
    }
  }
  throw new EmbeddedPostgresError(
    'data-directory-locked',
    `${clusterDirectory} is still served by PostgreSQL process ${pid}, which does not stop; end it or set DATA_DIR to another folder.`,
  );
}

async function readPostmasterPid(clusterDirectory: string): Promise<number | null> {
  const content = await readFile(join(clusterDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(content, 10);
  return pid > 0 ? pid : null;
}

/** The pid alone proves nothing: after a power failure it may belong to any program. */
async function serves(pid: number, clusterDirectory: string): Promise<boolean> {
  const found = await findProcess(pid);
  return found?.command.includes(clusterDirectory) ?? false;
}

/**
 * It may exit between the check and the signal; if we are not allowed to signal it, it stays, and the caller says so.
 */
function signalIfPossible(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}
