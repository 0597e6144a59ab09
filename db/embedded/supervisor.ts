import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { startPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

/** `error` marks what an operator has to look at. */
export type Log = (sentence: string, level: 'info' | 'error') => void;

/** Sessions of a killed postmaster exit on their own when they next check; until then its shared memory is taken. */
const patienceMs = 10_000;
/** Long enough for those sessions to check, short enough that a request waits it out; also limits a crash loop. */
const pauseMs = 250;

/** Between two attempts to restart it (ms): soon at first, later seldom enough to read the log. */
const longestPauseMs = 10_000;

/**
 * Keeps PostgreSQL running until disposal: if it is killed, it is restarted at the same address; if it cannot be
 * started (on a full disk, say), starting is retried until it works.
 */
export async function supervisePostmaster(options: PostmasterOptions, log: Log): Promise<AsyncDisposable> {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let postmaster = await startWhenFree(options);

  async function keepRunning(): Promise<void> {
    for (;;) {
      await postmaster.exited;
      if (isStopping()) return;
      log('PostgreSQL stopped unexpectedly and is being restarted.', 'error');
      const next = await startAgain(options, log, stopping.signal);
      if (next === null) return;
      postmaster = next;
      // A stop requested during this start has found only the dead one to stop.
      if (isStopping()) await postmaster.stop();
      else log('PostgreSQL is running again.', 'info');
    }
  }

  const running = keepRunning();
  return {
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await postmaster.stop();
      await running;
    },
  };
}

/** null: the program is stopping. */
async function startAgain(
  options: PostmasterOptions,
  log: Log,
  stopping: AbortSignal,
): Promise<Postmaster | null> {
  for (let waitMs = pauseMs; ; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
    await delay(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return null;
    try {
      return await startWhenFree(options);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log(`The database is unavailable; trying again: ${why}`, 'error');
    }
  }
}

async function startWhenFree(options: PostmasterOptions): Promise<Postmaster> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await startPostmaster(options);
    } catch (error) {
      const isFreeSoon = error instanceof EmbeddedPostgresError && error.code === 'cluster-in-use';
      if (!isFreeSoon || waitedMs >= patienceMs) throw error;
    }
    await delay(pauseMs);
  }
}
