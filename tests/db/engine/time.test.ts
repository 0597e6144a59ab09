import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteExpiredSessions } from '../../../db/access/access.ts';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let sql: postgres.Sql;
let database: Database;
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  sql = createClient({ connection, maxConnections: 1, applicationName: 'time' });
  database = createDatabase({ connection, maxConnections: 1, applicationName: 'time' });
  await sql`insert into workspaces (name, slug) values ('One', 'one')`;
  await sql`insert into users (email, display_name) values ('a@one.example', 'A')`;
  await sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await sql.end();
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

async function epochsMovedBy(work: () => Promise<unknown>): Promise<number> {
  const epoch = async () => Number((await sql`select access_epoch from workspaces`)[0]?.['access_epoch']);
  const before = await epoch();
  await work();
  return (await epoch()) - before;
}

const insertSession = (digit: string, hours: number) =>
  sql`insert into user_sessions (user_id, token_hash, expires_at) values (1, decode(repeat(${digit}, 64), 'hex'), ${inHours(hours)})`;

it('the functions of the database stamp rows with its clock, and decide nothing by it', async () => {
  const sources = await sql<{ proname: string; prosrc: string }[]>`
    select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace order by proname`;
  const asking = sources.flatMap(({ proname, prosrc }) =>
    prosrc
      .split('\n')
      .filter((line) => /\bnow\(\)|current_(timestamp|date)|localtimestamp|_timestamp\(\)/i.test(line))
      .map((line) => [proname, line.trim()]),
  );
  expect(asking).toEqual([
    ['touch_updated_at', 'IF NEW.updated_at = OLD.updated_at THEN NEW.updated_at := now(); END IF;'],
    ['workspace_memberships_left', 'UPDATE api_tokens SET revoked_at = now()'],
  ]);
});

it('deleting what has expired by the time of the program disturbs no stream; deleting a session in use does', async () => {
  await insertSession('1', 1);
  expect(await epochsMovedBy(() => deleteExpiredSessions(database.db, 1, inHours(2)))).toBe(0);
  expect(await sql`select from user_sessions`).toHaveLength(0);

  await insertSession('2', -1);
  expect(await epochsMovedBy(() => deleteExpiredSessions(database.db, 1, inHours(-2)))).toBe(0);
  expect(await sql`select from user_sessions`).toHaveLength(1);
  // Expired by the database's clock, in use by the program's.
  expect(await epochsMovedBy(() => sql`delete from user_sessions`)).toBe(1);
});

it('a row is stamped with the time that the writer gives, and with the database’s where none is given', async () => {
  const guid = '10000000-0000-4000-8000-000000000000';
  await sql`insert into tenants (workspace_id, name, tenant_id) values (1, 'T', ${guid})`;
  const later = inHours(24 * 90);
  const stamp = async () =>
    (await sql<{ at: Date }[]>`select updated_at as at from tenants`)[0]?.at.getTime();
  await sql`update tenants set name = 'U', updated_at = ${later}`;
  expect(await stamp()).toBe(later.getTime());
  await sql`update tenants set name = 'V'`;
  expect(Math.abs(((await stamp()) ?? 0) - Date.now())).toBeLessThan(60_000);
});
