import type { Socket } from 'node:net';
import postgres from 'postgres';
import type { Address, Host } from './address.ts';
import { arrayTypes } from './array-types.ts';
import { dial, type Hosts } from './hosts.ts';
import { openingStatement } from './settings.ts';
import { toTlsOptions } from './tls.ts';
import { DatabaseLost, sqlStateOf } from './unavailable.ts';

/**
 * Connecting, TLS, sign-in and the first answer (ms). After it, a server or pooler that accepts and says nothing is
 * given up.
 */
const openTimeoutMs = 8_000;
/** How long (ms) a running statement may still take when its session is closed. */
const closeGraceMs = 1_000;

export interface Place extends Address {
  readonly list: Hosts;
}

export interface SessionOptions {
  readonly applicationName: string;
  /** How values of a type are read and written; drizzle has its own. */
  readonly parsers?: Record<number, unknown>;
  readonly serializers?: Record<number, unknown>;
  readonly onNotify?: (payload: string) => void;
  /** PostgreSQL had no space left for what a statement wanted to write. */
  readonly onFullDisk?: () => void;
  /** Once, when the session has ended for whatever reason. */
  readonly onEnd?: () => void;
}

interface Waiting {
  /** Monotonic, ms; null for what does not wait for PostgreSQL. */
  readonly since: number | null;
  readonly reject: (error: Error) => void;
}

const diskFull = '53100';

/**
 * One connection, used until it ends and never again: a postgres.js client with a single connection on a socket of
 * ours. The driver reconnects on its own, and what it does to a connection that dies inside a transaction ends the
 * process or loses the connection for good (porsager/postgres 1154, 1208; docs/decisions). A session cannot
 * reconnect, and everything that waits on it is rejected the moment it ends.
 */
export class Session implements AsyncDisposable {
  readonly openedAt = performance.now();
  /** As PostgreSQL reports it; what a pooler tells the driver is a different number. */
  pid = 0;
  isInRecovery = false;
  readonly #client: postgres.Sql;
  readonly #waiting = new Set<Waiting>();
  readonly #options: SessionOptions;
  #socket: Socket | null = null;
  #host: Host | null = null;
  #ended: Error | null = null;
  #isClosing = false;

  private constructor(place: Place, options: SessionOptions) {
    this.#options = options;
    this.#client = createSingle(place.connection, options, {
      ssl: toTlsOptions(place.tls, () => this.#host?.host ?? ''),
      socket: () => this.#dialOnce(place.list),
      onClose: () => this.#end(new DatabaseLost('The connection to the database was cut.')),
    });
  }

  /**
   * Rejects with DatabaseLost, or with what PostgreSQL reports. Of several hosts, the one that can be written to is
   * used.
   */
  static async open(place: Place, options: SessionOptions): Promise<Session> {
    for (let tried = 1; ; tried += 1) {
      const session = new Session(place, options);
      await session.#begin();
      if (!session.isInRecovery || tried >= place.list.count) return session;
      if (session.#host !== null) place.list.leave(session.#host);
      await session[Symbol.asyncDispose]();
    }
  }

  get isOpen(): boolean {
    return this.#ended === null && !this.#isClosing;
  }

  /** When the oldest unanswered statement was sent (monotonic, ms); null if there is none. */
  get waitingSince(): number | null {
    for (const { since } of this.#waiting) if (since !== null) return since;
    return null;
  }

  /**
   * The server keeps a plan per text and session, so there must be few texts: lists are one array parameter
   * (`isOneOf`).
   */
  query(text: string, parameters: readonly unknown[] = [], asArrays = false): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const statement = this.#client.unsafe(text, [...parameters] as never[], {
      prepare: parameters.length > 0,
    });
    return this.#settle(asArrays ? statement.values() : statement, performance.now());
  }

  /** As `work`, but rejected when the session ends first. */
  whileOpen<T>(work: Promise<T>): Promise<T> {
    return this.#ended === null ? this.#settle(work, null) : Promise.reject(this.#ended);
  }

  /** Immediately, without telling the server, which may be unable to hear it. */
  abandon(reason: string): void {
    this.#end(new DatabaseLost(reason));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isOpen) return;
    this.#isClosing = true;
    await this.#client.end({ timeout: closeGraceMs / 1_000 });
    this.#end(new DatabaseLost('The connection to the database was closed.'));
  }

  async #begin(): Promise<void> {
    const timer = setTimeout(() => this.abandon('The database does not answer.'), openTimeoutMs);
    try {
      const [row] = (await this.query(openingStatement)) as [{ pid: number; isInRecovery: boolean }];
      this.pid = row.pid;
      this.isInRecovery = row.isInRecovery;
    } catch (error) {
      this.#end(error instanceof Error ? error : new DatabaseLost(String(error)));
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A second call would be the driver's attempt to reconnect. */
  async #dialOnce(hosts: Hosts): Promise<Socket> {
    if (this.#host !== null || this.#ended !== null) throw new DatabaseLost('The connection was cut.');
    this.#host = hosts.current;
    const { host, socket } = await dial(hosts);
    this.#host = host;
    if (!this.isOpen) socket.destroy();
    this.#socket = socket;
    return socket;
  }

  #settle<T>(work: PromiseLike<T>, since: number | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiting = { since, reject };
      this.#waiting.add(waiting);
      work.then(
        (value) => {
          this.#waiting.delete(waiting);
          resolve(value);
        },
        (error: unknown) => {
          this.#waiting.delete(waiting);
          if (sqlStateOf(error) === diskFull) this.#options.onFullDisk?.();
          reject(since === null ? (error as Error) : toLost(error));
        },
      );
    });
  }

  #end(reason: Error): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    this.#socket?.destroy();
    for (const { reject } of this.#waiting) reject(reason);
    this.#waiting.clear();
    // Empties the driver's own queue. No one is left who could use its failures.
    this.#client.end({ timeout: 0 }).catch(() => undefined);
    this.#options.onEnd?.();
  }
}

/** What the driver or the network reports about a lost connection; PostgreSQL's own errors and bugs stay. */
function toLost(error: unknown): Error {
  if (!(error instanceof Error)) return new DatabaseLost(String(error));
  const isSystems = sqlStateOf(error) === null && 'code' in error && typeof error.code === 'string';
  const isGone =
    isSystems &&
    /^(CONNECTION_|CONNECT_TIMEOUT|E[A-Z]+|SASL_|CERT_|DEPTH_|SELF_|UNABLE_TO_)/.test(String(error.code));
  return isGone ? new DatabaseLost('The connection to the database was lost.', { cause: error }) : error;
}

function createSingle(
  connection: Address['connection'],
  options: SessionOptions,
  own: { readonly ssl: object | false; readonly socket: () => Promise<Socket>; readonly onClose: () => void },
): postgres.Sql {
  const settings = {
    max: 1,
    fetch_types: false,
    // Sessions are renewed by their pool, between two uses.
    max_lifetime: null,
    connect_timeout: openTimeoutMs / 1_000,
    types: arrayTypes,
    onnotice: () => undefined,
    onnotify: (_channel: string, payload: string) => options.onNotify?.(payload),
    onclose: own.onClose,
    socket: own.socket,
    ssl: own.ssl,
    connection: { application_name: options.applicationName },
  };
  const client =
    typeof connection === 'string'
      ? postgres(connection, settings as object)
      : postgres({ ...connection, ...(settings as object) });
  Object.assign(client.options.parsers, options.parsers);
  Object.assign(client.options.serializers, options.serializers);
  return client;
}
