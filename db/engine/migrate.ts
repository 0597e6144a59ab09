import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { toDrizzle, toPlace } from './client.ts';
import { isUpToDate, migrationsFolder } from './schema-version.ts';
import type { DatabaseConnection } from './sessions/address.ts';
import { Session } from './sessions/session.ts';
import { watchSilence } from './sessions/silence.ts';

/** Any constant will do, as long as nothing else in the database uses it as an advisory lock. */
const migrationLock = 7_412_021;

/**
 * Brings the schema up to date. Safe if several processes start at once: they take turns, and the later ones find
 * nothing to do. If there is nothing to do, read access is enough. Throws UnknownSchemaError, and changes nothing, if
 * the database was migrated by a program that had other migrations; rejects immediately when `stopping` is aborted.
 */
export async function migrateDatabase(connection: DatabaseConnection, stopping?: AbortSignal): Promise<void> {
  const place = toPlace(connection);
  const types = { parsers: {}, serializers: {} };
  const options = { applicationName: 'tenantatlas-migrate', ...types };
  const session = await Session.open(place, options);
  using _silence = watchSilence(
    () => [session],
    () => Session.open(place, options),
  );
  const stop = () => session.abandon('The program is stopping.');
  stopping?.addEventListener('abort', stop, { once: true });
  try {
    stopping?.throwIfAborted();
    if (isUpToDate(await listApplied(session))) return;
    await session.query('select pg_advisory_lock($1)', [migrationLock]);
    if (isUpToDate(await listApplied(session))) return;
    await migrate(toDrizzle(alone(session), types), { migrationsFolder });
  } finally {
    stopping?.removeEventListener('abort', stop);
    // Closing the connection releases the lock, also after a failure.
    await session[Symbol.asyncDispose]();
  }
}

function alone(session: Session) {
  const query = session.query.bind(session);
  return { query, acquire: () => Promise.resolve(session), release: () => undefined };
}

/** Hashes of what was applied, in its order; none in a database that has never been migrated. */
async function listApplied(session: Session): Promise<string[]> {
  const [table] = (await session.query(
    `select to_regclass('drizzle.__drizzle_migrations')::text as name`,
  )) as { name: string | null }[];
  if (table?.name == null) return [];
  const rows = await session.query('select hash from drizzle.__drizzle_migrations order by id');
  return (rows as { hash: string }[]).map(({ hash }) => hash);
}
