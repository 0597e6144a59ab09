import { expect, it } from 'vitest';
import { signIn } from '../../support/api-client.ts';
import { startApiProcess } from '../../support/program/processes.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp } from '../../support/test-app.ts';

/** More than any two people click at once. */
const starts = 200;

it('200 simultaneous starts of one tenant through two API processes give one run and one job', async () => {
  await using app = await startTestApp({ roles: new Set(['api']) });
  await using stack = new AsyncDisposableStack();
  const apis = await Promise.all([startApiProcess(app), startApiProcess(app)]);
  for (const { program } of apis) stack.use(program);
  const clients = await Promise.all(apis.map(({ url }) => signIn(url, 'owner@northwind.example')));
  for (const client of clients) stack.use(client);
  const id = await app.tenantId('healthy');
  const { sql } = stack.use(openSql(app.connection));
  const runs = () => sql`select id, job_id from operation_runs where tenant_id = ${id}`;
  const before = (await runs()).length;

  const post = async (index: number, mutation: string) => await clients[index % 2]?.query(mutation);
  const answers = await Promise.all(
    Array.from({ length: starts }, (_, index) =>
      post(index, `mutation { startVerification(input: { tenantId: "${id}" }) { result run { id } } }`),
    ),
  );
  const results = answers.map(
    (answer) => answer?.data.startVerification as { result: string; run: { id: string } },
  );
  expect(results.filter(({ result }) => result === 'STARTED')).toHaveLength(1);
  expect(results.filter(({ result }) => result === 'DEDUPED')).toHaveLength(starts - 1);
  expect(new Set(results.map(({ run }) => run.id)).size).toBe(1);
  expect(await runs()).toHaveLength(before + 1);
  expect(await sql`select from pgboss.job where name = 'provider.connection.check'`).toHaveLength(1);
}, 120_000);
