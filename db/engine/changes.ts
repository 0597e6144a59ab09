import { setTimeout as delay } from 'node:timers/promises';
import { toPlace } from './client.ts';
import type { DatabaseConnection } from './sessions/address.ts';
import { Pool } from './sessions/pool.ts';
import { Session } from './sessions/session.ts';

/** A hint: what changed, never how. It may be lost, duplicated or late; the row is the truth. */
export interface Change {
  readonly what: 'run' | 'access' | 'token' | 'session';
  readonly id: number;
}

export interface ChangeListener {
  onChange(change: Change): void;
  /** After every (re)connect: hints may have been lost, so look at everything that is watched. */
  onResync(): void;
}

export interface ChangeFeed extends AsyncDisposable {
  /** How long the LISTEN connection has been silent (ms, by a clock that cannot be set). */
  readonly silenceMs: number;
  /** How often the connection was dropped because it was silent. */
  readonly rebuilds: number;
}

const channel = 'tenantatlas';
/** Each beat goes to PostgreSQL and back, because a half-open socket looks healthy from this side for hours. */
const beatIntervalMs = 2_500;
/** Three beats. Including the one that has to notice, a half-open connection lasts at most 10 s. */
const silenceLimitMs = 7_500;
/** Between two attempts to connect while the database is unavailable: short enough that no one waits for it. */
const retryMs = 500;

export interface ChangeFeedOptions {
  readonly connection: DatabaseConnection;
  readonly listener: ChangeListener;
  readonly onTrouble: (error: unknown) => void;
}

/** One LISTEN connection on one channel for the whole process. */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createChangeFeed({ connection, listener, onTrouble }: ChangeFeedOptions): ChangeFeed {
  const place = toPlace(connection);
  const beat = `beat:${process.pid}-${Math.random().toString(36).slice(2)}`;
  const stopping = new AbortController();
  let lastHeardAt = performance.now();
  let rebuilds = 0;

  function receive(payload: string): void {
    lastHeardAt = performance.now();
    const change = parseChange(payload);
    if (change !== null) listener.onChange(change);
  }

  async function listen(): Promise<void> {
    const ended = Promise.withResolvers<undefined>();
    const onEnd = () => ended.resolve(undefined);
    await using session = await Session.open(place, {
      applicationName: 'tenantatlas-listen',
      onNotify: receive,
      onEnd,
    });
    if (stopping.signal.aborted) return;
    stopping.signal.addEventListener('abort', onEnd, { once: true });
    await session.query(`listen ${channel}`);
    lastHeardAt = performance.now();
    listener.onResync();
    const pulse = setInterval(() => checkPulse(session), beatIntervalMs);
    await ended.promise;
    clearInterval(pulse);
    stopping.signal.removeEventListener('abort', onEnd);
  }

  function checkPulse(session: Session): void {
    if (performance.now() - lastHeardAt > silenceLimitMs) {
      rebuilds += 1;
      session.abandon('The LISTEN connection went silent.');
    } else session.query('select pg_notify($1, $2)', [channel, beat]).catch(onTrouble);
  }

  const listening = keepTrying(listen, { retryMs, stopping: stopping.signal, onTrouble });
  return {
    get silenceMs() {
      return performance.now() - lastHeardAt;
    },
    get rebuilds() {
      return rebuilds;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await listening;
    },
  };
}

/** Never rejects. */
async function keepTrying(
  work: () => Promise<void>,
  {
    retryMs: pauseMs,
    stopping,
    onTrouble,
  }: { retryMs: number; stopping: AbortSignal; onTrouble: (error: unknown) => void },
): Promise<void> {
  while (!stopping.aborted) {
    await work().catch(onTrouble);
    await delay(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** A notification from another version or someone else must not make us fail: null. */
function parseChange(payload: string): Change | null {
  const [what, id] = payload.split(':');
  if (what !== 'run' && what !== 'access' && what !== 'token' && what !== 'session') return null;
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 ? { what, id: number } : null;
}

export interface Hints extends AsyncDisposable {
  /** Says that a run has progressed. Call after the commit; repeated calls within a tick become one notification. */
  announce(runId: number): void;
}

/** Long enough to merge a burst into one notification, short enough that no one sees the wait. */
const coalesceMs = 25;

/** Progress hints on their own connection: a NOTIFY inside every write would serialize the commits. */
export function createHints({ connection, onTrouble }: Omit<ChangeFeedOptions, 'listener'>): Hints {
  const pool = new Pool({
    place: toPlace(connection),
    maxConnections: 1,
    applicationName: 'tenantatlas-hints',
  });
  const pending = new Set<number>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    timer = null;
    if (pending.size === 0) return;
    const payloads = [...pending].map((id) => `run:${id}`);
    pending.clear();
    await pool.query(
      'select pg_notify($1, payload) from unnest($2::text[]) payload',
      [channel, payloads],
      true,
    );
  }

  return {
    announce(runId) {
      pending.add(runId);
      timer ??= setTimeout(() => void flush().catch(onTrouble), coalesceMs);
    },
    async [Symbol.asyncDispose]() {
      if (timer !== null) clearTimeout(timer);
      await flush().catch(onTrouble);
      await pool[Symbol.asyncDispose]();
    },
  };
}
