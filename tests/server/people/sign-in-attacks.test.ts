import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import type { Forgery } from '../../../sandbox/entra/forgeries.ts';
import { createApiClient, signIn } from '../../support/api-client.ts';
import { startEntraApp, type EntraApp } from '../../support/entra-app.ts';
import { refusingPort } from '../../support/program/free-port.ts';

const owner = 'owner@northwind.example';

let world: EntraApp;
let database: Database;
beforeAll(async () => {
  world = await startEntraApp({ logLevel: 'silent' });
  const { connection } = world.app;
  database = createDatabase({ connection, maxConnections: 1, applicationName: 'test' });
  await world.signIn(world.openBrowser(), owner);
});
afterEach(() => {
  world.entra.state.clockOffsetMs = 0;
  world.entra.cloud.signIn.nextForgery = null;
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function ask(headers: Record<string, string>) {
  const { status, data, errors } = await createApiClient(world.app.url, headers).query(
    '{ viewer { user { email } } }',
  );
  const email = (data?.viewer?.user?.email ?? null) as string | null;
  return { status, email, code: errors?.[0]?.extensions['code'] ?? null };
}
const refused = { status: 401, email: null, code: 'UNAUTHENTICATED' };

describe('an ID token that lies', () => {
  const cases: readonly (readonly [Forgery, string])[] = [
    ['alg-none', 'failed'],
    ['alg-hs256', 'failed'],
    ['wrong-key', 'failed'],
    ['unknown-key', 'failed'],
    ['wrong-issuer', 'failed'],
    ['common-issuer', 'failed'],
    ['wrong-audience', 'failed'],
    ['other-directory', 'failed'],
    ['wrong-nonce', 'failed'],
    ['no-nonce', 'failed'],
    ['expired', 'clock'],
    ['not-yet-valid', 'clock'],
  ];

  it.each(cases)('%s signs no one in (%s)', async (forgery, problem) => {
    const browser = world.openBrowser();
    world.entra.cloud.signIn.nextForgery = forgery;
    const end = await world.signIn(browser, owner);
    expect([end.pathname, end.searchParams.get('problem')]).toEqual(['/sign-in', problem]);
    expect(browser.cookie('tenantatlas_session')).toBeNull();
  });

  it('an honest one does, by the same way', async () => {
    const browser = world.openBrowser();
    expect((await world.signIn(browser, owner)).pathname).toBe('/');
    expect(await ask(browser.headers)).toMatchObject({ status: 200, email: owner });
  });
});

describe('the way back from Microsoft', () => {
  const problemAt = async (browser: ReturnType<EntraApp['openBrowser']>, address: URL) => {
    const { address: end } = await browser.follow(address.href);
    return new URL(end).searchParams.get('problem');
  };

  it('works once: the same address again signs no one in', async () => {
    const browser = world.openBrowser();
    const callback = await world.reachCallback(browser, owner);
    const attempt = browser.cookie('tenantatlas_sign_in') ?? '';
    expect(await problemAt(browser, callback)).toBeNull();
    expect(browser.cookie('tenantatlas_sign_in')).toBeNull();
    const thief = world.openBrowser();
    thief.setCookie('tenantatlas_sign_in', attempt);
    expect(await problemAt(thief, callback)).toBe('expired');
    expect(thief.cookie('tenantatlas_session')).toBeNull();
  });

  it('is taken by one of two that come at once', async () => {
    const browser = world.openBrowser();
    const callback = await world.reachCallback(browser, owner);
    const ends = await Promise.all([problemAt(browser, callback), problemAt(browser, callback)]);
    expect(ends.sort()).toEqual(['expired', null]);
  });

  it('belongs to the browser that began: sent to another (login CSRF), it signs no one in', async () => {
    const callback = await world.reachCallback(world.openBrowser(), owner);
    const victim = world.openBrowser();
    expect(await problemAt(victim, callback)).toBe('expired');
    await victim.get('/auth/entra');
    expect(await problemAt(victim, callback)).toBe('expired');
    expect(victim.cookie('tenantatlas_session')).toBeNull();
  });

  it('with a made-up state neither signs in nor spoils the real attempt', async () => {
    const browser = world.openBrowser();
    const callback = await world.reachCallback(browser, owner);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'made-up');
    expect(await problemAt(browser, forged)).toBe('expired');
    forged.searchParams.delete('state');
    expect(await problemAt(browser, forged)).toBe('expired');
    expect(await problemAt(browser, callback)).toBeNull();
  });

  it('ends after ten minutes', async () => {
    const browser = world.openBrowser();
    const callback = await world.reachCallback(browser, owner);
    await database.db.execute(sql`update sign_in_attempts set expires_at = now()`);
    expect(await problemAt(browser, callback)).toBe('expired');
  });

  it('is worth nothing with a code that another browser has asked for: PKCE', async () => {
    const stolen = await world.reachCallback(world.openBrowser(), owner);
    const thief = world.openBrowser();
    const own = await world.reachCallback(thief, 'nobody@northwind.example');
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(await problemAt(thief, own)).toBe('failed');
    expect(thief.cookie('tenantatlas_session')).toBeNull();
  });

  it('says so when someone has pressed Cancel', async () => {
    const browser = world.openBrowser();
    expect(await problemAt(browser, await world.reachCallback(browser, 'cancel'))).toBe('cancelled');
  });

  it.each([
    ['answers 503', { kind: 'aadsts', code: 90033 }],
    ['answers with a page', { kind: 'raw', status: 502, contentType: 'text/html', body: '<h1>Bad</h1>' }],
    ['cuts the line', { kind: 'reset' }],
  ])('says so when Microsoft %s', async (_case, answer) => {
    const browser = world.openBrowser();
    const callback = await world.reachCallback(browser, owner);
    const control = `${world.entra.origin}/_control/faults`;
    await fetch(control, { method: 'POST', body: JSON.stringify({ on: 'token', times: 1, answer }) });
    expect(await problemAt(browser, callback)).toBe('unavailable');
    await fetch(control, { method: 'DELETE' });
  });
});

describe('where sign-in leads', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/auth/entra',
    '/auth/sign-out',
  ])('not to %s', async (elsewhere) => {
    const end = await world.signIn(world.openBrowser(), owner, elsewhere);
    expect(end.href).toBe(`${world.app.config.publicUrl}/`);
  });

  it('not elsewhere because the request says it was for another host', async () => {
    const begun = await fetch(`${world.app.url}/auth/entra`, {
      redirect: 'manual',
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const authorize = new URL(begun.headers.get('location') ?? '');
    expect(authorize.searchParams.get('redirect_uri')).toBe(
      `${world.app.config.publicUrl}/auth/entra/callback`,
    );
  });
});

