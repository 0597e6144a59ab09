import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../server/config/config.ts';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type DemoName, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const refusalOf = ({ status, errors }: GraphQLAnswer) => [
  status,
  errors?.[0]?.extensions['code'],
  errors?.[0]?.message,
];

const create = async (client: ApiClient, name: string) =>
  await client.query(
    `mutation ($input: CreateWorkspaceInput!) { createWorkspace(input: $input) { workspace { id name slug role } } }`,
    { input: { name } },
  );
const leave = async (client: ApiClient, workspaceId: string) =>
  await client.query(
    `mutation ($input: LeaveWorkspaceInput!) { leaveWorkspace(input: $input) { workspace { id name role } } }`,
    { input: { workspaceId } },
  );
const workspacesOf = async (client: ApiClient) => {
  const { data } = await client.query('{ viewer { workspaces { id name role } } }');
  return data.viewer.workspaces as { id: string; name: string; role: string }[];
};
const refusalFor = async (client: ApiClient) => {
  const { data } = await client.query('{ viewer { createWorkspaceRefusal } }');
  return data.viewer.createWorkspaceRefusal as string | null;
};
const northwind = async (name: DemoName) => (await workspacesOf(await app.as(name)))[0]?.id ?? '';
const byToken = async (name: DemoName) =>
  createApiClient(app.url, { authorization: `Bearer ${await app.token(name)}` });

