import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type DemoName, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';

let app: TestApp;
let workspaceId: string;

beforeAll(async () => {
  app = await startTestApp();
  const { data } = await (await app.as('owner')).query('{ viewer { workspaces { id } } }');
  workspaceId = data.viewer.workspaces[0].id as string;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const list = async (name: DemoName) =>
  await (
    await app.as(name)
  ).query(
    `query ($id: ID!) { workspace(id: $id) { events(first: 100) { totalCount nodes {
      id kind causeKey severity data trigger tenant { externalId } operationRun { id } } } } }`,
    { id: workspaceId },
  );

interface Told {
  readonly operationRun: { readonly id: string } | null;
}

it('tells owners once what a verification changed, however often it is repeated', async () => {
  const owner = await app.as('owner');
  const tenantId = await app.tenantId('healthy');
  const verify = async () => {
    const { data } = await owner.query(
      'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }',
      { id: tenantId },
    );
    const runId = data.startVerification.run.id as string;
    await until(`the end of ${runId}`, async () => {
      const run = await owner.query('query ($id: ID!) { operationRun(id: $id) { status } }', { id: runId });
      return run.data.operationRun.status === 'COMPLETED';
    });
    return runId;
  };
  const ready = await verify();
  const tenant = await owner.query(
    'query ($id: ID!) { tenant(id: $id) { defaultProviderConnection { id } } }',
    { id: tenantId },
  );
  const gone = await owner.query(
    'mutation ($id: ID!) { deleteProviderCredential(input: { connectionId: $id }) { providerConnection { id } } }',
    { id: tenant.data.tenant.defaultProviderConnection.id },
  );
  expect(gone.errors).toBeUndefined();
  const runs = [ready, await verify(), await verify()];
  const nodes = (await list('owner')).data.workspace.events.nodes as readonly Told[];
  expect(nodes.filter(({ operationRun }) => runs.includes(operationRun?.id ?? ''))).toEqual([
    {
      id: expect.stringMatching(/^event_\d+$/),
      kind: 'tenant.not_ready',
      causeKey: 'credential.missing',
      severity: 'CRITICAL',
      data: { reason: 'credential.missing', overall: 'blocked', before: 'ready', facts: [] },
      trigger: 'USER',
      tenant: { externalId: 'healthy' },
      operationRun: { id: runs[1] },
    },
  ]);
});

it('tells no one else', async () => {
  for (const name of ['manager', 'readonly'] as const) {
    const answer = await list(name);
    expect(answer.data.workspace).toEqual({ events: null });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      capability: 'MEMBERS_MANAGE',
    });
  }
  expect((await list('stranger')).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});
