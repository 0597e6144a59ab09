import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { startPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

/** Sessions of a killed postmaster end by themselves when they next look; until then its memory is taken. */
const patienceMs = 10_000;
/** Long enough for those sessions to look, short enough that a request waits it out; also bounds a crash loop. */
const pauseMs = 250;

/** Keeps PostgreSQL running until disposal: one that was killed is started again under the same address. */
export async function supervisePostmaster(
  options: PostmasterOptions,
  log: (line: string) => void,
): Promise<AsyncDisposable> {
  let stopping = false;
  const isStopping = () => stopping;
  let postmaster = await startWhenFree(options);

  async function keepRunning(): Promise<void> {
    for (;;) {
      await postmaster.exited;
      if (isStopping()) return;
      log('PostgreSQL has ended unasked and is started again.');
      await delay(pauseMs);
      postmaster = await startWhenFree(options);
      // A stop that came during this start has found only the dead one to end.
      if (isStopping()) await postmaster.stop();
    }
  }

  const running = keepRunning().catch((error: unknown) => log(`The database is lost: ${String(error)}`));
  return {
    [Symbol.asyncDispose]: async () => {
      stopping = true;
      await postmaster.stop();
      await running;
    },
  };
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
