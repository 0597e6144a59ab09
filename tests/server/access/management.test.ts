import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/engine/client.ts';
import { createDatabase } from '../../../db/engine/client.ts';
import { createApiClient, type ApiClient, type GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { sql } from 'drizzle-orm';
import { rowOf } from '../../support/row-of.ts';

let app: TestApp;
let database: Database;
let owner: ApiClient;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp();
  database = createDatabase({ connection: app.connection, maxConnections: 2, applicationName: 'test' });
  owner = await app.as('owner');
  workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];

async function mutate(client: ApiClient, field: string, type: string, input: object, selection: string) {
  return await client.query(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, {
    input,
  });
}

const setMember = (client: ApiClient, input: object) =>
  mutate(
    client,
    'setWorkspaceMember',
    'SetWorkspaceMemberInput',
    { workspaceId, ...input },
    'workspace { id }',
  );
const removeMember = (client: ApiClient, input: object) =>
  mutate(
    client,
    'removeWorkspaceMember',
    'RemoveWorkspaceMemberInput',
    { workspaceId, ...input },
    'workspace { id }',
  );
const createTenant = (client: ApiClient, input: object) =>
  mutate(
    client,
    'createTenant',
    'CreateTenantInput',
    { workspaceId, ...input },
    'tenant { id name status tenantId role }',
  );
const setTenantMember = (client: ApiClient, input: object) =>
  mutate(
    client,
    'setTenantMember',
    'SetTenantMemberInput',
    input,
    'tenant { members { user { email } role effectiveRole } }',
  );
const createToken = (client: ApiClient, input: object) =>
  mutate(
    client,
    'createApiToken',
    'CreateApiTokenInput',
    { workspaceId, ...input },
    'plaintext apiToken { id name prefix capabilities expiresAt revokedAt }',
  );

async function auditActions(): Promise<string[]> {
  const { data } = await owner.query(
    `query ($id: ID!) { workspace(id: $id) { auditLog(first: 100) { nodes { action } } } }`,
    { id: workspaceId },
  );
  const nodes: { action: string }[] = data.workspace.auditLog.nodes;
  return nodes.map(({ action }) => action);
}

const guid = 'aaaaaaaa-0000-4000-8000-00000000000a';

describe('tenants', () => {
  it('a manager makes one, sees it, changes it, archives it and takes it back, and each step is in the audit log', async () => {
    const manager = await app.as('manager');
    const { data } = await createTenant(manager, { name: ' Fabrikam ', entraTenantId: guid.toUpperCase() });
    const { id } = data.createTenant.tenant;
    expect(data.createTenant.tenant).toMatchObject({
      name: 'Fabrikam',
      status: 'ONBOARDING',
      tenantId: guid,
      role: 'MANAGER',
    });
    const update = (input: object) =>
      mutate(
        manager,
        'updateTenant',
        'UpdateTenantInput',
        { tenantId: id, ...input },
        'tenant { name status externalId }',
      );
    expect((await update({ name: 'Fabrikam Ltd', externalId: 'x-1' })).data.updateTenant.tenant).toEqual({
      name: 'Fabrikam Ltd',
      status: 'ONBOARDING',
      externalId: 'x-1',
    });
    const archive = () =>
      mutate(
        manager,
        'archiveTenant',
        'ArchiveTenantInput',
        { tenantId: id },
        'tenant { status actions { action enabled } }',
      );
    const archived = (await archive()).data.archiveTenant.tenant;
    expect(archived.status).toBe('ARCHIVED');
    expect(archived.actions).toContainEqual({ action: 'restore', enabled: true });
    for (const action of ['verify', 'inventory.sync', 'entra.groups.sync'])
      expect(archived.actions).toContainEqual({ action, enabled: false });
    expect(archived.actions).toContainEqual({ action: 'stop_recheck', enabled: true });
    expect((await archive()).data.archiveTenant.tenant.status).toBe('ARCHIVED');
    expect(codeOf(await update({ name: 'Again' }))).toBe('CONFLICT');
    expect((await update({ status: 'ACTIVE' })).data.updateTenant.tenant.status).toBe('ACTIVE');
    expect((await auditActions()).slice(0, 4)).toEqual([
      'tenant.restored',
      'tenant.archived',
      'tenant.updated',
      'tenant.created',
    ]);
  });

  it('a directory that the workspace has already is a CONFLICT with a sentence, and leaves nothing behind', async () => {
    const before = await auditActions();
    const input = { name: 'Twice', entraTenantId: 'bbbbbbbb-0000-4000-8000-00000000000b' };
    await createTenant(owner, input);
    const refused = await createTenant(owner, input);
    expect([refused.status, codeOf(refused), refused.errors?.[0]?.message]).toEqual([
      409,
      'CONFLICT',
      'The workspace already has a tenant with this directory.',
    ]);
    expect(await auditActions()).toHaveLength(before.length + 1);
  });

  it('refuses what cannot be a tenant and says which field', async () => {
    for (const [input, field] of [
      [{ name: '   ' }, 'name'],
      [{ name: 'a\0b' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ name: 'X', entraTenantId: 'no guid' }, 'entraTenantId'],
    ] as const) {
      const refused = await createTenant(owner, input);
      expect([codeOf(refused), refused.errors?.[0]?.extensions['field']]).toEqual(['BAD_USER_INPUT', field]);
    }
  });

  it('the current tenant is the viewer’s own', async () => {
    const [id, other] = [await app.tenantId('healthy'), await app.tenantId('secret-expired')];
    const reader = await app.as('readonly');
    const { data } = await mutate(
      reader,
      'setCurrentTenant',
      'SetCurrentTenantInput',
      { tenantId: id },
      'tenant { isCurrent }',
    );
    expect(data.setCurrentTenant.tenant.isCurrent).toBe(true);
    const ask =
      'query ($a: ID!, $b: ID!) { a: tenant(id: $a) { isCurrent } b: tenant(id: $b) { isCurrent } }';
    expect((await reader.query(ask, { a: id, b: other })).data).toEqual({
      a: { isCurrent: true },
      b: { isCurrent: false },
    });
    expect((await owner.query(ask, { a: id, b: other })).data).toEqual({
      a: { isCurrent: false },
      b: { isCurrent: false },
    });
  });
});

