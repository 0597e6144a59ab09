import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { createKeyring, type EncryptionKey, type Keyring } from '../../../db/connections/envelope.ts';
import { findUnusableKeys } from '../../../flows/connections/find-unusable-keys.ts';
import {
  openCredential,
  resealCredential,
  sealCredential,
} from '../../../flows/connections/open-credential.ts';
import { rotateKeys } from '../../../flows/connections/rotate-keys.ts';
import type { CredentialPlace } from '../../../db/connections/sealed-rows.ts';
import { createTestDatabase } from '../../support/template-database.ts';

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const [old, new_] = [key('old'), key('new')];
const secretOf = (n: number) =>
  ({
    type: 'client_secret',
    clientId: `00000000-0000-4000-8000-00000000000${n}`,
    clientSecret: `secret ${n}`,
  }) as const;

const directoryOf = (n: number) => `00000000-0000-4000-8000-00000000001${n}`;

let database: Database;
let sql: ReturnType<typeof createClient>;
let connectionIds: number[];
beforeEach(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 4, applicationName: 'test' });
  sql = createClient({ connection, maxConnections: 2, applicationName: 'test' });
  connectionIds = [];
  const [workspace] = await sql`insert into workspaces (name, slug) values ('W', 'w') returning id`;
  for (const n of [1, 2, 3, 4, 5]) {
    const directory = directoryOf(n);
    const [tenant] = await sql`insert into tenants (workspace_id, name, tenant_id)
      values (${workspace?.['id']}, ${`T${n}`}, ${directory}) returning id`;
    const [connection] =
      await sql`insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name)
      values (${workspace?.['id']}, ${tenant?.['id']}, ${directory}, 'C') returning id`;
    const id = Number(connection?.['id']);
    connectionIds.push(id);
    await store(createKeyring([old]), id, n);
  }
});
afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

/** As the connections above are. */
const placeOf = (connectionId: number): CredentialPlace => ({
  connectionId,
  entraTenantId: directoryOf(connectionIds.indexOf(connectionId) + 1),
  cloud: 'global',
  slot: 'in_use',
});

async function store(keyring: Keyring, connectionId: number, n: number): Promise<void> {
  const { keyId, payload } = sealCredential(keyring, placeOf(connectionId), secretOf(n));
  await sql`insert into provider_credentials (provider_connection_id, client_id, payload, key_id)
    values (${connectionId}, ${secretOf(n).clientId}, ${payload}, ${keyId})`;
}

async function readAll(keyring: Keyring) {
  const rows = await sql<{ id: string; payload: Buffer; key_id: string; updated_at: Date }[]>`
    select provider_connection_id as id, payload, key_id, updated_at from provider_credentials order by 1`;
  return rows.map(({ id, payload, key_id: keyId, updated_at: updatedAt }) => ({
    keyId,
    updatedAt,
    opened: openCredential(keyring, placeOf(Number(id)), { payload, keyId }),
  }));
}

const allOpened = [1, 2, 3, 4, 5].map((n) => ({ kind: 'opened', secret: secretOf(n) }));

