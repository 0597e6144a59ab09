import { rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startApp } from '../../../server/app.ts';
import { createLog } from '../../../server/log.ts';
import { signIn } from '../../support/api-client.ts';
import { openSql } from '../../support/sql.ts';
import { createDemoDatabase } from '../../support/template-database.ts';
import { testConfig, webRoot } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

/**
 * A disk that is full for one table, in the middle of a transaction that has written to others: its file is /dev/full, to
 * which the kernel lets no one write (ENOSPC), and PostgreSQL says 53100 as it does for a disk.
 */
it('a full disk fails a start with SERVICE_UNAVAILABLE, leaves nothing half done, and passes on its own', async () => {
  await using stack = new AsyncDisposableStack();
  const { connection } = await createDemoDatabase();
  const { sql } = stack.use(openSql(connection));
  const [place] = await sql<{ folder: string; file: string }[]>`
    select current_setting('data_directory') as folder, pg_relation_filepath('pgboss.job_common') as file`;
  const file = path.join(place?.folder ?? '', place?.file ?? '');
  await rename(file, `${file}.away`);
  await symlink('/dev/full', file);
  const app = stack.use(
    await startApp({
      config: testConfig({ roles: new Set(['api']) }),
      connection,
      log: createLog('silent'),
      webRoot: webRoot(),
    }),
  );
  const url = `http://127.0.0.1:${app.address?.port ?? 0}`;
  const owner = stack.use(await signIn(url, 'owner@northwind.example'));
  const { data } = await owner.query(
    '{ viewer { workspaces { tenants(first: 1, search: "healthy") { nodes { id } } } } }',
  );
  const id = data.viewer.workspaces[0].tenants.nodes[0].id as string;
  const start = () =>
    owner.query('mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }', { id });
  const written = async () => {
    const [row] = await sql`select (select count(*) from operation_runs) as runs,
      (select count(*) from operation_run_events) as events, (select count(*) from audit_entries) as audited`;
    return row;
  };

  const before = await written();
  expect((await start()).errors?.[0]?.extensions).toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    retryAfterSeconds: 5,
  });
  expect(await written()).toEqual(before);

  // Space again: PostgreSQL gives the table a file of its own.
  await rm(file);
  await rename(`${file}.away`, file);
  await sql`truncate pgboss.job_common`;
  const started = await start();
  expect(started.errors).toBeUndefined();
  const runId = started.data.startVerification.run.id as string;
  expect(
    await sql`select from pgboss.job where id = (select job_id from operation_runs where id = ${rowOf(runId)})`,
  ).toHaveLength(1);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
}, 120_000);
