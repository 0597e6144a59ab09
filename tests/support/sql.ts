import type postgres from 'postgres';
import { createClient } from '../../db/engine/client.ts';
import type { DatabaseConnection } from '../../db/engine/sessions/address.ts';

export interface TestSql extends AsyncDisposable {
  readonly sql: postgres.Sql;
}

/** A look into the database from beside the program, and changes behind its back. */
export function openSql(connection: DatabaseConnection): TestSql {
  const sql = createClient({ connection, maxConnections: 2, applicationName: 'tenantatlas-tests' });
  return { sql, [Symbol.asyncDispose]: () => sql.end({ timeout: 5 }) };
}
