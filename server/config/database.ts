import path from 'node:path';
import { describeAddress, type DatabaseConnection } from '../../db/engine/sessions/address.ts';
import { startEmbeddedPostgres } from '../../db/embedded/embedded.ts';
import { EmbeddedPostgresError } from '../../db/embedded/embedded-postgres-error.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import type { Config } from './config.ts';
import { explainDatabaseError, StartupError } from './startup-error.ts';

/** A PostgreSQL that is up to date: our own, started now and stopped on disposal, or the one DATABASE_URL names. */
export interface PreparedDatabase extends AsyncDisposable {
  readonly connection: DatabaseConnection;
}

export async function prepareDatabase(
  { database, dataDir }: Pick<Config, 'database' | 'dataDir'>,
  log: (sentence: string) => void,
): Promise<PreparedDatabase> {
  const prepared =
    database.kind === 'embedded' ? await startEmbedded(dataDir, log) : external(database.connection);
  try {
    await migrateDatabase(prepared.connection);
    return prepared;
  } catch (error) {
    await prepared[Symbol.asyncDispose]();
    throw explainDatabaseError(error, placeOf(prepared.connection));
  }
}

async function startEmbedded(dataDir: string, log: (sentence: string) => void): Promise<PreparedDatabase> {
  try {
    return await startEmbeddedPostgres({ dataDir: path.resolve(dataDir), log });
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw new StartupError(error.message, { cause: error });
    throw error;
  }
}

function external(connection: DatabaseConnection): PreparedDatabase {
  return { connection, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** Without user and password. */
function placeOf(connection: DatabaseConnection): string {
  if (typeof connection !== 'string') return connection.host;
  const { hostname, port, pathname } = new URL(connection);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
