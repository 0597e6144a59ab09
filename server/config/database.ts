import path from 'node:path';
import { describeAddress, type DatabaseConnection } from '../../db/engine/sessions/address.ts';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from '../../db/embedded/embedded.ts';
import { EmbeddedPostgresError } from '../../db/embedded/embedded-postgres-error.ts';
import { toPlace } from '../../db/engine/client.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { refusePooler } from '../../db/engine/sessions/pooler.ts';
import type { Config } from './config.ts';
import { explainDatabaseError, StartupError } from './startup-error.ts';

/** A PostgreSQL that is up to date: our own, started now and stopped on disposal, or the one DATABASE_URL names. */
export interface PreparedDatabase extends AsyncDisposable {
  readonly connection: DatabaseConnection;
}

export async function prepareDatabase(
  { database, dataDir }: Pick<Config, 'database' | 'dataDir'>,
  log: EmbeddedPostgresOptions['log'],
  stopping?: AbortSignal,
): Promise<PreparedDatabase> {
  const prepared =
    database.kind === 'embedded' ? await startEmbedded(dataDir, log) : external(database.connection);
  try {
    if (database.kind === 'external') await refusePooler(toPlace(prepared.connection));
    await migrateDatabase(prepared.connection, stopping);
    return prepared;
  } catch (error) {
    await prepared[Symbol.asyncDispose]();
    throw explainDatabaseError(error, describeAddress(prepared.connection));
  }
}

async function startEmbedded(
  dataDir: string,
  log: EmbeddedPostgresOptions['log'],
): Promise<PreparedDatabase> {
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