describe('rotating keys', () => {
  it('leaves every credential readable with the new key alone, and replaces none in anybody’s eyes', async () => {
    const before = await readAll(createKeyring([old]));
    const report = await rotateKeys({ database, keyring: createKeyring([new_, old]), batchSize: 2 });
    expect(report).toEqual({
      keyId: 'new',
      rotated: { provider_credentials: 5, provider_credential_candidates: 0 },
      unreadable: [],
      otherKeysInUse: [],
    });
    const after = await readAll(createKeyring([new_]));
    expect(after.map(({ opened }) => opened)).toEqual(allOpened);
    expect(after.map(({ updatedAt }) => updatedAt)).toEqual(before.map(({ updatedAt }) => updatedAt));
  });

  it('has readers with both keys read throughout', async () => {
    const both = createKeyring([new_, old]);
    const state = { isRotating: true };
    const rotation = rotateKeys({ database, keyring: both, batchSize: 1 }).finally(() => {
      state.isRotating = false;
    });
    while (state.isRotating) expect((await readAll(both)).map(({ opened }) => opened)).toEqual(allOpened);
    await rotation;
  });

  it('repeated, also twice at once, does nothing more and nothing twice', async () => {
    const keyring = createKeyring([new_, old]);
    const [first, second] = await Promise.all([
      rotateKeys({ database, keyring }),
      rotateKeys({ database, keyring }),
    ]);
    expect(first.rotated.provider_credentials + second.rotated.provider_credentials).toBe(5);
    const third = await rotateKeys({ database, keyring });
    expect(third.rotated.provider_credentials).toBe(0);
    expect((await readAll(createKeyring([new_]))).map(({ opened }) => opened)).toEqual(allOpened);
  });

  it('says which key is in use again when someone else re-encrypts in the other direction in the meantime', async () => {
    const [first = 0] = connectionIds;
    const last = connectionIds.at(-1) ?? 0;
    await sql`create table as_it_was as select * from provider_credentials`;
    await sql.unsafe(`create function put_back() returns trigger language plpgsql as $$ begin
      update provider_credentials c set key_id = was.key_id, payload = was.payload from as_it_was was
        where was.id = c.id and c.provider_connection_id = ${first}; return null; end $$;
      create trigger put_back after update on provider_credentials for each row
        when (new.provider_connection_id = ${last}) execute function put_back()`);
    const keyring = createKeyring([new_, old]);
    expect(await rotateKeys({ database, keyring, batchSize: 1 })).toMatchObject({
      unreadable: [],
      otherKeysInUse: ['old'],
    });
  });

  it('leaves what it cannot read alone, says which, and goes on', async () => {
    const [first, second] = connectionIds;
    await sql`update provider_credentials set key_id = 'lost' where provider_connection_id = ${first ?? 0}`;
    await sql`update provider_credentials set payload = set_byte(payload, 40, get_byte(payload, 40) # 1)
      where provider_connection_id = ${second ?? 0}`;
    const report = await rotateKeys({ database, keyring: createKeyring([new_, old]), batchSize: 1 });
    expect(report.rotated.provider_credentials).toBe(3);
    expect(report.unreadable).toEqual([
      { table: 'provider_credentials', connectionId: first, keyId: 'lost', why: 'unknown_key' },
      { table: 'provider_credentials', connectionId: second, keyId: 'old', why: 'damaged' },
    ]);
  });
});

describe('a stored credential', () => {
  const keyring = createKeyring([new_]);
  const place: CredentialPlace = {
    connectionId: 1,
    entraTenantId: directoryOf(1),
    cloud: 'global',
    slot: 'in_use',
  };

  it.each<[string, Partial<CredentialPlace>]>([
    ['another connection', { connectionId: 2 }],
    ['another directory', { entraTenantId: directoryOf(2) }],
    ['another cloud', { cloud: 'usgov' }],
    ['the other slot', { slot: 'candidate' }],
  ])('does not open in %s', (_name, elsewhere) => {
    const sealed = sealCredential(keyring, place, secretOf(1));
    expect(openCredential(keyring, place, sealed)).toMatchObject({ kind: 'opened' });
    const refused = { kind: 'refused', reason: 'credential.invalid' };
    expect(openCredential(keyring, { ...place, ...elsewhere }, sealed)).toEqual(refused);
    expect(resealCredential(keyring, { ...place, ...elsewhere }, sealed)).toEqual({ kind: 'damaged' });
  });

  it('bound to its connection alone, as it once was, is bound to its place at the start, once', async () => {
    const former = createKeyring([old]);
    for (const [index, id] of connectionIds.entries()) {
      const sealed = former.seal(JSON.stringify(secretOf(index + 1)), `provider_connection:${id}`);
      await sql`update provider_credentials set payload = ${sealed.payload} where provider_connection_id = ${id}`;
    }
    const both = createKeyring([old, new_]);
    expect((await readAll(both)).every(({ opened }) => opened.kind === 'refused')).toBe(true);
    const start = { database, keyring: both, onlyUnbound: true, batchSize: 2 };
    const [first, second] = await Promise.all([rotateKeys(start), rotateKeys(start)]);
    expect(first.rotated.provider_credentials + second.rotated.provider_credentials).toBe(5);
    expect((await readAll(both)).map(({ opened }) => opened)).toEqual(allOpened);
    expect((await rotateKeys(start)).rotated.provider_credentials).toBe(0);
  });

  it('under a former key stays under it at the start, which changes no keys', async () => {
    await rotateKeys({ database, keyring: createKeyring([new_, old]), onlyUnbound: true });
    expect(new Set((await readAll(createKeyring([old]))).map(({ keyId }) => keyId))).toEqual(
      new Set(['old']),
    );
  });
});

describe('at the start', () => {
  it('keys that are missing are told from keys that are not what they were', async () => {
    const [first] = connectionIds;
    await sql`update provider_credentials set key_id = 'lost' where provider_connection_id = ${first ?? 0}`;
    expect(await findUnusableKeys(database.db, createKeyring([old]))).toEqual({
      missing: ['lost'],
      wrong: [],
    });
    expect(await findUnusableKeys(database.db, createKeyring([key('old')]))).toEqual({
      missing: ['lost'],
      wrong: ['old'],
    });
  });
});
