import { Session, type Place, type SessionOptions } from './session.ts';
import { watchSilence } from './silence.ts';
import { DatabaseLost } from './unavailable.ts';

/** The longest (ms) that anyone who waits for an answer waits for a free session. */
const patienceMs = 15_000;
/** How long (ms) open transactions may still take when the pool is closed. */
const closeGraceMs = 5_000;
/**
 * A session is replaced between two uses after 30 to 60 minutes (ms), which also discards the server's plans and
 * caches.
 */
const lifetimeMs = () => (30 + Math.random() * 30) * 60_000;

export interface PoolOptions extends Pick<SessionOptions, 'applicationName' | 'parsers' | 'serializers'> {
  readonly place: Place;
  /** Also the bound on how many requests can be inside PostgreSQL at once; the others wait. */
  readonly maxConnections: number;
}

interface Waiter {
  /** Monotonic, ms. */
  readonly since: number;
  readonly resolve: (session: Session) => void;
  readonly reject: (error: unknown) => void;
}

/** Sessions that are lent to one user at a time. One that has ended is forgotten, and a new one opened when needed. */
export class Pool implements AsyncDisposable {
  /** A write has failed for lack of space, and none has been tried since (readiness.ts). */
  hadFullDisk = false;
  readonly #options: PoolOptions;
  readonly #sessions = new Map<Session, { readonly endsAt: number }>();
  readonly #idle: Session[] = [];
  readonly #queue: Waiter[] = [];
  readonly #silence: Disposable;
  #opening = 0;
  #isEnding = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#silence = watchSilence(
      () => this.#sessions.keys(),
      () => this.#openSession(`${options.applicationName}-probe`),
    );
  }

  /** Lends a session; give it back. */
  async acquire(): Promise<Session> {
    for (let session = this.#idle.pop(); session !== undefined; session = this.#idle.pop()) {
      if (session.isOpen) return session;
    }
    if (this.#isEnding) throw new DatabaseLost('The program is stopping.');
    return await this.#wait();
  }

  /** Two sessions on one backend: a pooler in between assigns them anew for every transaction. */
  get sharesBackends(): boolean {
    return new Set([...this.#sessions.keys()].map(({ pid }) => pid)).size < this.#sessions.size;
  }

  release(session: Session): void {
    const known = this.#sessions.get(session);
    if (known === undefined) return;
    if (this.#isEnding || performance.now() > known.endsAt) this.#retire(session);
    else this.#offer(session);
  }

  async query(text: string, parameters: readonly unknown[], asArrays: boolean): Promise<unknown> {
    const session = await this.acquire();
    try {
      return await session.query(text, parameters, asArrays);
    } finally {
      this.release(session);
    }
  }

  /** Gives open transactions five seconds to finish. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isEnding = true;
    this.#silence[Symbol.dispose]();
    for (const session of this.#idle.splice(0)) this.#retire(session);
    const deadline = performance.now() + closeGraceMs;
    while (this.#sessions.size > 0 && performance.now() < deadline) await this.#nextEnd(deadline);
    for (const session of this.#sessions.keys()) session.abandon('The program is stopping.');
    this.#fail(new DatabaseLost('The program is stopping.'));
  }

  #endListeners: (() => void)[] = [];
  #nextEnd(deadline: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, deadline - performance.now());
      this.#endListeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wait(): Promise<Session> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        const at = this.#queue.indexOf(waiter);
        if (at >= 0) this.#queue.splice(at, 1);
      };
      const waiter: Waiter = {
        since: performance.now(),
        resolve: (session) => {
          settle();
          resolve(session);
        },
        reject: (error) => {
          settle();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      const timer = setTimeout(
        () => waiter.reject(new DatabaseLost('All connections to the database are in use.')),
        patienceMs,
      );
      this.#queue.push(waiter);
      this.#openAnother();
    });
  }

  #openAnother(): void {
    const isFull = this.#sessions.size + this.#opening >= this.#options.maxConnections;
    if (isFull || this.#isEnding || this.#queue.length <= this.#opening) return;
    this.#opening += 1;
    const startedAt = performance.now();
    this.#openSession(this.#options.applicationName).then(
      (session) => {
        this.#opening -= 1;
        if (!session.isOpen) return this.#openAnother();
        this.#sessions.set(session, { endsAt: performance.now() + lifetimeMs() });
        this.#offer(session);
      },
      (error: unknown) => {
        this.#opening -= 1;
        // With a session left, those who wait get their turn on it.
        if (this.#sessions.size === 0) this.#fail(error, startedAt);
        this.#openAnother();
      },
    );
  }

  async #openSession(applicationName: string): Promise<Session> {
    const { place, parsers = {}, serializers = {} } = this.#options;
    let opened: Session | null = null;
    opened = await Session.open(place, {
      applicationName,
      parsers,
      serializers,
      onEnd: () => this.#forget(opened),
      onFullDisk: () => (this.hadFullDisk = true),
    });
    return opened;
  }

  #forget(session: Session | null): void {
    if (session === null || !this.#sessions.delete(session)) return;
    const at = this.#idle.indexOf(session);
    if (at >= 0) this.#idle.splice(at, 1);
    for (const listener of this.#endListeners.splice(0)) listener();
    this.#openAnother();
  }

  #offer(session: Session): void {
    if (this.#isEnding) return this.#retire(session);
    const [waiter] = this.#queue;
    if (waiter === undefined) this.#idle.push(session);
    else waiter.resolve(session);
  }

  #retire(session: Session): void {
    session[Symbol.asyncDispose]().catch(() => session.abandon('The connection could not be closed.'));
  }

  /** Callers that came after `before` get their own attempt: the database may be back by then. */
  #fail(error: unknown, before = Infinity): void {
    for (const waiter of [...this.#queue]) if (waiter.since <= before) waiter.reject(error);
  }
}
