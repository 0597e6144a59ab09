import { sql } from 'drizzle-orm';
import type { Clock } from '../../core/clock.ts';
import type { Db } from './client.ts';

export interface DatabaseClock extends Disposable {
  readonly now: Clock;
}

/** How often PostgreSQL is asked for the time (ms): this soon, a machine that slept or a failover is noticed. */
const askMs = 10_000;
/** Clocks that differ by less (ms) agree. */
const toleranceMs = 250;

/**
 * PostgreSQL's time, the same for all processes whatever their machines' clocks say: what they write is compared with
 * what others and the database itself have written. In between, it advances by a clock that cannot be set.
 */
export async function startDatabaseClock(
  db: Db,
  onTrouble: (error: unknown) => void,
): Promise<DatabaseClock> {
  let { aheadMs } = await measure();

  /** By `performance.now()`, approximately: the answer was computed some time between question and answer. */
  async function measure(): Promise<{ readonly aheadMs: number; readonly errorMs: number }> {
    const askedAt = performance.now();
    const [row] = await db.execute<{ ms: number }>(
      sql`/* askTime */ select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
    );
    const errorMs = (performance.now() - askedAt) / 2;
    return { aheadMs: Number(row?.ms) - askedAt - errorMs, errorMs };
  }

  async function adjust(): Promise<void> {
    const measured = await measure();
    const isOff = Math.abs(measured.aheadMs - aheadMs) > Math.max(toleranceMs, measured.errorMs);
    if (isOff) aheadMs = measured.aheadMs;
  }

  const timer = setInterval(() => void adjust().catch(onTrouble), askMs).unref();
  return {
    now: () => new Date(Math.round(performance.now() + aheadMs)),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
