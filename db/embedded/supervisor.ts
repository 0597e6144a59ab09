import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { startPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

/** `error` is what an operator has to look at. */
export type Log = (sentence: string, level: 'info' | 'error') => void;

/** Sessions of a killed postmaster end on their own when they next look; until then its memory is taken. */
const patienceMs = 10_000;
/** Long enough for those sessions to look, short enough that a request waits it out; also bounds a crash loop. */
const pauseMs = 250;

/** Between two attempts to start it again (ms): at first soon, in the end seldom enough to read the log. */
const longestPauseMs = 10_000;

/**
 * Keeps PostgreSQL running until disposal: one that was killed is started again under the same address, and one that cannot
 * be started (a full disk, say) is tried again until it can.
 */
export async function supervisePostmaster(options: PostmasterOptions, log: Log): Promise<AsyncDisposable> {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let postmaster = await startWhenFree(options);

  async function keepRunning(): Promise<void> {
    for (;;) {
      await postmaster.exited;
      if (isStopping()) return;
      log('PostgreSQL has ended unasked and is started again.', 'error');
      const next = await startAgain(options, log, stopping.signal);
      if (next === null) return;
      postmaster = next;
      // A stop that came during this start has found only the dead one to end.
      if (isStopping()) await postmaster.stop();
      else log('PostgreSQL runs again.', 'info');
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

/** null: the program stops. */
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
      log(`The database is away and is tried again: ${why}`, 'error');
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
