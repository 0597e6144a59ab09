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

/** The first parameter of every query in db/: a pool or a transaction, as the caller decides. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;
/** For what is correct only inside a transaction: row locks, and writes that belong together. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

export interface Database extends AsyncDisposable {
  readonly db: Db;
  /**
   * Runs `work` in one transaction; anything it throws rolls everything back, and a broken connection rejects at
   * once. Use only the given `tx` inside. A violated database rule that a caller can cause becomes CONFLICT
   * (conflicts.ts).
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Rejects, within a second, with what is missing for the product to do its work. */
  assertReady(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: DatabaseConnection;
  /** Also limits how many requests can be inside PostgreSQL at once; the others wait. */
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

/** drizzle writes into `types` how it wants values read and written: pass the same object to the source's sessions. */
export function toDrizzle(source: Source, types: Driver['options']): PostgresJsDatabase {
  return drizzle({ client: createDriver(source, types) as unknown as postgres.Sql });
}

/** Plain postgres.js, which reconnects on its own: for tests and benchmarks that look at the database from outside. */
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
