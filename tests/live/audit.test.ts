import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** GETs that could come from a form are refused without a header of their own, which the audit does not send. */
function fetchWithPreflight(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', '1');
  return fetch(url, { ...init, headers });
}

it('passes graphql-http’s audits of GraphQL over HTTP, but for three warnings that are known', async () => {
  const results = await auditServer({
    url: `${app.url}/graphql`,
    fetchFn: fetchWithPreflight,
  });
  expect(results).toHaveLength(61);
  const failed = results.filter((result) => result.status === 'error');
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  const warned = results.filter(({ status }) => status === 'warn');
  expect(warned.map(({ id }) => id).length).toBeLessThanOrEqual(3);
});
