import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** The database's tables are not an earlier state of ours. The message follows the database's address in a sentence. */
export class UnknownSchemaError extends Error {
  override readonly name = 'UnknownSchemaError';
}

/** Hashes of our migrations, oldest first. */
export function listKnown(): string[] {
  return readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
}

/** The applied migrations must be the first of ours, in our order: drizzle itself compares only times. */
export function isUpToDate(applied: readonly string[], known = listKnown()): boolean {
  if (applied.length === 0) return false;
  if (applied[0] !== known[0]) {
    throw new UnknownSchemaError(
      'was created by a version before 0.1.0, which cannot be upgraded. Use an empty database; to empty the embedded one, delete the folder postgres in DATA_DIR.',
    );
  }
  if (applied.some((hash, index) => hash !== known[index])) {
    throw new UnknownSchemaError(
      'was migrated by a newer version of TenantAtlas. Start that version, or restore a backup made before the upgrade.',
    );
  }
  return applied.length === known.length;
}
