import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import type { ApiClient, GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

/** No worker: what is started stays queued, so what was decided can be looked at afterward. */
let app: TestApp;
let database: Database;
let owner: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  database = createDatabase({ connection: app.connection, maxConnections: 2, applicationName: 'test' });
  owner = await app.as('owner');
  workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'] ?? null;

async function send(client: ApiClient, field: string, type: string, input: object): Promise<GraphQLAnswer> {
  return await client.query(`mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`, {
    input,
  });
}
async function start(client: ApiClient, tenantId: string): Promise<string> {
  const { data, errors } = await client.query(
    'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { result reasonCode } }',
    { id: tenantId },
  );
  const code = errors?.[0]?.extensions['code'];
  return typeof code !== 'string'
    ? [data.startVerification.result, data.startVerification.reasonCode].join(' ').trim()
    : code;
}
const setRole = (client: ApiClient, email: string, role: string) =>
  send(client, 'setWorkspaceMember', 'SetWorkspaceMemberInput', { workspaceId, email, role });
const remove = (client: ApiClient, email: string) =>
  send(client, 'removeWorkspaceMember', 'RemoveWorkspaceMemberInput', { workspaceId, email });

async function owners(): Promise<number> {
  const [row] = await database.db.execute<{ count: number }>(
    sql`select count(*)::int from workspace_memberships where role = 'owner' and workspace_id = ${rowOf(workspaceId)}`,
  );
  return row?.count ?? 0;
}

describe('races', () => {
  it('a member removed while starting: every start is either whole or NOT_FOUND, and after the removal there is none', async () => {
    const operator = await app.as('operator');
    const tenants = await Promise.all(
      ['healthy', 'missing-permission', 'throttled', 'slow', 'graph-down'].map((name) => app.tenantId(name)),
    );
    const attempts = tenants.flatMap((id) => [start(operator, id), start(operator, id)]);
    const removal = remove(owner, 'operator@northwind.example');
    attempts.push(...tenants.map((id) => start(operator, id)));
    const answers = await Promise.all(attempts);
    expect(codeOf(await removal)).toBe(null);
    for (const answer of answers) expect(['STARTED', 'DEDUPED', 'NOT_FOUND']).toContain(answer);
    for (const id of tenants) expect(await start(operator, id)).toBe('NOT_FOUND');
    const [rows] = await database.db.execute<{ runs: number; jobs: number; audited: number }>(sql`select
      (select count(*)::int from operation_runs where status = 'queued') as runs,
      (select count(*)::int from pgboss.job where name = 'provider.connection.check') as jobs,
      (select count(*)::int from audit_entries where action = 'operation.started') as audited`);
    const started = answers.filter((answer) => answer === 'STARTED').length;
    expect(rows).toEqual({ runs: started, jobs: started, audited: started });
  });

  it('a tenant archived while starting: nothing is queued on it after it was archived', async () => {
    const tenantId = await app.tenantId('permission-pending');
    const starts = Array.from({ length: 10 }, () => start(owner, tenantId));
    const archived = send(owner, 'archiveTenant', 'ArchiveTenantInput', { tenantId });
    starts.push(...Array.from({ length: 10 }, () => start(owner, tenantId)));
    const answers = await Promise.all(starts);
    expect(codeOf(await archived)).toBe(null);
    for (const answer of answers) expect(['STARTED', 'DEDUPED', 'BLOCKED tenant.archived']).toContain(answer);
    const [row] = await database.db.execute<{ late: number }>(sql`select count(*)::int as late
      from audit_entries run, audit_entries archive
      where run.action = 'operation.started' and archive.action = 'tenant.archived'
        and (run.data ->> 'tenant_id')::bigint = archive.subject_id and run.id > archive.id`);
    expect(row?.late).toBe(0);
  });

  it('two owners who take the workspace from each other at once: one of them keeps it', async () => {
    for (const deed of [(client: ApiClient, email: string) => setRole(client, email, 'READONLY'), remove]) {
      await setRole(owner, 'manager@northwind.example', 'OWNER');
      const manager = await app.as('manager');
      const answers = await Promise.all([
        deed(owner, 'manager@northwind.example'),
        deed(manager, 'owner@northwind.example'),
      ]);
      expect(answers.map(codeOf).filter((code) => code === null)).toHaveLength(1);
      expect(answers.map(codeOf).filter((code) => code === 'FORBIDDEN' || code === 'NOT_FOUND')).toHaveLength(
        1,
      );
      expect(await owners()).toBe(1);
      await restoreOwner();
    }
  });

  it('two owners who step down at once: the database lets only one of them', async () => {
    await setRole(owner, 'manager@northwind.example', 'OWNER');
    const manager = await app.as('manager');
    const answers = await Promise.all([
      setRole(owner, 'owner@northwind.example', 'MANAGER'),
      setRole(manager, 'manager@northwind.example', 'MANAGER'),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', null].sort());
    expect(await owners()).toBe(1);
    await restoreOwner();
  });

  it('the last owner is held by the database also against psql, and against two at once', async () => {
    await setRole(owner, 'manager@northwind.example', 'OWNER');
    const demote = (email: string) =>
      database.db.execute(sql`update workspace_memberships m set role = 'readonly' from users u
        where u.id = m.user_id and u.email = ${email} and m.workspace_id = ${rowOf(workspaceId)}`);
    const results = await Promise.allSettled([
      demote('owner@northwind.example'),
      demote('manager@northwind.example'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await owners()).toBe(1);
    await restoreOwner();
  });

  it('two role changes of one person at once: both are done one after the other, and the log tells the order', async () => {
    const email = 'readonly@northwind.example';
    await Promise.all([setRole(owner, email, 'OPERATOR'), setRole(owner, email, 'MANAGER')]);
    const { data } = await owner.query(
      `query ($id: ID!) { workspace(id: $id) { members(first: 100) { nodes { user { email } role } }
        auditLog(first: 2) { nodes { action data } } } }`,
      { id: workspaceId },
    );
    const members: { user: { email: string }; role: string }[] = data.workspace.members.nodes;
    const [last, first] = data.workspace.auditLog.nodes as { data: { role: string; former_role: string } }[];
    expect(first?.data.former_role).toBe('readonly');
    expect(last?.data.former_role).toBe(first?.data.role);
    expect(members.find(({ user }) => user.email === email)?.role).toBe(last?.data.role.toUpperCase());
  });
});

/** As the demo world has it: the owner owns, the manager manages. */
async function restoreOwner(): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into workspace_memberships (workspace_id, user_id, role)
      select ${rowOf(workspaceId)}, id, 'owner' from users where email = 'owner@northwind.example'
      on conflict (workspace_id, user_id) do update set role = 'owner'`);
    await tx.execute(sql`insert into workspace_memberships (workspace_id, user_id, role)
      select ${rowOf(workspaceId)}, id, 'manager' from users where email = 'manager@northwind.example'
      on conflict (workspace_id, user_id) do update set role = 'manager'`);
  });
}
