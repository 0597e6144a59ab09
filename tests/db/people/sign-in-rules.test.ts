import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let sql: postgres.Sql;
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  sql = createClient({ connection, maxConnections: 1, applicationName: 'rules' });
  await sql`insert into users (display_name, entra_tid, entra_oid) values ('A', ${guid(1)}, ${guid(2)})`;
  await sql`insert into users (display_name) values ('B')`;
});
afterAll(async () => {
  await sql.end();
});

const guid = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`;
const attempt = (path: string) =>
  `insert into sign_in_attempts (secret_hash, return_to, expires_at) values (decode(repeat('00', 32), 'hex'), '${path}', now())`;

describe('the database refuses', () => {
  it.each([
    [
      'another account in the place of a known one',
      'users_entra_ids_are_fixed',
      `update users set entra_oid = '${guid(3)}' where id = 1`,
    ],
    [
      'one account for two users',
      'users_entra_unique',
      `update users set entra_tid = '${guid(1)}', entra_oid = '${guid(2)}' where id = 2`,
    ],
    [
      'an account without its directory',
      'users_entra_ids_together',
      `update users set entra_oid = '${guid(3)}' where id = 2`,
    ],
    [
      'an account that is no GUID',
      'users_entra_oid_guid',
      `update users set entra_tid = '${guid(1)}', entra_oid = 'x' where id = 2`,
    ],
    ['a way back to another site', 'sign_in_attempts_return_is_local', attempt('//evil.example')],
    ['a way back that browsers read so', 'sign_in_attempts_return_is_local', attempt('/\\evil.example')],
  ])('%s', async (_rule, constraint, statement) => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ constraint_name: constraint });
  });

  it('nothing when an operator takes the ids away, for the person to sign in by name once more', async () => {
    await sql`update users set entra_tid = null, entra_oid = null where id = 1`;
    const { count } = await sql`update users set entra_tid = ${guid(1)}, entra_oid = ${guid(3)} where id = 1`;
    expect(count).toBe(1);
  });
});
