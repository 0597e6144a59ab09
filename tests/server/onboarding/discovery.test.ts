import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import type { GraphQLAnswer } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let workspaceId: string;
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  const manager = await app.as('manager');
  const { data } = await manager.query('{ viewer { workspaces { id } } }');
  workspaceId = data.viewer.workspaces[0].id;
});
afterAll(async () => await app[Symbol.asyncDispose]());

const healthy = scenarios.find(({ name }) => name === 'healthy');
const discover = `mutation ($input: DiscoverDirectoryInput!) { discoverDirectory(input: $input) {
  sightings { cloud entraTenantId region } unansweredClouds } }`;

async function ask(who: Parameters<TestApp['as']>[0], name: string): Promise<GraphQLAnswer> {
  return await (await app.as(who)).query(discover, { input: { workspaceId, name } });
}
const codeOf = ({ errors }: GraphQLAnswer) => errors?.[0]?.extensions['code'];

describe('looking a directory up before anything is known of it', () => {
  it.each(['AlderAshJoinery.onmicrosoft.example', healthy?.tenantId ?? ''])(
    'finds the GUID and the cloud by %s, without a credential',
    async (name) => {
      const { data } = await ask('manager', name);
      expect(data.discoverDirectory).toEqual({
        sightings: [{ cloud: 'sandbox', entraTenantId: healthy?.tenantId, region: expect.anything() }],
        unansweredClouds: [],
      });
    },
  );

  it.each(['../common', 'no dots', 'a.b', '', 'contoso.com/x', `${'a'.repeat(250)}.com`])(
    'sends nothing out for %j, which is no name of a directory',
    async (name) => {
      const answer = await ask('manager', name);
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
      expect(answer.errors?.[0]?.extensions['field']).toBe('name');
    },
  );

  it('is for those who onboard tenants', async () => {
    expect(codeOf(await ask('operator', 'contoso.com'))).toBe('FORBIDDEN');
    expect(codeOf(await ask('stranger', 'contoso.com'))).toBe('NOT_FOUND');
  });
});
