import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

it('does not find a person who has left, though a run keeps their name', async () => {
  const owner = await app.as('owner');
  const { data } = await owner.query(
    `query ($id: ID!) { viewer { user { id } } tenant(id: $id) { latestVerification { id } } }`,
    { id: await app.tenantId('secret-expired') },
  );
  const self = data.viewer.user.id as string;
  const runId = data.tenant.latestVerification.id as string;
  await using database = openSql(app.connection);
  const gone = await database.sql.begin(async (tx) => {
    const [user] = await tx<{ id: string }[]>`
      insert into users (display_name, email) values ('Gone Gordon', 'gone@example.com') returning id`;
    await tx`set local session_replication_role = replica`;
    await tx`update operation_runs set initiator_user_id = ${user?.id ?? ''} where id = ${rowOf(runId)}`;
    return `user_${user?.id ?? ''}`;
  });
  const run = await owner.query(
    `query ($id: ID!) { operationRun(id: $id) { initiator { id displayName } } }`,
    {
      id: runId,
    },
  );
  expect(run.data.operationRun.initiator).toEqual({ id: gone, displayName: 'Gone Gordon' });

  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  expect((await owner.query(node, { id: self })).data.node).toEqual({ id: self });
  const [asked, absent] = [
    await owner.query(node, { id: gone }),
    await owner.query(node, { id: 'user_987654321' }),
  ];
  expect(asked.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(asked.text).toBe(absent.text);
});
