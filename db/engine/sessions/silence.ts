import type { Session } from './session.ts';
import { DatabaseLost } from './unavailable.ts';

/**
 * After this long (ms), another connection asks whether the statement is still running. Almost all of ours take
 * milliseconds.
 */
const suspiciousMs = 5_000;
const checkMs = 2_500;
/** How long (ms) the question itself may take. */
const probeMs = 5_000;
/** An answer that was under way while we asked has arrived by then (ms). */
const settleMs = 100;

/**
 * Ends sessions whose answer will never come: behind a server, pooler or network that has gone silent without closing
 * anything, a statement would wait forever and keep its connection. A statement that only waits for a lock, or runs
 * long, is left alone: over another connection, PostgreSQL is asked whether it is still running.
 */
export function watchSilence(
  sessions: () => Iterable<Session>,
  openProbe: () => Promise<Session>,
): Disposable {
  let isChecking = false;
  async function check(): Promise<void> {
    const suspects = [...sessions()].flatMap((session) => {
      const since = session.waitingSince;
      return since !== null && performance.now() - since > suspiciousMs ? [{ session, since }] : [];
    });
    if (suspects.length === 0) return;
    const active = await listActive(
      openProbe,
      suspects.map(({ session }) => session.pid),
    );
    if (active === 'unknown') return;
    await new Promise((resolve) => setTimeout(resolve, settleMs).unref());
    for (const { session, since } of suspects) {
      if (active.has(session.pid) || session.waitingSince !== since) continue;
      session.abandon('The database has not answered.');
    }
  }
  const timer = setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    void check().finally(() => (isChecking = false));
  }, checkMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** Never rejects. Empty if the database does not answer this question either. */
async function listActive(
  openProbe: () => Promise<Session>,
  pids: readonly number[],
): Promise<ReadonlySet<number> | 'unknown'> {
  const text = `/* listActive */ select pid from pg_stat_activity where pid = any($1) and state = 'active'`;
  let timer: NodeJS.Timeout | undefined;
  try {
    await using probe = await openProbe();
    timer = setTimeout(() => probe.abandon('The database does not answer.'), probeMs);
    const rows = (await probe.query(text, [pids])) as { pid: number }[];
    return new Set(rows.map(({ pid }) => pid));
  } catch (error) {
    // "Too many connections" is an answer: the server is alive.
    return error instanceof DatabaseLost ? new Set() : 'unknown';
  } finally {
    clearTimeout(timer);
  }
}