describe('members', () => {
  it('an owner lets someone in by address, gives them a tenant, and takes everything back', async () => {
    const email = 'New.Person@northwind.example';
    await setMember(owner, { email, displayName: 'New Person', role: 'OPERATOR' });
    const tenantId = await app.tenantId('healthy');
    const given = await setTenantMember(owner, { tenantId, email: email.toLowerCase(), role: 'MANAGER' });
    expect(given.data.setTenantMember.tenant.members).toContainEqual({
      user: { email },
      role: 'MANAGER',
      effectiveRole: 'OPERATOR',
    });
    expect(given.data.setTenantMember.tenant.members).toContainEqual({
      user: { email: 'owner@northwind.example' },
      role: 'OWNER',
      effectiveRole: 'OWNER',
    });
    await removeMember(owner, { email });
    await setMember(owner, { email, role: 'READONLY' });
    const { data } = await owner.query(
      'query ($id: ID!) { tenant(id: $id) { members { user { email } } } }',
      { id: tenantId },
    );
    expect(data.tenant.members).not.toContainEqual({ user: { email } });
    expect((await auditActions()).slice(0, 4)).toEqual([
      'workspace_member.added',
      'workspace_member.removed',
      'tenant_member.added',
      'workspace_member.added',
    ]);
    await removeMember(owner, { email });
  });

  it('no one but an owner manages members or reads the audit log, and FORBIDDEN names what is lacking', async () => {
    const manager = await app.as('manager');
    const log = 'query ($id: ID!) { workspace(id: $id) { auditLog { totalCount } } }';
    for (const refused of [
      await setMember(manager, { email: 'x@y.example', role: 'READONLY' }),
      await removeMember(manager, { email: 'owner@northwind.example' }),
      await setTenantMember(manager, {
        tenantId: await app.tenantId('healthy'),
        email: 'x@y.example',
        role: 'READONLY',
      }),
    ]) {
      expect([refused.status, refused.errors?.[0]?.extensions]).toEqual([
        403,
        { code: 'FORBIDDEN', capability: 'MEMBERS_MANAGE' },
      ]);
    }
    // The rest of the workspace is not lost with its log.
    expect(await manager.query(log, { id: workspaceId })).toMatchObject({
      status: 200,
      data: { workspace: { auditLog: null } },
      errors: [{ extensions: { code: 'FORBIDDEN', capability: 'MEMBERS_MANAGE' } }],
    });
  });

  it('the API says why a role on a tenant counts for something else, and which can be taken away', async () => {
    const tenantId = await app.tenantId('healthy');
    await setTenantMember(owner, { tenantId, email: 'operator@northwind.example', role: 'MANAGER' });
    const { data } = await owner.query(
      'query ($id: ID!) { tenant(id: $id) { members { user { displayName } isGiven effectiveRoleReason } } }',
      { id: tenantId },
    );
    expect(data.tenant.members).toEqual([
      { user: { displayName: 'Marcus Manager' }, isGiven: true, effectiveRoleReason: null },
      {
        user: { displayName: 'Olivia Owner' },
        isGiven: false,
        effectiveRoleReason: 'Workspace owners own every tenant in the workspace.',
      },
      {
        user: { displayName: 'Ophelia Operator' },
        isGiven: true,
        effectiveRoleReason: 'Their workspace role is lower, and a tenant role never exceeds it.',
      },
      { user: { displayName: 'Rhys Reader' }, isGiven: true, effectiveRoleReason: null },
    ]);
  });

  it('the catalog of roles says of each what the API lets it do', async () => {
    const { data } = await owner.query('{ roles { role label capabilities { capability label } } }');
    const catalogue: { role: string; capabilities: { capability: string }[] }[] = data.roles;
    for (const name of ['readonly', 'operator', 'manager', 'owner'] as const) {
      const own = await (await app.as(name)).query('{ viewer { workspaces { role capabilities } } }');
      const { role, capabilities } = own.data.viewer.workspaces[0];
      const listed = catalogue.find((one) => one.role === role);
      expect(listed?.capabilities.map(({ capability }) => capability)).toEqual(capabilities);
    }
    const nobody = createApiClient(app.url, {});
    expect(codeOf(await nobody.query('{ roles { role } }'))).toBe('UNAUTHENTICATED');
  });

  it('the last owner can be neither demoted nor removed', async () => {
    for (const refused of [
      await setMember(owner, { email: 'owner@northwind.example', role: 'MANAGER' }),
      await removeMember(owner, { email: 'owner@northwind.example' }),
    ]) {
      expect([refused.status, codeOf(refused)]).toEqual([409, 'CONFLICT']);
      expect(refused.errors?.[0]?.message).toBe(
        'A workspace needs at least one owner. Make someone else an owner first.',
      );
    }
  });

  it('a person who is a member elsewhere only is the same as no one', async () => {
    const stranger = await app.as('stranger');
    const { id } = (await stranger.query('{ viewer { user { id } } }')).data.viewer.user;
    for (const attempt of [
      (userId: string) => setMember(owner, { userId, role: 'READONLY' }),
      (userId: string) => removeMember(owner, { userId }),
    ]) {
      const foreign = await attempt(id as string);
      expect(codeOf(foreign)).toBe('NOT_FOUND');
      expect(foreign.text).toBe((await attempt('987654321987')).text);
    }
  });
});