describe('sessions', () => {
  it('rotate: one fixed before sign-in is worth nothing after it', async () => {
    const browser = world.openBrowser();
    browser.setCookie('tenantatlas_session', 'fixed-by-somebody-else');
    await world.signIn(browser, owner);
    expect(browser.cookie('tenantatlas_session')).not.toBe('fixed-by-somebody-else');
    expect(await ask({ cookie: 'tenantatlas_session=fixed-by-somebody-else' })).toEqual(refused);
  });

  it('rotate: the browser’s last session ends when another begins', async () => {
    const browser = world.openBrowser();
    await world.signIn(browser, owner);
    const before = { ...browser.headers };
    await world.signIn(browser, owner);
    expect(await ask(before)).toEqual(refused);
    expect(await ask(browser.headers)).toMatchObject({ email: owner });
  });

  it('end in the database with sign-out: a copied cookie is worth nothing', async () => {
    const browser = world.openBrowser();
    await world.signIn(browser, owner);
    const copied = { ...browser.headers };
    await fetch(`${world.app.url}/auth/sign-out`, { method: 'POST', headers: copied });
    expect(await ask(copied)).toEqual(refused);
  });

  it.each([
    ['signed out', '/auth/sign-out', '{}'],
    ['signed in as someone', '/auth/demo', JSON.stringify({ email: 'owner@contoso.example' })],
  ])('cannot be %s by another site', async (_case, path, body) => {
    const { headers } = await signIn(world.app.url, owner);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      const response = await fetch(world.app.url + path, {
        method: 'POST',
        headers: { ...headers, origin, 'content-type': 'application/json' },
        body,
      });
      expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
    }
    expect(await ask(headers)).toMatchObject({ email: owner });
  });

  it('open no WebSocket for a page of another site, and one for our own', async () => {
    const { headers } = await signIn(world.app.url, owner);
    const open = async (origin: string) => {
      const address = `${world.app.url.replace('http', 'ws')}/graphql`;
      const socket = new WebSocket(address, 'graphql-transport-ws', { headers: { ...headers, origin } });
      const outcome = await new Promise<string>((resolve) => {
        socket.on('open', () => resolve('open')).on('error', ({ message }) => resolve(message));
      });
      socket.terminate();
      return outcome;
    };
    expect(await open('https://evil.example')).toContain('403');
    expect(await open('null')).toContain('403');
    expect(await open(world.app.config.publicUrl)).toBe('open');
  });
});