describe('createWorkspace', () => {
  it('gives an owner another workspace, which has an owner and a log from its first day', async () => {
    const owner = await app.as('owner');
    expect(await refusalFor(owner)).toBeNull();
    const { data, errors } = await create(owner, '  Café & Söhne ');
    expect(errors).toBeUndefined();
    const { workspace } = data.createWorkspace;
    expect(workspace).toMatchObject({ name: 'Café & Söhne', role: 'OWNER' });
    expect(workspace.slug).toMatch(/^cafe-so-hne-[\da-f]{6}$/);
    const { data: seen } = await owner.query(
      'query ($id: ID!) { workspace(id: $id) { auditLog(first: 5) { nodes { action } } tenants { totalCount } schedules { nodes { name isEnabled } } } }',
      { id: workspace.id },
    );
    expect(seen.workspace).toEqual({
      auditLog: { nodes: [{ action: 'workspace.founded' }] },
      tenants: { totalCount: 0 },
      schedules: { nodes: [{ name: 'Nightly verification', isEnabled: true }] },
    });
    // No one else has it, and a second one of the name is another one.
    expect(await workspacesOf(await app.as('manager'))).not.toContainEqual(
      expect.objectContaining({ id: workspace.id }),
    );
    const again = (await create(owner, 'Café & Söhne')).data.createWorkspace.workspace;
    expect([again.id === workspace.id, again.slug === workspace.slug]).toEqual([false, false]);
  });

  it('is for owners unless the operator says otherwise, and never for a token', async () => {
    const manager = await app.as('manager');
    const sentence = 'Only owners of a workspace can create another.';
    expect(await refusalFor(manager)).toBe(sentence);
    expect(refusalOf(await create(manager, 'Mine'))).toEqual([403, 'FORBIDDEN', sentence]);
    await using script = await byToken('stranger');
    expect(refusalOf(await create(script, 'Mine')).slice(0, 2)).toEqual([403, 'FORBIDDEN']);
    expect(parseConfig({})).toMatchObject({ config: { workspaceCreators: 'owners' } });
    expect(parseConfig({ WORKSPACE_CREATORS: 'everyone' })).toMatchObject({
      config: { workspaceCreators: 'everyone' },
    });
    expect(parseConfig({ WORKSPACE_CREATORS: 'me' })).toMatchObject({ kind: 'invalid' });
  });

  it('is for everyone or for no one where the operator says so', async () => {
    await using open = await startTestApp({ workspaceCreators: 'everyone' });
    const reader = await open.as('readonly');
    expect((await create(reader, 'Mine')).data.createWorkspace.workspace.role).toBe('OWNER');
    await using closed = await startTestApp({ workspaceCreators: 'no-one' });
    const owner = await closed.as('owner');
    expect(refusalOf(await create(owner, 'Mine'))).toEqual([
      403,
      'FORBIDDEN',
      'New workspaces are turned off here.',
    ]);
  });

  it('needs a name', async () => {
    const owner = await app.as('owner');
    expect(refusalOf(await create(owner, '  ')).slice(0, 2)).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('updateWorkspace', () => {
  const update = async (client: ApiClient, input: Record<string, unknown>) =>
    await client.query(
      `mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { workspace { name slug timeZone } } }`,
      { input },
    );

  it('renames it for everyone, and leaves out what is not named', async () => {
    const owner = await app.as('owner');
    const workspaceId = await northwind('manager');
    const { slug } = (await update(owner, { workspaceId, timeZone: 'Europe/Berlin' })).data.updateWorkspace
      .workspace;
    const { data } = await update(owner, { workspaceId, name: ' Northwind Group ' });
    expect(data.updateWorkspace.workspace).toEqual({
      name: 'Northwind Group',
      slug,
      timeZone: 'Europe/Berlin',
    });
    expect(await workspacesOf(await app.as('readonly'))).toContainEqual(
      expect.objectContaining({ name: 'Northwind Group' }),
    );
    await update(owner, { workspaceId, name: 'Northwind Group' });
    const log = await owner.query(
      'query ($id: ID!) { workspace(id: $id) { auditLog(first: 2) { nodes { action data } } } }',
      { id: workspaceId },
    );
    expect(log.data.workspace.auditLog.nodes).toEqual([
      {
        action: 'workspace.updated',
        data: { name: 'Northwind Group', former_name: 'Northwind Managed Services' },
      },
      {
        action: 'workspace.updated',
        data: { time_zone: 'Europe/Berlin', former_time_zone: expect.any(String) },
      },
    ]);
    await update(owner, { workspaceId, name: 'Northwind Managed Services' });
  });

  it('asks for what each change needs, and for a name', async () => {
    const manager = await app.as('manager');
    const workspaceId = await northwind('manager');
    expect((await update(manager, { workspaceId, timeZone: 'UTC' })).errors).toBeUndefined();
    const refused = await update(manager, { workspaceId, timeZone: 'Asia/Tokyo', name: 'Mine' });
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'MEMBERS_MANAGE' });
    expect((await update(manager, { workspaceId })).data.updateWorkspace.workspace.timeZone).toBe('UTC');
    const owner = await app.as('owner');
    expect(refusalOf(await update(owner, { workspaceId, name: ' ' })).slice(0, 2)).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
    const foreign = await update(owner, { workspaceId: await northwind('stranger'), name: 'Mine' });
    expect(foreign.text).toBe((await update(owner, { workspaceId: 'workspace_999999', name: 'Mine' })).text);
  });
});

describe('leaveWorkspace', () => {
  it('takes a member out of it whatever their role, with their tokens', async () => {
    const id = await northwind('readonly');
    await using script = await byToken('readonly');
    expect(refusalOf(await leave(script, id)).slice(0, 2)).toEqual([403, 'FORBIDDEN']);
    const reader = await app.as('readonly');
    const { data } = await leave(reader, id);
    expect(data.leaveWorkspace.workspace).toMatchObject({ id, role: 'READONLY' });
    expect(await workspacesOf(reader)).toEqual([]);
    expect((await script.query('{ viewer { user { id } } }')).status).toBe(401);
    const owner = await app.as('owner');
    const log = await owner.query(
      'query ($id: ID!) { workspace(id: $id) { auditLog(first: 1) { nodes { action actor { displayName } } } } }',
      { id },
    );
    expect(log.data.workspace.auditLog.nodes).toEqual([
      { action: 'workspace_member.left', actor: { displayName: expect.any(String) } },
    ]);
  });

  it('is refused to the last owner, and does not tell a foreign workspace from none', async () => {
    const owner = await app.as('owner');
    const id = await northwind('manager');
    expect(refusalOf(await leave(owner, id)).slice(0, 2)).toEqual([409, 'CONFLICT']);
    expect(await workspacesOf(owner)).toContainEqual(expect.objectContaining({ id }));
    const foreign = await northwind('stranger');
    const refused = await leave(owner, foreign);
    expect(refused.status).toBe(404);
    expect(refused.text).toBe((await leave(owner, 'workspace_999999')).text);
  });
});
