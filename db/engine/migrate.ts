import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { createClient, type DatabaseConnection } from './client.ts';

/** Any constant will do, as long as nothing else in the database uses it as an advisory lock. */
const migrationLock = 7_412_021;

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** The database's tables are not an earlier state of ours. The message ends a sentence that begins with the database's place. */
export class UnknownSchemaError extends Error {
  override readonly name = 'UnknownSchemaError';
}

/**
 * Brings the schema up to date. Safe when several processes start at once: they take turns, the later find it done.
 * Throws UnknownSchemaError, and changes nothing, when the database was migrated by a program that had other migrations.
 */
export async function migrateDatabase(connection: DatabaseConnection): Promise<void> {
  const client = createClient({ connection, maxConnections: 1, applicationName: 'tenantatlas-migrate' });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await refuseUnknownSchema(client);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    // Closing the only connection releases the lock, also after a failure.
    await client.end({ timeout: 5 });
  }
}

/** What was applied must be the first of our migrations, in our order: drizzle itself compares times only. */
async function refuseUnknownSchema(client: postgres.Sql): Promise<void> {
  const [table] = await client<{ name: string | null }[]>`
    select to_regclass('drizzle.__drizzle_migrations')::text as name`;
  if (table?.name == null) return;
  const applied = await client<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  const known = readMigrationFiles({ migrationsFolder });
  if (applied.length === 0) return;
  if (applied[0]?.hash !== known[0]?.hash) {
    throw new UnknownSchemaError(
      'was created by a version before 0.1.0, which cannot be upgraded. Use an empty database; the embedded one is emptied by deleting the folder postgres in DATA_DIR.',
    );
  }
  if (applied.some(({ hash }, index) => hash !== known[index]?.hash)) {
    throw new UnknownSchemaError(
      'was migrated by a newer version of TenantAtlas. Start that version, or restore a backup made before the upgrade.',
    );
  }
}
