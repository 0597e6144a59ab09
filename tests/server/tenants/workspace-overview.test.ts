import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let owner: ApiClient;
let workspaceId: string;
/** Without a worker: what is started stays as it is. */
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  owner = await app.as('owner');
  const { data } = await owner.query('{ viewer { workspaces { id } } }');
  workspaceId = data.viewer.workspaces[0].id as string;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const ask = async (client: ApiClient, selection: string, variables: object = {}) => {
  const document = `query ($id: ID!${'runIds' in variables ? ', $runIds: [ID!]!' : ''}) { workspace(id: $id) { ${selection} } }`;
  return await client.query(document, { id: workspaceId, ...variables });
};

it('sorts through the API, and says clearly that a cursor belongs to another order', async () => {
  const inOrder = (field: string, rest = '') =>
    `tenants(first: 3, orderBy: { field: ${field}, direction: ASC }${rest}) { nodes { readiness } pageInfo { endCursor } }`;
  const { data } = await ask(owner, inOrder('READINESS'));
  expect(data.workspace.tenants.nodes[0]).toEqual({ readiness: 'BLOCKED' });
  const after = `, after: "${data.workspace.tenants.pageInfo.endCursor as string}"`;
  expect((await ask(owner, inOrder('READINESS', after))).errors).toBeUndefined();
  const mixed = await ask(owner, inOrder('NAME', after));
  expect(mixed.errors?.[0]).toMatchObject({
    message: 'This cursor belongs to another orderBy. Omit after when the order changes.',
    extensions: { code: 'BAD_USER_INPUT', field: 'after' },
  });
});

it('counts the tenants that the list shows, archived ones apart', async () => {
  await using database = openSql(app.connection);
  const archived = await app.tenantId('throttled');
  await database.sql`update tenants set status = 'archived' where id = ${archived}`;
  const { data } = await ask(
    owner,
    `all: verificationOverview { total } managed: verificationOverview(status: [ACTIVE, ONBOARDING]) { total }
     archived: verificationOverview(status: [ARCHIVED]) { total ready }
     tenants(status: [ACTIVE, ONBOARDING]) { totalCount }`,
  );
  const { all, managed, archived: apart, tenants } = data.workspace;
  expect(managed.total).toBe(all.total - 1);
  expect(tenants.totalCount).toBe(managed.total);
  expect(apart).toEqual({ total: 1, ready: 1 });
});

it('counts a list up to a limit, says whether that is all, and exactly where that is asked for', async () => {
  const { data } = await ask(
    owner,
    `tenants(first: 1) { totalCount count { value isExact } few: count(atMost: 2) { value isExact } }
     operationRuns(first: 1) { totalCount count { value isExact } none: count(atMost: null) { value isExact } }
     members(first: 1) { totalCount one: count(atMost: 1) { value isExact } }
     onboardingSessions(first: 1) { totalCount count { value isExact } }
     auditLog(first: 1) { totalCount count { value isExact } }
     findings(first: 1) { totalCount count { value isExact } }`,
  );
  const { tenants, operationRuns, members, ...others } = data.workspace;
  expect(tenants.totalCount).toBeGreaterThan(2);
  expect(tenants.few).toEqual({ value: 2, isExact: false });
  expect(operationRuns.none).toEqual(operationRuns.count);
  expect(members.one).toEqual({ value: 1, isExact: members.totalCount === 1 });
  for (const { totalCount, count } of [tenants, operationRuns, ...Object.values<CountedList>(others)])
    expect(count).toEqual({ value: totalCount, isExact: true });
  const exactly = await ask(
    owner,
    `tenants(first: 1) { count(atMost: ${tenants.totalCount}) { value isExact } }`,
  );
  expect(exactly.data.workspace.tenants.count).toEqual({ value: tenants.totalCount, isExact: true });
  const refused = await ask(owner, 'tenants(first: 1) { count(atMost: 10001) { value } }');
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'atMost' });
});

interface CountedList {
  readonly totalCount: number;
  readonly count: { readonly value: number; readonly isExact: boolean };
}

