import type { Session } from './session.ts';

/** Where statements go: a pool, or one session that is not shared. */
export interface Source {
  query(text: string, parameters: readonly unknown[], asArrays: boolean): Promise<unknown>;
  acquire(): Promise<Session>;
  release(session: Session): void;
}

type Work = (client: Client) => Promise<unknown>;

/** The part of a postgres.js client that drizzle uses. */
interface Client {
  unsafe(text: string, parameters?: readonly unknown[]): Statement;
  savepoint?(work: Work): Promise<unknown>;
}

export interface Driver extends Client {
  /** drizzle writes how it wants values read and written into these. */
  readonly options: {
    readonly parsers: Record<number, unknown>;
    readonly serializers: Record<number, unknown>;
  };
  begin(work: Work): Promise<unknown>;
}

interface Statement extends PromiseLike<unknown> {
  /** Rows as arrays. */
  values(): Promise<unknown>;
}

export function createDriver(source: Source, options: Driver['options']): Driver {
  return {
    options,
    unsafe: (text, parameters = []) => toStatement((asArrays) => source.query(text, parameters, asArrays)),
    async begin(work) {
      const session = await source.acquire();
      try {
        return await transact(session, work);
      } finally {
        source.release(session);
      }
    },
  };
}

/** Sent when someone awaits it, as postgres.js does. */
function toStatement(send: (asArrays: boolean) => Promise<unknown>): Statement {
  return {
    then: (onValue, onError) => send(false).then(onValue, onError),
    values: () => send(true),
  };
}

async function transact(session: Session, work: Work): Promise<unknown> {
  await session.query('begin');
  const scope = new Scope(session);
  try {
    const result = await session.whileOpen(scope.run(work));
    await session.query('commit');
    return result;
  } catch (error) {
    if (session.isOpen) await rollBack(session);
    throw error;
  } finally {
    scope.isOver = true;
  }
}

/** Report the error that led here; a session that cannot even roll back must not be used again. */
async function rollBack(session: Session): Promise<void> {
  await session.query('rollback').catch(() => session.abandon('A transaction could not be rolled back.'));
}

/** A transaction or a savepoint in it. */
class Scope {
  isOver = false;
  /** The first statement that failed: PostgreSQL then answers COMMIT with a rollback, whatever `work` made of it. */
  #failure: { readonly error: unknown } | null = null;
  readonly #session: Session;
  /** Counted through the whole transaction: of two savepoints with the same name, PostgreSQL uses the latest. */
  readonly #savepoints: { count: number };

  constructor(session: Session, savepoints = { count: 0 }) {
    this.#session = session;
    this.#savepoints = savepoints;
  }

  async run(work: Work): Promise<unknown> {
    const result = await work({
      unsafe: (text, parameters = []) => toStatement((asArrays) => this.#query(text, parameters, asArrays)),
      savepoint: (inner) => this.#savepoint(inner),
    });
    if (this.#failure !== null) throw this.#failure.error;
    return result;
  }

  async #query(text: string, parameters: readonly unknown[], asArrays = false): Promise<unknown> {
    if (this.isOver) throw new Error('A statement came after the end of its transaction.');
    try {
      return await this.#session.query(text, parameters, asArrays);
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  async #savepoint(work: Work): Promise<unknown> {
    this.#savepoints.count += 1;
    const name = `s${this.#savepoints.count}`;
    const scope = new Scope(this.#session, this.#savepoints);
    await this.#query(`savepoint ${name}`, []);
    try {
      return await scope.run(work);
    } catch (error) {
      await this.#query(`rollback to ${name}`, []);
      throw error;
    } finally {
      scope.isOver = true;
    }
  }
}