describe('API tokens', () => {
  it('are shown once, listed without their text, and stored as a digest', async () => {
    const { data } = await createToken(owner, { name: 'nightly', capabilities: ['PROVIDER_RUN'] });
    const { plaintext, apiToken } = data.createApiToken;
    expect(apiToken).toMatchObject({
      name: 'nightly',
      capabilities: ['VIEW', 'PROVIDER_RUN'],
      revokedAt: null,
    });
    const list = await owner.query(
      '{ viewer { apiTokens { id name prefix lastUsedAt status statusBadge { label } } } }',
    );
    expect(list.data.viewer.apiTokens).toContainEqual(
      expect.objectContaining({ id: apiToken.id, status: 'ACTIVE', statusBadge: { label: 'Active' } }),
    );
    expect(list.text).toContain('nightly');
    expect(list.text).not.toContain(plaintext);
    const dump = await database.db.execute(
      sql`select (select json_agg(t)::text from api_tokens t) || (select json_agg(a)::text from audit_entries a) as text`,
    );
    expect(JSON.stringify(dump)).not.toContain((plaintext as string).slice(8));
    expect(await auditActions()).toContain('api_token.created');
  });

  it('can do at most what they were made for, and their use is noted', async () => {
    const { data } = await createToken(owner, { name: 'reader', capabilities: ['PROVIDER_VIEW'] });
    const { plaintext, apiToken } = data.createApiToken;
    await using script = createApiClient(app.url, { authorization: `Bearer ${plaintext}` });
    const refused = await createTenant(script, { name: 'No' });
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'TENANT_MANAGE' });
    const { data: seen } = await owner.query('{ viewer { apiTokens { id lastUsedAt } } }');
    const tokens: { id: string; lastUsedAt: string | null }[] = seen.viewer.apiTokens;
    expect(tokens.find(({ id }) => id === apiToken.id)?.lastUsedAt).toEqual(expect.any(String));
  });

  it('grant no more than their maker holds: not by a role, not by a token, not by a role given with a token', async () => {
    const operator = await app.as('operator');
    const tooMuch = await createToken(operator, { name: 'x', capabilities: ['PROVIDER_MANAGE'] });
    expect(tooMuch.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'PROVIDER_MANAGE' });

    const capabilities = ['PROVIDER_VIEW', 'MEMBERS_MANAGE'];
    const { plaintext } = (await createToken(owner, { name: 'members', capabilities })).data.createApiToken;
    await using script = createApiClient(app.url, { authorization: `Bearer ${plaintext}` });
    const child = await createToken(script, { name: 'child', capabilities: ['PROVIDER_RUN'] });
    expect(child.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'PROVIDER_RUN' });
    const inherited = await createToken(script, { name: 'child' });
    expect(inherited.data.createApiToken.apiToken.capabilities).toEqual(['VIEW', ...capabilities]);
    const promotion = await setMember(script, { email: 'operator@northwind.example', role: 'OWNER' });
    expect(promotion.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', capability: 'PROVIDER_RUN' });
  });

  it('end within bounds: in the future, within 366 days, in 90 days when nothing is said', async () => {
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z']) {
      expect(codeOf(await createToken(owner, { name: 'x', expiresAt }))).toBe('BAD_USER_INPUT');
    }
    const { apiToken } = (await createToken(owner, { name: 'x' })).data.createApiToken;
    const days = (Date.parse(apiToken.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  it('revoking one ends requests, open subscriptions and the tokens it has made, at once and for good', async () => {
    const { plaintext, apiToken } = (await createToken(owner, { name: 'parent' })).data.createApiToken;
    await using parent = createApiClient(app.url, { authorization: `Bearer ${plaintext}` });
    const child = (await createToken(parent, { name: 'child' })).data.createApiToken;
    await using script = createApiClient(app.url, { authorization: `Bearer ${child.plaintext}` });
    const id = await app.tenantId('healthy');
    const stream = script.subscribe('subscription ($id: ID!) { tenantVerification(tenantId: $id) { id } }', {
      id,
    });
    expect((await stream.next()).value?.data.tenantVerification.id).toEqual(expect.any(String));

    const revoke = () =>
      mutate(
        owner,
        'revokeApiToken',
        'RevokeApiTokenInput',
        { apiTokenId: apiToken.id },
        'apiToken { revokedAt status }',
      );
    const { revokedAt } = (await revoke()).data.revokeApiToken.apiToken;
    expect((await revoke()).data.revokeApiToken.apiToken).toEqual({ revokedAt, status: 'REVOKED' });
    const last = await stream.next();
    expect(last.value?.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    for (const ended of [parent, script])
      expect((await ended.query('{ viewer { user { id } } }')).status).toBe(401);
    await expect(
      database.db.execute(sql`update api_tokens set revoked_at = null where id = ${rowOf(apiToken.id)}`),
    ).rejects.toMatchObject({ cause: { constraint_name: 'api_tokens_stay_revoked' } });
  });

  it('owners revoke other people’s; for everybody else those do not exist', async () => {
    const operator = await app.as('operator');
    const { apiToken } = (await createToken(operator, { name: 'theirs' })).data.createApiToken;
    const revoke = (client: ApiClient, apiTokenId: string) =>
      mutate(client, 'revokeApiToken', 'RevokeApiTokenInput', { apiTokenId }, 'apiToken { id }');
    for (const name of ['manager', 'stranger'] as const) {
      const client = await app.as(name);
      expect((await revoke(client, apiToken.id)).text).toBe((await revoke(client, '987654321987')).text);
    }
    expect((await revoke(owner, apiToken.id)).data.revokeApiToken.apiToken.id).toBe(apiToken.id);
  });
});
