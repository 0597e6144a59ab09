import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { toConflict } from './conflicts.ts';

/** Where PostgreSQL is: a URL, or parts (postgres.js and pg have no URL form for a Unix socket). */
export type DatabaseConnection =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
      readonly password?: string;
    };

/** Queries of db/ take this first: a pool or a transaction, it is the caller's story which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
/** For what is only right inside a transaction: row locks, and writes that belong together. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export interface Database extends AsyncDisposable {
  readonly db: Db;
  /**
   * Runs `work` in one transaction; whatever it throws rolls everything back. Inside it use only the `tx` given. A rule of
   * the database that a caller can run into comes out as CONFLICT (db/engine/conflicts.ts).
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  readonly connection: DatabaseConnection;
  /** Also the bound on how many requests can be inside PostgreSQL at once; the others wait. */
  readonly maxConnections: number;
  readonly applicationName: string;
}

export function createDatabase(options: DatabaseOptions): Database {
  const client = createClient(options);
  const db = drizzle({ client: preparing(client) });
  return {
    db,
    transaction: (work) =>
      db.transaction(work).catch((error: unknown) => {
        throw toConflict(error);
      }),
    async [Symbol.asyncDispose]() {
      await client.end({ timeout: 5 });
    },
  };
}

/**
 * Lets the server keep the plan of every statement with parameters, by its text and per connection: planning costs more
 * than running most of ours. drizzle by itself asks for that only where a query was built with `.prepare(name)`. Texts
 * must therefore be few: pass a list as one array parameter (`isOneOf`), never as a parameter each.
 */
function preparing<T extends postgres.Sql | postgres.TransactionSql>(client: T): T {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'unsafe') {
        return (text: string, parameters: unknown[], settings: object): unknown =>
          Reflect.apply(value, target, [text, parameters, { ...settings, prepare: parameters.length > 0 }]);
      }
      if (name !== 'begin' && name !== 'savepoint') return value;
      return (...parts: unknown[]): unknown => Reflect.apply(value, target, parts.map(withPreparing));
    },
  });
}

/** `begin` and `savepoint` hand their callback a client of its own. */
function withPreparing(part: unknown): unknown {
  if (typeof part !== 'function') return part;
  return (client: postgres.TransactionSql): unknown => Reflect.apply(part, undefined, [preparing(client)]);
}

/** Plain postgres.js. drizzle changes the parsers of a client it is given, so LISTEN and migrations take their own. */
export function createClient({ connection, maxConnections, applicationName }: DatabaseOptions): postgres.Sql {
  const settings: postgres.Options<Record<string, never>> = {
    max: maxConnections,
    onnotice: () => undefined,
    connection: { application_name: applicationName },
  };
  return typeof connection === 'string'
    ? postgres(connection, settings)
    : postgres({ ...settings, ...connection });
}
