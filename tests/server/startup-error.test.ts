import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createDatabase } from '../../db/engine/client.ts';
import { explainDatabaseError } from '../../server/config/startup-error.ts';

const nowhere = '/nowhere/that/exists';

it('a missing socket is explained', async () => {
  const connection = { host: nowhere, port: 5432, user: 'ada', database: 'atlas' };
  await using database = createDatabase({ connection, maxConnections: 1, applicationName: 'startup' });
  const error: unknown = await database.db.execute(sql`select 1`).catch((cause: unknown) => cause);
  expect(String(explainDatabaseError(error, 'there'))).toContain('has no socket there');
});

it('a missing file is not taken for a missing socket', async () => {
  const error: unknown = await readFile(nowhere).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(Error);
  expect(explainDatabaseError(error, 'there')).toBe(error);
});
