import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { toConflict } from './conflicts.ts';
import { createReadiness } from './readiness.ts';
import { parseAddress, type DatabaseConnection } from './sessions/address.ts';
import { createDriver, type Driver, type Source } from './sessions/driver.ts';
import { createHosts } from './sessions/hosts.ts';
import { Pool } from './sessions/pool.ts';
import type { Place } from './sessions/session.ts';

/** Queries of db/ take this first: a pool or a transaction, it is the caller's story which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
/** For what is only right inside a transaction: row locks, and writes that belong together. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export interface Database extends AsyncDisposable {
  readonly db: Db;
  /**
   * Runs `work` in one transaction; whatever it throws rolls everything back, and a connection that is cut rejects at once.
   * Inside it use only the `tx` given. A rule of the database that a caller can run into comes out as CONFLICT
   * (conflicts.ts).
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Rejects, within a second, with what is missing for the product to do its work. */
  assertReady(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: DatabaseConnection;
  /** Also the bound on how many requests can be inside PostgreSQL at once; the others wait. */
  readonly maxConnections: number;
  readonly applicationName: string;
}

export function createDatabase({ connection, maxConnections, applicationName }: DatabaseOptions): Database {
  const types = { parsers: {}, serializers: {} };
  const pool = new Pool({ place: toPlace(connection), maxConnections, applicationName, ...types });
  const db = toDrizzle(pool, types);
  return {
    db,
    transaction: (work) =>
      db.transaction(work).catch((error: unknown) => {
        throw toConflict(error);
      }),
    assertReady: createReadiness(pool),
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

export function toPlace(connection: DatabaseConnection): Place {
  const address = parseAddress(connection);
  return { ...address, list: createHosts(address.hosts) };
}

/** drizzle writes into `types` how it wants values read and written: hand the same object to the source's sessions. */
export function toDrizzle(source: Source, types: Driver['options']): PostgresJsDatabase {
  return drizzle({ client: createDriver(source, types) as unknown as postgres.Sql });
}

/** Plain postgres.js, which reconnects on its own: for tests and benchmarks, which look at the database from outside. */
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
