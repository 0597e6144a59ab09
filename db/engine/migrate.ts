import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { createClient, type DatabaseConnection } from './client.ts';

/** Any constant will do, as long as nothing else in the database uses it as an advisory lock. */
const migrationLock = 7_412_021;

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Brings the schema up to date. Safe when several processes start at once: they take turns, the later find it done. */
export async function migrateDatabase(connection: DatabaseConnection): Promise<void> {
  const client = createClient({ connection, maxConnections: 1, applicationName: 'tenantatlas-migrate' });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    // Closing the only connection releases the lock, also after a failure.
    await client.end({ timeout: 5 });
  }
}
