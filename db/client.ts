import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

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
  /** Runs `work` in one transaction; whatever it throws rolls everything back. Inside it use only the `tx` given. */
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
  const db = drizzle({ client });
  return {
    db,
    transaction: (work) => db.transaction(work),
    async [Symbol.asyncDispose]() {
      await client.end({ timeout: 5 });
    },
  };
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