it('clusters by reason over what the viewer can see, and lists each cluster’s tenants', async () => {
  const clusters =
    'reasonClusters(first: 50) { code tenantCount blockedCount reason { message } tenants { id } }';
  for (const name of ['owner', 'readonly'] as const) {
    const client = await app.as(name);
    const { data } = await ask(client, clusters);
    const found: { code: string; tenantCount: number; blockedCount: number; tenants: unknown[] }[] =
      data.workspace.reasonClusters;
    expect(found.find(({ code }) => code === 'permission.missing')?.tenantCount).toBe(1);
    expect(found.some(({ code }) => code === 'app.disabled')).toBe(name === 'owner');
    for (const { code, tenantCount, blockedCount, tenants } of found) {
      const filtered = await ask(client, `tenants(reason: "${code}") { totalCount }`);
      expect([code, filtered.data.workspace.tenants.totalCount]).toEqual([code, tenantCount]);
      expect(tenants).toHaveLength(Math.min(tenantCount, 3));
      expect(blockedCount).toBeLessThanOrEqual(tenantCount);
    }
    const shared = await ask(client, 'reasonClusters(first: 50, atLeast: 2) { code }');
    expect(shared.data.workspace.reasonClusters).toEqual(
      found.filter(({ tenantCount }) => tenantCount > 1).map(({ code }) => ({ code })),
    );
    const blocked = found.map(({ blockedCount }) => blockedCount);
    expect(blocked).toEqual([...blocked].sort((a, b) => b - a));
  }
});

it('tells how far the runs of a fleet are, as far as the viewer can see them', async () => {
  const { data: answer } = await owner.query(
    `mutation ($id: ID!) { startWorkspaceVerification(input: { workspaceId: $id }) {
      started blocked results { result run { id } } } }`,
    { id: workspaceId },
  );
  const { started, results } = answer.startWorkspaceVerification as {
    started: number;
    results: { result: string; run: { id: string } }[];
  };
  const runIds = results.filter(({ result }) => result === 'STARTED').map(({ run }) => run.id);
  const counts = 'verificationProgress(runIds: $runIds) { total waiting ready needsAttention blocked }';
  const mine = await ask(owner, counts, { runIds: [...runIds, ...runIds] });
  expect(mine.data.workspace.verificationProgress).toEqual({
    total: started,
    waiting: started,
    ready: 0,
    needsAttention: 0,
    blocked: 0,
  });
  const reader = await ask(await app.as('readonly'), counts, { runIds });
  // Of the four tenants they can see, one has no credential and was not started.
  expect(reader.data.workspace.verificationProgress.total).toBe(3);
  const refused = results.filter(({ result }) => result === 'BLOCKED').map(({ run }) => run.id);
  const ended = await ask(owner, counts, { runIds: refused });
  expect(ended.data.workspace.verificationProgress).toMatchObject({
    total: refused.length,
    waiting: 0,
    blocked: refused.length,
  });
  const tooMany = await ask(owner, counts, { runIds: Array.from({ length: 10_001 }, () => '1') });
  expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'runIds' });
});

it('tells day by day how each tenant stood, and for how many days it can be asked', async () => {
  const history = (days: number) =>
    `readinessHistory(days: ${days}) { days { day ready needsAttention blocked notVerified } tenants { tenantId letters } }`;
  const { data, errors } = await ask(
    owner,
    `${history(30)} tenants(first: 100, status: [ACTIVE, ONBOARDING]) { nodes { id } }`,
  );
  expect(errors).toBeUndefined();
  const { readinessHistory, tenants } = data.workspace as {
    readinessHistory: {
      days: { day: string; ready: number; needsAttention: number; blocked: number; notVerified: number }[];
      tenants: { tenantId: string; letters: string }[];
    };
    tenants: { nodes: { id: string }[] };
  };
  const ids = readinessHistory.tenants.map(({ tenantId }) => tenantId);
  expect(ids.toSorted()).toEqual(tenants.nodes.map(({ id }) => id).toSorted());
  expect(readinessHistory.days).toHaveLength(30);
  for (const { ready, needsAttention, blocked, notVerified } of readinessHistory.days)
    expect(ready + needsAttention + blocked + notVerified).toBe(ids.length);
  // The demo world was verified lately.
  expect(
    readinessHistory.tenants.some(({ letters }) => /^[RAB.]{30}$/.test(letters) && /[RAB]/.test(letters)),
  ).toBe(true);
  const { errors: refused } = await ask(owner, history(93));
  expect(refused?.[0]).toMatchObject({
    message: 'Ask for 1 to 92 days.',
    extensions: { code: 'BAD_USER_INPUT', field: 'days' },
  });
});
