import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { createClient, createDatabase, toPlace, type Database } from '../../../db/engine/client.ts';
import { startQueue } from '../../../db/engine/queue.ts';
import { parseAddress } from '../../../db/engine/sessions/address.ts';
import { createHosts, dial } from '../../../db/engine/sessions/hosts.ts';
import { refusePooler } from '../../../db/engine/sessions/pooler.ts';
import { prepareDatabase } from '../../../server/config/database.ts';
import { startPostgresProxy } from '../../support/database/postgres-proxy.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { startTransactionPooler } from '../../support/database/transaction-pooler.ts';
import { until } from '../../support/until.ts';

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

type Connection = Awaited<ReturnType<typeof createTestDatabase>>['connection'];

function open(connection: Connection): Database {
  return stack.use(createDatabase({ connection, maxConnections: 3, applicationName: 'ready' }));
}

async function alter(connection: Connection, settings: Record<string, string>): Promise<void> {
  const admin = createClient({ connection, maxConnections: 1, applicationName: 'tests' });
  for (const [name, value] of Object.entries(settings)) {
    await admin.unsafe(`alter database "${connection.database}" set ${name} = '${value}'`);
  }
  await admin.end();
}

it('settings of the database do not reach what the program reads', async () => {
  const { connection } = await createTestDatabase();
  await alter(connection, {
    bytea_output: 'escape',
    DateStyle: 'SQL, DMY',
    TimeZone: 'America/St_Johns',
    IntervalStyle: 'sql_standard',
    default_transaction_isolation: 'serializable',
    default_transaction_deferrable: 'on',
    standard_conforming_strings: 'off',
  });
  const { db } = open(connection);
  const [row] = await db.execute(sql`select '\\x01ff'::bytea as bytes,
    '2026-03-04T05:06:07Z'::timestamptz::text as at, current_setting('transaction_isolation') as isolation,
    current_setting('standard_conforming_strings') as strings,
    current_setting('idle_in_transaction_session_timeout') as idle`);
  expect(row).toEqual({
    bytes: Buffer.from([1, 255]),
    at: '2026-03-04 05:06:07+00',
    isolation: 'read committed',
    strings: 'on',
    idle: '15s',
  });
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const queue = stack.use(await startQueue({ connection, onTrouble, supervise: false, drainMs: 1_000 }));
  const said: { rows: readonly unknown[] } = await queue.boss
    .getDb()
    .executeSql(`select now() as at, current_setting('DateStyle') as style`);
  const [first] = said.rows as { at: Date; style: string }[];
  expect(first?.style).toBe('ISO, MDY');
  expect(Math.abs((first?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
});

it('is ready when it can be written and its migrations are ours', async () => {
  const { connection } = await createTestDatabase();
  await open(connection).assertReady();
});

it('is not ready while it is read only', async () => {
  const { connection } = await createTestDatabase();
  await alter(connection, { default_transaction_read_only: 'on' });
  await expect(open(connection).assertReady()).rejects.toThrow('The database is read only.');
});

it('is not ready once a newer version has migrated it', async () => {
  const { connection } = await createTestDatabase();
  const database = open(connection);
  await database.db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`,
  );
  await expect(database.assertReady()).rejects.toThrow('was migrated by a newer version');
});

it('after a write has found no space, is ready again only once a page can be written', async () => {
  const { connection } = await createTestDatabase();
  const database = open(connection);
  await database.db.execute(sql`create function fill() returns void language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  await expect(database.db.execute(sql`select fill()`)).rejects.toThrow();
  await database.db.execute(sql`create function no_space() returns event_trigger language plpgsql as
    $$ begin perform fill(); end $$`);
  await database.db.execute(sql`create event trigger full_disk on ddl_command_start
    when tag in ('CREATE TABLE AS') execute function no_space()`);
  await expect(database.assertReady()).rejects.toThrow();
  await database.db.execute(sql`drop event trigger full_disk`);
  await database.assertReady();
});

it('says within two seconds that a silent database is not ready, and comes back on its own', async () => {
  const { connection } = await createTestDatabase();
  const proxy = stack.use(await startPostgresProxy(connection));
  const database = open(proxy.connection);
  await database.assertReady();
  proxy.swallow();
  const since = performance.now();
  await expect(database.assertReady()).rejects.toThrow();
  expect(performance.now() - since).toBeLessThan(2_000);
  proxy.restore();
  await until('the database is ready again', () =>
    database.assertReady().then(
      () => true,
      () => false,
    ),
  );
}, 90_000);

it('a pooler that does not keep sessions is refused in one sentence, at the start and while it runs', async () => {
  const { connection } = await createTestDatabase();
  const pooler = stack.use(await startTransactionPooler(connection));
  await expect(refusePooler(toPlace(pooler.connection))).rejects.toThrow(
    'a pooler that does not keep sessions',
  );
  await expect(
    prepareDatabase(
      { database: { kind: 'external', connection: pooler.connection }, dataDir: '' },
      () => undefined,
    ),
  ).rejects.toThrow(/^The database at .* set its pool_mode to session, or connect to PostgreSQL itself\.$/);
  await refusePooler(toPlace(connection));
  const database = open(pooler.connection);
  await until('the running program has noticed', () =>
    database.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      return await database.assertReady().then(
        () => false,
        (error: unknown) => String(error).includes('a pooler that does not keep sessions'),
      );
    }),
  );
});

it('follows a list of hosts to the one that accepts, and stays there', async () => {
  const { connection } = await createTestDatabase();
  const { host, port } = connection;
  const hosts = createHosts([
    { host: '/nowhere', port },
    { host, port },
  ]);
  const line = await dial(hosts);
  line.socket.destroy();
  expect([line.host, hosts.current]).toEqual([
    { host, port },
    { host, port },
  ]);
});

it.each([
  [
    'postgres://a:b@one,two:5433/db?sslmode=require&x=1',
    'postgres://a:b@one/db?x=1',
    ['one:5432', 'two:5433'],
  ],
  ['postgres://one:1,[::1]:2,three/db', 'postgres://one:1/db', ['one:1', '::1:2', 'three:1']],
  ['postgresql://user@host/db', 'postgresql://user@host/db', ['host:5432']],
])('reads the hosts of %s', (url, first, hosts) => {
  const address = parseAddress(url);
  expect(address.connection).toBe(first);
  expect(address.hosts.map(({ host, port }) => `${host}:${port}`)).toEqual(hosts);
});
