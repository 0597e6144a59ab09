import type postgres from 'postgres';
import { createClient, type DatabaseConnection } from './client.ts';

/** A hint: what changed, never how. It may be lost, doubled or late; the row is the truth. */
export interface Change {
  readonly what: 'run' | 'access' | 'token' | 'session';
  readonly id: number;
}

export interface ChangeListener {
  onChange(change: Change): void;
  /** After every (re)connect: hints may have been lost, look at everything that is watched. */
  onResync(): void;
}

export interface ChangeFeed extends AsyncDisposable {
  /** Time of the last sign of life of the LISTEN connection (ms since epoch), for readiness and metrics. */
  readonly lastHeardAt: number;
  /** How often the connection was given up because nothing was heard on it. */
  readonly rebuilds: number;
}

const channel = 'tenantatlas';
/** Each beat goes through PostgreSQL and back, because a half-open socket looks healthy from this side for hours. */
const beatIntervalMs = 2_500;
/** Three beats. With the one that has to notice, half-open is over after at most 10 s. */
const silenceLimitMs = 7_500;

export interface ChangeFeedOptions {
  readonly connection: DatabaseConnection;
  readonly listener: ChangeListener;
  readonly onTrouble: (error: unknown) => void;
}

/** One LISTEN connection on one channel for the whole process. */
// eslint-disable-next-line max-lines-per-function -- one state that a few short functions share
export function createChangeFeed({ connection, listener, onTrouble }: ChangeFeedOptions): ChangeFeed {
  const beat = `beat:${process.pid}-${Math.random().toString(36).slice(2)}`;
  let client: postgres.Sql;
  let lastHeardAt = Date.now();
  let rebuilds = 0;

  function listen(): void {
    client = createClient({ connection, maxConnections: 1, applicationName: 'tenantatlas-listen' });
    const onListen = () => {
      lastHeardAt = Date.now();
      listener.onResync();
    };
    client.listen(channel, hear, onListen).catch(onTrouble);
  }

  function hear(payload: string): void {
    lastHeardAt = Date.now();
    const change = parseChange(payload);
    if (change !== null) listener.onChange(change);
  }

  function checkPulse(): void {
    client`select pg_notify(${channel}, ${beat})`.catch(onTrouble);
    if (Date.now() - lastHeardAt <= silenceLimitMs) return;
    lastHeardAt = Date.now();
    rebuilds += 1;
    client.end({ timeout: 0 }).catch(onTrouble);
    listen();
  }

  listen();
  const pulse = setInterval(checkPulse, beatIntervalMs);
  return {
    get lastHeardAt() {
      return lastHeardAt;
    },
    get rebuilds() {
      return rebuilds;
    },
    async [Symbol.asyncDispose]() {
      clearInterval(pulse);
      await client.end({ timeout: 1 });
    },
  };
}

/** Another version's or a stranger's notification is not ours to fail on: null. */
function parseChange(payload: string): Change | null {
  const [what, id] = payload.split(':');
  if (what !== 'run' && what !== 'access' && what !== 'token' && what !== 'session') return null;
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 ? { what, id: number } : null;
}

export interface Hints extends AsyncDisposable {
  /** Says that a run has progressed. Call after the commit; doubled calls within a tick are one notification. */
  announce(runId: number): void;
}

/** Long enough to fold a burst into one notification, short enough that nobody sees the wait. */
const coalesceMs = 25;

/** Progress hints on a connection of their own: a NOTIFY inside every write would serialise the commits. */
export function createHints({ connection, onTrouble }: Omit<ChangeFeedOptions, 'listener'>): Hints {
  const client = createClient({ connection, maxConnections: 1, applicationName: 'tenantatlas-hints' });
  const pending = new Set<number>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    timer = null;
    if (pending.size === 0) return;
    const payloads = [...pending].map((id) => `run:${id}`);
    pending.clear();
    await client`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) payload`;
  }

  return {
    announce(runId) {
      pending.add(runId);
      timer ??= setTimeout(() => void flush().catch(onTrouble), coalesceMs);
    },
    async [Symbol.asyncDispose]() {
      if (timer !== null) clearTimeout(timer);
      await flush().catch(onTrouble);
      await client.end({ timeout: 1 });
    },
  };
}
