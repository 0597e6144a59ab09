import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { demoPeople } from '../../../db/seed/world.ts';
import { getPerson, homeDirectory } from '../../../sandbox/people/sign-in-people.ts';
import { createApiClient } from '../../support/api-client.ts';
import type { Browser } from '../../support/redirecting-client.ts';
import { startEntraApp, type EntraApp } from '../../support/entra-app.ts';

let world: EntraApp;
let database: Database;
beforeAll(async () => {
  world = await startEntraApp();
  const { connection } = world.app;
  database = createDatabase({ connection, maxConnections: 1, applicationName: 'test' });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function viewerOf(headers: Record<string, string>): Promise<string | null> {
  const { data } = await createApiClient(world.app.url, headers).query('{ viewer { user { email } } }');
  return (data?.viewer?.user?.email ?? null) as string | null;
}

async function idsOf(email: string) {
  const [row] = await database.db.execute(sql`select entra_tid, entra_oid from users where email = ${email}`);
  return row;
}

const problemOf = (url: URL) => [url.pathname, url.searchParams.get('problem')];

describe('signing in with Entra', () => {
  it('offers itself only where it is configured', async () => {
    const response = await fetch(`${world.app.url}/auth/methods`);
    expect(await response.json()).toMatchObject({ entra: true, demo: expect.any(Array) });
  });

  it.each(demoPeople.map(({ email }) => email))(
    'lets %s in, and back to where they came from',
    async (email) => {
      const browser = world.openBrowser();
      const end = await world.signIn(browser, email, '/operations/1?tab=report#checks');
      expect(end.href).toBe(`${world.app.config.publicUrl}/operations/1?tab=report#checks`);
      expect(await viewerOf(browser.headers)).toBe(email);
    },
  );

  it('knows a person by the directory’s ids ever after, whatever they are called then', async () => {
    await world.signIn(world.openBrowser(), 'manager@northwind.example');
    await database.db.execute(
      sql`update users set email = 'marcus@elsewhere.example' where email = 'manager@northwind.example'`,
    );
    const browser = world.openBrowser();
    await world.signIn(browser, 'manager@northwind.example');
    expect(await viewerOf(browser.headers)).toBe('marcus@elsewhere.example');
  });

  it('writes the first time, and only that, into the log of each of the person’s workspaces', async () => {
    await using fresh = await startEntraApp();
    const email = 'operator@northwind.example';
    await Promise.all([1, 2, 3].map(() => fresh.signIn(fresh.openBrowser(), email)));
    await fresh.signIn(fresh.openBrowser(), email);
    const owner = await fresh.app.as('owner');
    const { data } = await owner.query(
      '{ viewer { workspaces { auditLog(first: 50) { nodes { action actor { email } data } } } } }',
    );
    const entries: { action: string }[] = data.viewer.workspaces[0].auditLog.nodes;
    expect(entries.filter(({ action }) => action === 'user.linked_to_entra')).toEqual([
      {
        action: 'user.linked_to_entra',
        actor: { email },
        data: { entra_tid: homeDirectory.tenantId, entra_oid: getPerson(email).objectId },
      },
    ]);
  });

  it('asks for PKCE, state and nonce, fresh ones every time, by query', async () => {
    const addresses = await Promise.all(
      [1, 2].map(async () => {
        const begun = await world.openBrowser().get('/auth/entra');
        return new URL(begun.headers.get('location') ?? '').searchParams;
      }),
    );
    for (const query of addresses) {
      expect(Object.fromEntries(query)).toMatchObject({
        response_type: 'code',
        response_mode: 'query',
        code_challenge_method: 'S256',
        redirect_uri: `${world.app.config.publicUrl}/auth/entra/callback`,
      });
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(new Set(addresses.map((query) => query.get(name))).size).toBe(2);
    }
  });

  it('keeps the attempt in a cookie that scripts cannot read and other sites cannot send', async () => {
    const begun = await world.openBrowser().get('/auth/entra');
    const [cookie] = begun.headers.getSetCookie();
    expect(cookie).toMatch(/^tenantatlas_sign_in=.{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
  });

  it('stores no secret of an attempt', async () => {
    const browser = world.openBrowser();
    await browser.get('/auth/entra');
    const secret = browser.cookie('tenantatlas_sign_in') ?? '';
    const rows = await database.db.execute<{ row: string }>(
      sql`select to_jsonb(sign_in_attempts)::text as row from sign_in_attempts`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });
});

describe('who is let in', () => {
  it.each([
    ['someone no one has let in', 'nobody@northwind.example'],
    ['whoever claims another’s address (nOAuth)', 'mallory@northwind.example'],
  ])('not %s', async (_case, account) => {
    const browser = world.openBrowser();
    expect(problemOf(await world.signIn(browser, account))).toEqual(['/sign-in', 'not_a_member']);
    expect(await viewerOf(browser.headers)).toBeNull();
  });

  it('not a guest, whatever their name at home is, also before the member has ever signed in', async () => {
    await using fresh = await startEntraApp();
    const end = await fresh.signIn(fresh.openBrowser(), 'guest');
    expect(problemOf(end)).toEqual(['/sign-in', 'not_a_member']);
  });

  it('not a later account under a name that belongs to someone already', async () => {
    await world.signIn(world.openBrowser(), 'owner@northwind.example');
    const before = await idsOf('owner@northwind.example');
    const end = await world.signIn(world.openBrowser(), 'namesake');
    expect(problemOf(end)).toEqual(['/sign-in', 'not_a_member']);
    expect(await idsOf('owner@northwind.example')).toEqual(before);
  });

  it('not someone who was removed from everything', async () => {
    await world.signIn(world.openBrowser(), 'readonly@northwind.example');
    await database.db.execute(sql`delete from workspace_memberships member using users
      where member.user_id = users.id and users.email = 'readonly@northwind.example'`);
    const end = await world.signIn(world.openBrowser(), 'readonly@northwind.example');
    expect(problemOf(end)).toEqual(['/sign-in', 'not_a_member']);
  });

  it('the member once, when they come in two tabs at once', async () => {
    await using fresh = await startEntraApp();
    const ends = await Promise.all(
      [1, 2, 3, 4].map(() => fresh.signIn(fresh.openBrowser(), 'owner@northwind.example')),
    );
    expect(ends.map(({ pathname }) => pathname)).toEqual(['/', '/', '/', '/']);
  });
});

describe('the first workspace', () => {
  const founder = 'nobody@northwind.example';

  it.each([
    ['no one is named', null],
    ['someone else is named', 'mallory@northwind.example'],
  ])('is founded by no one when %s', async (_case, bootstrapOwner) => {
    await using fresh = await startEntraApp({ demo: false }, { bootstrapOwner });
    const end = await fresh.signIn(fresh.openBrowser(), founder);
    expect(problemOf(end)).toEqual(['/sign-in', 'not_a_member']);
  });

  it('is founded once by the person whom the operator has named, who owns it', async () => {
    await using fresh = await startEntraApp({ demo: false }, { bootstrapOwner: founder });
    const browsers = [fresh.openBrowser(), fresh.openBrowser(), fresh.openBrowser()];
    await Promise.all(browsers.map((browser) => fresh.signIn(browser, founder)));
    const seen = await Promise.all(browsers.map((browser) => workspacesOf(fresh, browser)));
    const auditLog = { nodes: [{ action: 'workspace.founded' }] };
    const first = { name: 'northwind.example', slug: 'northwind-example', role: 'OWNER', auditLog };
    expect(seen).toEqual([[first], [first], [first]]);
    expect(problemOf(await fresh.signIn(fresh.openBrowser(), 'mallory@northwind.example'))).toEqual([
      '/sign-in',
      'not_a_member',
    ]);
  });

  it('is not founded where there is one', async () => {
    await using fresh = await startEntraApp({}, { bootstrapOwner: founder });
    const end = await fresh.signIn(fresh.openBrowser(), founder);
    expect(problemOf(end)).toEqual(['/sign-in', 'not_a_member']);
  });

  async function workspacesOf({ app }: EntraApp, { headers }: Browser) {
    const { data } = await createApiClient(app.url, headers).query(
      '{ viewer { workspaces { name slug role auditLog(first: 5) { nodes { action } } } } }',
    );
    return data.viewer.workspaces as unknown;
  }
});