describe('an access token of Entra', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('acts as the person it was issued to, who has signed in here', async () => {
    const token = await world.userToken({ account: owner });
    for (const _again of [1, 2])
      expect(await ask(bearer(token))).toMatchObject({ status: 200, email: owner });
  });

  it('is no session: a browser that sends it as its cookie is no one', async () => {
    const token = await world.userToken({ account: owner });
    expect(await ask(bearer(token))).toMatchObject({ status: 200 });
    expect(await ask({ cookie: `tenantatlas_session=${token}` })).toEqual(refused);
  });

  it('is noted by its digest and ends when it does', async () => {
    const token = await world.userToken({ account: owner });
    await ask(bearer(token));
    const rows = await database.db.execute<{ row: string; lives: number }>(sql`
      select to_jsonb(user_sessions)::text as row, extract(epoch from expires_at - now())::float as lives
      from user_sessions where token_hash = sha256(${`access token ${token}`}::bytea)`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(token.slice(-20));
    expect(rows[0]?.lives).toBeLessThanOrEqual(3_600);
  });

  it('opens subscriptions as well', async () => {
    const token = await world.userToken({ account: owner });
    await using script = createApiClient(world.app.url, bearer(token));
    const id = await world.app.tenantId('healthy');
    const events = script.subscribe(
      'subscription ($id: ID!) { tenantVerification(tenantId: $id) { status } }',
      {
        id,
      },
    );
    expect((await events.next()).value).toMatchObject({ data: { tenantVerification: expect.anything() } });
    await events.return?.();
  });

  it.each([
    'alg-none',
    'alg-hs256',
    'wrong-key',
    'unknown-key',
    'wrong-issuer',
    'common-issuer',
    'wrong-audience',
    'expired',
    'not-yet-valid',
    'other-directory',
  ])('that lies (%s) is refused', async (forgery) => {
    expect(await ask(bearer(await world.userToken({ account: owner, forgery })))).toEqual(refused);
  });

  it.each([
    ['an ID token', { account: owner, use: 'id' }],
    ['a token for Microsoft Graph', { account: owner, use: 'graph' }],
    ['a token of someone who has never signed in', { account: 'nobody@northwind.example' }],
    ['a token of a guest with a member’s name', { account: 'guest' }],
  ])('%s is refused', async (_case, request) => {
    expect(await ask(bearer(await world.userToken(request)))).toEqual(refused);
  });

  it.each(['', 'x', 'ta_', 'a.b.c', '..', 'ta_a.b.c', `${'a'.repeat(9_000)}.b.c`])(
    'that is none (%#) is refused',
    async (text) => {
      expect(await ask(bearer(text))).toEqual(refused);
    },
  );
});

describe('while Microsoft’s signing keys cannot be read', () => {
  it('an access token gets an answer that says so and when to try again; API tokens and sessions go on', async () => {
    const unreachable = { authority: `http://127.0.0.1:${refusingPort}` };
    await using cut = await startEntraApp({ logLevel: 'silent' }, unreachable);
    const token = await cut.userToken({ account: owner });
    const request = (authorization: string) =>
      fetch(`${cut.app.url}/graphql`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ viewer { user { email } } }' }),
      });
    for (const _again of [1, 2]) {
      const response = await request(`Bearer ${token}`);
      expect([response.status, response.headers.get('retry-after')]).toEqual([401, '15']);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.stringContaining('signing keys cannot be read'),
            extensions: { code: 'UNAUTHENTICATED', retryAfterSeconds: 15 },
          },
        ],
      });
    }
    expect((await request(`Bearer ${await cut.app.token('owner')}`)).status).toBe(200);
    expect((await (await cut.app.as('owner')).query('{ viewer { user { id } } }')).status).toBe(200);
  });

  it('a socket is closed so that a client comes back', async () => {
    const unreachable = { authority: `http://127.0.0.1:${refusingPort}` };
    await using cut = await startEntraApp({ logLevel: 'silent' }, unreachable);
    const token = await cut.userToken({ account: owner });
    const socket = new WebSocket(`${cut.app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => {
      const payload = { authorization: `Bearer ${token}` };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    const code = await new Promise((resolve) => void socket.on('close', resolve));
    expect(code).toBe(1013);
  });
});
