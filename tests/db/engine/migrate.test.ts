import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import type { DatabaseConnection } from '../../../db/engine/sessions/address.ts';
import { migrateDatabase } from '../../../db/engine/migrate.ts';
import { prepareDatabase } from '../../../server/config/database.ts';
import { createTestDatabase } from '../../support/template-database.ts';

async function withDatabase<T>(
  work: (client: postgres.Sql, connection: DatabaseConnection) => Promise<T>,
  template?: string,
): Promise<T> {
  const { connection } = await createTestDatabase(template);
  const client = createClient({ connection, maxConnections: 1, applicationName: 'migrate-test' });
  try {
    return await work(client, connection);
  } finally {
    await client.end();
  }
}

const start = (connection: DatabaseConnection) =>
  prepareDatabase({ database: { kind: 'external', connection }, dataDir: 'unused' }, () => undefined);

/** The migrations as version 0.1.0 had them: the first one only. */
async function migrateToFirst(client: postgres.Sql): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantatlas-first-migration-'));
  try {
    await cp('db/migrations', folder, { recursive: true });
    const journalFile = join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(journalFile, 'utf8')) as { entries: unknown[] };
    await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything that decides what a table accepts and how fast it answers, as text in a fixed order. */
async function shapeOf(client: postgres.Sql): Promise<string[]> {
  const rows = await client<{ line: string }[]>`
    select concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default, generation_expression) as line
    from information_schema.columns where table_schema = 'public'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', 'function', proname, prosrc) from pg_proc where pronamespace = 'public'::regnamespace
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1`;
  return rows.map(({ line }) => line);
}

describe('migrations', () => {
  it('bring an empty database to the same state when several processes start at once', async () => {
    await withDatabase(async (client, connection) => {
      await Promise.all([
        migrateDatabase(connection),
        migrateDatabase(connection),
        migrateDatabase(connection),
      ]);
      const tables = await client`select from information_schema.tables where table_name = 'operation_runs'`;
      expect(tables).toHaveLength(1);
    }, 'template0');
  });

  it('find nothing to do in a database that is up to date', async () => {
    await withDatabase(async (client, connection) => {
      const before = await client`select hash from drizzle.__drizzle_migrations order by id`;
      await migrateDatabase(connection);
      expect(await client`select hash from drizzle.__drizzle_migrations order by id`).toEqual(before);
    });
  });

  it('bring a database of version 0.1.0 to the state of a new one, and keep its rows', async () => {
    const fresh = await withDatabase((client) => shapeOf(client));
    await withDatabase(async (client, connection) => {
      await migrateToFirst(client);
      await client`insert into workspaces (name, slug) values ('Northwind', 'northwind')`;
      await client`insert into users (display_name, email) values ('Ada', 'ada@northwind.example')`;
      await client`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
      await client`insert into tenants (workspace_id, name) values (1, 'Contoso')`;
      await client`insert into operation_runs (workspace_id, tenant_id, type) values (1, 1, 'inventory.sync')`;
      await migrateDatabase(connection);
      expect(await shapeOf(client)).toEqual(fresh);
      expect(await client`select name, status from tenants`).toEqual([
        { name: 'Contoso', status: 'onboarding' },
      ]);
      expect(await client`select type, status from operation_runs`).toEqual([
        { type: 'inventory.sync', status: 'queued' },
      ]);
    }, 'template0');
  });

  it('refuse a database of a version before 0.1.0 in one sentence, and change nothing', async () => {
    await withDatabase(async (client, connection) => {
      await client`update drizzle.__drizzle_migrations set hash = 'of-another-first-migration' where id = 1`;
      await expect(start(connection)).rejects.toThrow(
        /^The database at .+ was created by a version before 0\.1\.0, which cannot be upgraded\. Use an empty database; to empty the embedded one, delete the folder postgres in DATA_DIR\.$/,
      );
    });
  });

  it('refuse a database that a newer version has migrated', async () => {
    await withDatabase(async (client, connection) => {
      await client`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of-tomorrow', 9999999999999)`;
      await expect(start(connection)).rejects.toThrow(
        /was migrated by a newer version of TenantAtlas\. Start that version/,
      );
    });
  });

  it('say what to run where the extension for searches cannot be created, and change nothing', async () => {
    await withDatabase(async (client, connection) => {
      await client.unsafe(`
        create function refuse_extensions() returns event_trigger language plpgsql as $$
        begin raise exception 'extension is not allow-listed'; end $$;
        create event trigger refuse_extensions on ddl_command_start when tag in ('CREATE EXTENSION')
        execute function refuse_extensions()`);
      await expect(start(connection)).rejects.toThrow(
        /^The database at .+ lacks the extension pg_trgm, and this user cannot create it: ask an administrator to run CREATE EXTENSION pg_trgm in it/,
      );
      expect(await client`select from pg_tables where tablename = 'operation_runs'`).toHaveLength(0);
      await client`drop event trigger refuse_extensions`;
      await client`create schema extensions`;
      await client`create extension pg_trgm schema extensions`;
      await migrateDatabase(connection);
      expect(await client`select from pg_indexes where indexname = 'tenants_search_idx'`).toHaveLength(1);
    }, 'template0');
  });

  it('leave a comment on every table, view and column', async () => {
    await withDatabase(async (client) => {
      const silent = await client`
        select relation.relname as "table", attribute.attname as "column"
        from pg_class relation
        left join pg_attribute attribute
          on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped and relation.relkind = 'r'
        where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'v')
          and (obj_description(relation.oid, 'pg_class') is null
            or (attribute.attnum is not null and col_description(relation.oid, attribute.attnum) is null))`;
      expect(silent).toEqual([]);
    });
  });

  it('have no index whose order no statement can use: a descending key that puts nulls last', async () => {
    await withDatabase(async (client) => {
      const useless = await client`
        select indexname from pg_indexes where schemaname = 'public' and indexdef like '%DESC NULLS LAST%'`;
      expect(useless).toEqual([]);
    });
  });
});
