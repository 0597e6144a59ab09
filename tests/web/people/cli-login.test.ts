import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../support/api-client.ts';
import { startTestBrowser, takeScreenshot, type TestBrowser } from '../../support/browser.ts';
import { startProgram } from '../../support/program/program.ts';
import { startTestApp, type DemoName, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let browser: TestBrowser;
let folder: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  browser = await startTestBrowser();
  folder = await mkdtemp(join(tmpdir(), 'cli-login-'));
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const addressIn = (output: string) => /http:\S+\/cli-login\?\S+/.exec(output)?.[0] ?? '';
const login = () =>
  startProgram({ XDG_CONFIG_HOME: folder, TENANTATLAS_URL: app.url }, 'cli/main.js', ['login', '--web']);

describe('tenantatlas login, with a browser', () => {
  it('says what asks and for what, and stores the token for its owner alone', async () => {
    await using program = login();
    const ended = once(program.process, 'close');
    await program.until('/cli-login?');
    const address = new URL(addressIn(program.output()));
    const page = await browser.signIn(app.url, 'Ophelia Operator', {
      path: address.pathname + address.search,
    });
    await page.getByText(/calls itself\s+“?tenantatlas on/).waitFor();
    await page.getByText('Start and stop operations').waitFor();
    await takeScreenshot(page, 'cli-login');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('You are logged in.').waitFor();
    expect(await ended).toEqual([0, null]);
    expect(program.output()).toContain('as Ophelia Operator');
    const file = join(folder, 'tenantatlas/logins.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { tokens } = JSON.parse(await readFile(file, 'utf8')) as { tokens: Record<string, string> };
    await using script = createApiClient(app.url, { authorization: `Bearer ${tokens[app.url]}` });
    const { data } = await script.query(
      '{ viewer { apiTokens { name capabilities status } workspaces { name } } }',
    );
    expect(data.viewer.apiTokens[0]).toMatchObject({
      name: expect.stringContaining('tenantatlas on '),
      capabilities: ['VIEW', 'PROVIDER_VIEW', 'PROVIDER_RUN'],
    });
  });

  it('ends with a sentence when the person cancels', async () => {
    await using program = login();
    const ended = once(program.process, 'close');
    await program.until('/cli-login?');
    const address = new URL(addressIn(program.output()));
    // A stranger who knocks at the listener ends nothing.
    const port = address.searchParams.get('port') ?? '';
    expect((await fetch(`http://127.0.0.1:${port}/?code=x&state=y`)).status).toBe(404);
    const page = await browser.signIn(app.url, 'Ophelia Operator', {
      path: address.pathname + address.search,
    });
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await ended).toEqual([3, null]);
    expect(program.output()).toContain('canceled in the browser');
  });
});

/** What the command line knows, and what it asks for with it. */
function askedBy(port = 5_000) {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = { port: String(port), state: randomBytes(32).toString('base64url'), challenge, name: 'x' };
  return { verifier, query };
}

const page = (query: Record<string, string>) =>
  `${app.url}/cli-login?${new URLSearchParams(query).toString()}`;

async function confirm(
  query: Record<string, string>,
  headers: Record<string, string>,
  workspace = 'workspace_1',
) {
  const answer = await fetch(page(query), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ workspace, decision: 'allow' }).toString(),
  });
  await answer.text();
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location,
    code: location === null ? null : new URL(location).searchParams.get('code'),
  };
}

async function redeem(code: string | null, verifier: string) {
  const answer = await fetch(`${app.url}/auth/cli/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, verifier }),
  });
  return { status: answer.status, body: (await answer.json()) as { token?: string; message?: string } };
}

const sessionOf = async (name: DemoName) => ({ ...(await app.as(name)).headers });

describe('the way of the code', () => {
  it('works once, for whoever knows the verifier, and for a minute', async () => {
    const headers = await sessionOf('operator');
    const first = askedBy();
    const { code } = await confirm(first.query, headers);
    expect((await redeem(code, first.verifier)).body.token).toMatch(/^ta_/);
    expect(await redeem(code, first.verifier)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('used already') },
    });

    const stolen = askedBy();
    const { code: seen } = await confirm(stolen.query, headers);
    expect((await redeem(seen, askedBy().verifier)).status).toBe(400);
    expect((await redeem(seen, stolen.verifier)).status).toBe(400);

    const late = askedBy();
    const { code: old } = await confirm(late.query, headers);
    await app.advance(61_000);
    expect((await redeem(old, late.verifier)).status).toBe(400);
  });

  it('gives no more than the person has, and nothing in a workspace that is not theirs', async () => {
    const reader = askedBy();
    const { code } = await confirm(reader.query, await sessionOf('readonly'));
    const { token = '' } = (await redeem(code, reader.verifier)).body;
    await using script = createApiClient(app.url, { authorization: `Bearer ${token}` });
    const { data } = await script.query('{ viewer { apiTokens { capabilities } } }');
    expect(data.viewer.apiTokens[0].capabilities).toEqual(['VIEW', 'PROVIDER_VIEW']);
    const stranger = await sessionOf('stranger');
    expect((await confirm(askedBy().query, stranger)).status).toBe(404);
    expect((await confirm(askedBy().query, stranger, 'workspace_999')).status).toBe(404);
  });

  it('cannot be begun by a page elsewhere, by no one, or with a token', async () => {
    const headers = await sessionOf('operator');
    for (const origin of ['https://evil.example', 'null'])
      expect((await confirm(askedBy().query, { ...headers, origin })).status).toBe(403);
    expect((await confirm(askedBy().query, {})).status).toBe(401);
    const authorization = `Bearer ${await app.token('operator')}`;
    expect((await confirm(askedBy().query, { authorization })).status).toBe(403);
  });

  it('leads nowhere but to this machine', async () => {
    const headers = await sessionOf('operator');
    const { query } = askedBy(7_777);
    const { location } = await confirm(query, headers);
    expect(location).toMatch(/^http:\/\/127\.0\.0\.1:7777\/\?code=[\w-]{43}&state=/);
    for (const wrong of [
      { port: '80' },
      { port: '70000' },
      { port: '7777@evil.example' },
      { port: 'evil.example' },
      { state: 'short' },
      { challenge: query.challenge.slice(1) },
      { name: '' },
      { name: 'x'.repeat(101) },
    ]) {
      const answer = await fetch(page({ ...query, ...wrong }), { headers });
      expect(answer.status).toBe(400);
      await answer.text();
      expect((await confirm({ ...query, ...wrong }, headers)).status).toBe(400);
    }
  });

  it('shows what the program calls itself as text, in a page that cannot be framed', async () => {
    const headers = await sessionOf('operator');
    const answer = await fetch(page({ ...askedBy().query, name: '<b>tenantatlas</b>' }), { headers });
    expect(await answer.text()).toContain('&lt;b&gt;tenantatlas&lt;/b&gt;');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('asks whoever is not signed in to do that first', async () => {
    const { query } = askedBy();
    const answer = await fetch(page(query), { redirect: 'manual' });
    await answer.text();
    const { pathname, search } = new URL(page(query));
    expect(answer.headers.get('location')).toBe(`/sign-in?return=${encodeURIComponent(pathname + search)}`);
  });
});
