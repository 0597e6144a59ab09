import { inject } from 'vitest';
import { createClient } from '../../db/engine/client.ts';
import { migrateDatabase } from '../../db/engine/migrate.ts';
import type { ClusterConnection } from './cluster.ts';

const templateName = 'tenantatlas_template';
/** Databases whose name begins so belong to a test; one that outlives its file was kept for a look. */
const testPrefix = 'test_';

export interface TestDatabase extends AsyncDisposable {
  readonly connection: ClusterConnection;
}

/** Migrates once per run; every test database is a copy, which takes about 40 ms instead of a migration. */
export async function createTemplateDatabase(cluster: ClusterConnection): Promise<void> {
  await administer(cluster, (sql) => sql`create database ${sql(templateName)}`);
  await migrateDatabase({ ...cluster, database: templateName });
}

/** Of the running test file: dropped when it has passed, kept and named when one of its tests has failed. */
let ofThisFile: string[] = [];
let counter = 0;

/**
 * A database of its own, migrated and empty, or a copy of `template`, to which nobody may be connected. Close your connections before you dispose it. It is dropped at the end of
 * the file, because only then is it known whether the test has failed.
 */
export async function createTestDatabase(template = templateName): Promise<TestDatabase> {
  const cluster = inject('cluster');
  counter += 1;
  const name = `${testPrefix}${process.pid}_${counter}`;
  await administer(cluster, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
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
