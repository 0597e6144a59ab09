import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let app: TestApp;
/** Without a worker: what is queued stays queued. */
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const me = '{ viewer { apiTokens { name status } workspaces { id } } }';

it('a session ends after its twelve hours, by the clock that the program was given', async () => {
  await using session = await app.as('owner');
  await app.advance(12 * hourMs - 60_000);
  expect((await session.query(me)).errors).toBeUndefined();
  await app.advance(120_000);
  expect((await session.query(me)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('a token ends when it expires, and is listed as expired', async () => {
  const owner = await app.as('owner');
  const { data } = await owner.query(me);
  const workspaceId: string = data.viewer.workspaces[0].id;
  const made = await owner.query(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { plaintext apiToken { expiresAt } } }',
    { input: { workspaceId, name: 'a quarter' } },
  );
  const { plaintext, apiToken } = made.data.createApiToken;
  await using script = createApiClient(app.url, { authorization: `Bearer ${plaintext}` });
  await app.advance(89 * dayMs);
  expect((await script.query(me)).data.viewer.apiTokens).toMatchObject([
    { name: 'a quarter', status: 'ACTIVE' },
  ]);
  await app.advance(2 * dayMs);
  expect((await script.query(me)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  const later = await app.as('owner');
  expect((await later.query(me)).data.viewer.apiTokens).toMatchObject([
    { name: 'a quarter', status: 'EXPIRED' },
  ]);
  expect(Date.parse(apiToken.expiresAt)).toBeGreaterThan(0);
});

it('an idempotency key is forgotten after a day, and the cloud’s clock goes along', async () => {
  const tenantId = await app.tenantId('slow');
  const input = { type: 'inventory.sync', tenantId, idempotencyKey: 'nightly' };
  const start = async () => {
    const { data } = await (
      await app.as('owner')
    ).query('mutation ($input: StartOperationInput!) { startOperation(input: $input) { result } }', {
      input,
    });
    return data.startOperation.result as string;
  };
  expect(await start()).toBe('STARTED');
  await app.advance(23 * hourMs);
  expect(await start()).toBe('STARTED');
  await app.advance(2 * hourMs);
  // Asked anew: the run of yesterday is in the way.
  expect(await start()).toBe('DEDUPED');
  const { headers } = await fetch(`${app.sandboxOrigin}/v1.0/organization`);
  expect(Date.parse(headers.get('date') ?? '') - Date.now()).toBeGreaterThan(90 * dayMs);
});
