import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { createKeyring } from '../../../db/connections/envelope.ts';
import { cutOverCredentials } from '../../../flows/connections/cut-over-credentials.ts';
import { openCredential, sealCredential } from '../../../flows/connections/open-credential.ts';
import { createTestDatabase } from '../../support/template-database.ts';

const keyring = createKeyring([{ id: 'test', key: Buffer.alloc(32, 7) }]);
const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const legacySecret = 'legacy~secret-of-the-app';

let database: Database;
let sql: ReturnType<typeof createClient>;
let workspaceId: number;
beforeEach(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 4, applicationName: 'test' });
  sql = createClient({ connection, maxConnections: 2, applicationName: 'test' });
  const [workspace] = await sql`insert into workspaces (name, slug) values ('W', 'w') returning id`;
  workspaceId = Number(workspace?.['id']);
});
afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

interface Legacy {
  readonly tenant_id?: string | null;
  readonly external_id?: string;
  readonly app_client_id?: string;
  readonly app_client_secret?: string;
  readonly app_certificate_thumbprint?: string;
  readonly app_notes?: string;
}

async function addTenant(name: string, legacy: Legacy): Promise<number> {
  const [tenant] =
    await sql`insert into tenants ${sql({ workspace_id: workspaceId, name, ...legacy })} returning id`;
  return Number(tenant?.['id']);
}

const cutOver = (apply: boolean) =>
  cutOverCredentials({ database, keyring, apply, cloud: 'usgov', now: () => new Date() });

/** Everything the cutover could have touched, for comparing before and after. */
async function snapshot() {
  const tables = ['tenants', 'provider_connections', 'provider_credentials', 'audit_entries'];
  return Promise.all(
    tables.map((table) => sql`select to_jsonb(t) - 'updated_at' as row from ${sql(table)} t order by t.id`),
  );
}

const whole: Legacy = {
  tenant_id: guid(1),
  app_client_id: guid(9).toUpperCase(),
  app_client_secret: ` ${legacySecret} `,
  app_certificate_thumbprint: 'A1B2',
  app_notes: 'Made by Ann in 2021.',
};

const placeOf = (connectionId: number, cloud: string) =>
  ({ connectionId, entraTenantId: guid(1), cloud, slot: 'in_use' }) as const;

describe('the cutover', () => {
  it('moves application, secret, thumbprint and notes, and leaves the legacy columns as they are', async () => {
    const tenantId = await addTenant('Whole', whole);
    const [legacyBefore] = await snapshot();
    const [report] = await cutOver(true);
    expect(report).toEqual({
      tenantId,
      name: 'Whole',
      steps: [
        { kind: 'change', text: `connection to the directory ${guid(1)} in the cloud usgov, as the default` },
        { kind: 'change', text: 'application, thumbprint and notes kept with the connection' },
        { kind: 'change', text: `client secret of the application ${guid(9)}` },
      ],
    });
    expect((await snapshot())[0]).toEqual(legacyBefore);
    const [connection] = await sql`select * from provider_connections`;
    expect(connection).toMatchObject({
      tenant_id: String(tenantId),
      entra_tenant_id: guid(1),
      is_default: true,
      cloud: 'usgov',
      metadata: {
        legacy: {
          app_client_id: guid(9).toUpperCase(),
          app_certificate_thumbprint: 'A1B2',
          app_notes: 'Made by Ann in 2021.',
        },
      },
    });
    const [stored] = await sql`select * from provider_credentials`;
    const place = placeOf(Number(connection?.['id']), 'usgov');
    const opened = openCredential(keyring, place, {
      payload: stored?.['payload'] as Buffer,
      keyId: 'test',
    });
    expect(opened).toEqual({
      kind: 'opened',
      secret: { type: 'client_secret', clientId: guid(9), clientSecret: legacySecret },
    });
    expect(JSON.stringify(report)).not.toContain(legacySecret);
  });

  it('as a dry run reports the same and changes nothing', async () => {
    await addTenant('Whole', whole);
    const before = await snapshot();
    const planned = await cutOver(false);
    expect(await snapshot()).toEqual(before);
    expect(await cutOver(true)).toEqual(planned);
  });

  it('repeated does nothing', async () => {
    await addTenant('Whole', whole);
    await cutOver(true);
    const before = await snapshot();
    const [report] = await cutOver(true);
    expect(report?.steps.map(({ kind }) => kind)).toEqual(['already', 'already']);
    expect(await snapshot()).toEqual(before);
  });

  it('never replaces a credential that is there', async () => {
    const tenantId = await addTenant('Newer', whole);
    const [connection] =
      await sql`insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name)
      values (${workspaceId}, ${tenantId}, ${guid(1)}, 'C') returning id`;
    const connectionId = Number(connection?.['id']);
    const newer = { type: 'client_secret', clientId: guid(9), clientSecret: 'newer' } as const;
    const { payload, keyId } = sealCredential(keyring, placeOf(connectionId, 'global'), newer);
    await sql`insert into provider_credentials (provider_connection_id, client_id, payload, key_id)
      values (${connectionId}, ${guid(9)}, ${payload}, ${keyId})`;
    const [report] = await cutOver(true);
    expect(report?.steps.at(-1)).toEqual({
      kind: 'already',
      text: 'another credential is in use and stays; the legacy secret was not moved',
    });
    const [stored] = await sql`select payload from provider_credentials`;
    expect(stored?.['payload']).toEqual(payload);
  });

  it.each<[string, Legacy, RegExp]>([
    ['a tenant without a directory', { ...whole, tenant_id: null, external_id: 'contoso' }, /no directory/],
    ['a secret that is an ID', { ...whole, app_client_secret: guid(8) }, /secret’s ID/],
    ['an application that is none', { ...whole, app_client_id: 'the app' }, /client ID must be/],
    [
      'a thumbprint without a key',
      { tenant_id: guid(1), app_certificate_thumbprint: 'A1B2' },
      /by hand, with its private key/,
    ],
    ['notes alone', { tenant_id: guid(1), app_notes: 'Ask Ann.' }, /no client secret/],
  ])('says what cannot be moved and why: %s', async (_name, legacy, why) => {
    await addTenant('Odd', legacy);
    const [report] = await cutOver(true);
    expect(report?.steps.filter(({ kind }) => kind === 'impossible')).toEqual([
      { kind: 'impossible', text: expect.stringMatching(why) },
    ]);
    expect(JSON.stringify(report)).not.toContain(legacySecret);
  });

  it('takes the external id for the directory where that is one, and leaves other tenants out', async () => {
    await addTenant('Nothing', { tenant_id: guid(2), app_notes: '  ' });
    await addTenant('External', {
      external_id: guid(3),
      app_client_id: guid(9),
      app_client_secret: legacySecret,
    });
    const reports = await cutOver(true);
    expect(reports.map(({ name }) => name)).toEqual(['External']);
    expect(await sql`select entra_tenant_id from provider_connections`).toMatchObject([
      { entra_tenant_id: guid(3) },
    ]);
  });
});
