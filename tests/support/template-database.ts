import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { createClient, createDatabase } from '../../db/engine/client.ts';
import { createKeyring, type EncryptionKey } from '../../db/connections/envelope.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import { startQueue } from '../../db/engine/queue.ts';
import { seedDemo } from '../../server/sign-in/demo.ts';
import type { ClusterConnection } from './cluster.ts';

/** What test programs seal credentials with, and the demo template's are sealed with. */
export const testKeys: readonly [EncryptionKey] = [{ id: 'test', key: Buffer.alloc(32, 7) }];

/** `bare` is migrated and empty, in `demo` are the demo world, sealed with the test keys, and the queues. */
const templates = { bare: 'tenantatlas_template', demo: 'tenantatlas_demo_template' } as const;
/** Databases whose name begins so belong to a test; one that outlives its file was kept for a look. */
const testPrefix = 'test_';

export interface TestDatabase extends AsyncDisposable {
  readonly connection: ClusterConnection;
}

/** Migrates and seeds once per run; every test database is a copy, which takes some 40 ms instead of a second. */
export async function createTemplateDatabases(cluster: ClusterConnection): Promise<void> {
  await administer(cluster, (sql) => sql`create database ${sql(templates.bare)}`);
  await migrateDatabase({ ...cluster, database: templates.bare });
  await copyDatabase(cluster, templates.bare, templates.demo);
  await fillWithDemo({ ...cluster, database: templates.demo });
}

async function fillWithDemo(connection: ClusterConnection): Promise<void> {
  await using database = createDatabase({ connection, maxConnections: 1, applicationName: 'test' });
  await seedDemo(database, createKeyring(testKeys), new Date());
  // Nothing starts on its own in a test that does not ask for it, whatever its clock says.
  await database.db.execute(
    sql`update schedules set is_enabled = false, paused_reason = 'Tests.', next_due_at = null`,
  );
  const onTrouble = (error: unknown) => console.error(error);
  await using _queue = await startQueue({ connection, onTrouble, supervise: false, drainMs: 0 });
}

async function copyDatabase(cluster: ClusterConnection, template: string, name: string): Promise<void> {
  await administer(cluster, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
}

/** Of the running test file: dropped when it has passed, kept and named when one of its tests has failed. */
let ofThisFile: string[] = [];
let counter = 0;

/** A database of its own with the demo world in it, as the program would have made it with the test keys. */
export function createDemoDatabase(): Promise<TestDatabase> {
  return createTestDatabase(templates.demo);
}

/**
 * A database of its own, migrated and empty, or a copy of `template`, to which no one may be connected. Close your connections before you dispose it. It is dropped at the end of
 * the file, because only then is it known whether the test has failed.
 */
export async function createTestDatabase(template: string = templates.bare): Promise<TestDatabase> {
  const cluster = inject('cluster');
  counter += 1;
  const name = `${testPrefix}${process.pid}_${counter}`;
  await copyDatabase(cluster, template, name);
  ofThisFile.push(name);
  return {
    connection: { ...cluster, database: name },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

export async function dropTestDatabases({
  hasFailed,
  file,
}: {
  hasFailed: boolean;
  file: string;
}): Promise<void> {
  const names = ofThisFile;
  ofThisFile = [];
  if (names.length === 0) return;
  if (hasFailed) {
    console.error(`${file} has failed; its databases are kept: ${names.join(', ')}`);
    return;
  }
  await administer(inject('cluster'), async (sql) => {
    for (const name of names) await sql`drop database ${sql(name)} with (force)`;
  });
}

export async function hasKeptDatabases(cluster: ClusterConnection): Promise<boolean> {
  return administer(cluster, async (sql) => {
    const rows = await sql`select from pg_database where starts_with(datname, ${testPrefix})`;
    return rows.length > 0;
  });
}

type Sql = ReturnType<typeof createClient>;

async function administer<T>(connection: ClusterConnection, work: (sql: Sql) => PromiseLike<T>): Promise<T> {
  const sql = createClient({ connection, maxConnections: 1, applicationName: 'tenantatlas-tests' });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
