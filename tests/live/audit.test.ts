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

/** GETs that could come from a form are refused without a header of their own; the audit's MAY-rules do not send one. */
const headers = { 'apollo-require-preflight': '1' };

it('passes graphql-http’s audits of GraphQL over HTTP, but for three warnings that are known', async () => {
  const results = await auditServer({
    url: `${app.url}/graphql`,
    fetchFn: (input: string, init: RequestInit = {}) =>
      fetch(input, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }),
  });
  expect(results).toHaveLength(61);
  const failed = results.filter(({ status }) => status === 'error');
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  const warned = results.filter(({ status }) => status === 'warn');
  expect(warned.map(({ id }) => id).length).toBeLessThanOrEqual(3);
});
