import { drizzle } from 'drizzle-orm/postgres-js';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../core/access/access.ts';
import { createClient, type Db } from '../../db/engine/client.ts';
import { createView } from '../../flows/view.ts';
import { createBudget, withBudget } from '../../server/graphql/budget.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLoaders } from '../../schema/loaders.ts';
import { openSql } from '../support/sql.ts';
import { createDemoDatabase } from '../support/template-database.ts';

const page = `query ($first: Int!) { viewer { workspaces { tenants(first: $first) { totalCount
  nodes { id name readiness readinessBadge { label } workspace { id } capabilities
    defaultProviderConnection { id activeRun { id } credential { expiresAt } }
    latestVerification { id status outcome outcomeBadge { label } url initiator { displayName }
      providerConnection { id } targetScope { entraTenantId } nextSteps { url }
      verificationReport { fingerprint summary { overall counts { fail } } checks { key } } } } } } } }`;

let stack: AsyncDisposableStack;
let db: Db;
let viewer: Viewer;
let statements: string[] = [];

/** A hundred tenants beside the demo's, each with a run and its report like the demo's first. */
beforeAll(async () => {
  stack = new AsyncDisposableStack();
  const { connection } = await createDemoDatabase();
  const { sql } = stack.use(openSql(connection));
  await sql`with model as (
      select * from operation_runs where report_overall is not null order by id limit 1
    ), added as (
      insert into tenants (workspace_id, name, status)
      select workspace_id, 'Tenant ' || n, 'active' from model, generate_series(1, 100) n returning id, workspace_id
    ) insert into operation_runs (workspace_id, tenant_id, type, status, outcome, context, completed_at, initiator_user_id)
    select added.workspace_id, added.id, type, status, outcome, context, completed_at, initiator_user_id
    from added, model`;
  const [user] = await sql`select id::int from users where email = 'owner@northwind.example'`;
  viewer = { userId: user?.['id'] as number, workspaceId: null, scopes: null };
  const client = createClient({ connection, maxConnections: 4, applicationName: 'test' });
  stack.defer(() => client.end());
  db = drizzle({ client, logger: { logQuery: (text) => statements.push(text) } });
});
afterAll(async () => {
  await stack.disposeAsync();
});

async function ask(first: number): Promise<{ nodes: number; statements: string[] }> {
  statements = [];
  const view = createView({ db, now: () => new Date() }, viewer);
  const budget = createBudget();
  const context = {
    budget,
    view,
    loaders: createLoaders(view, budget),
    signIn: { viewer },
    publicUrl: 'http://here',
  };
  const { data, errors } = await graphql({
    schema: withBudget(buildSchema()),
    source: page,
    variableValues: { first },
    contextValue: context,
  });
  expect(errors).toBeUndefined();
  const [workspace] = (data as { viewer: { workspaces: [{ tenants: { nodes: unknown[] } }] } }).viewer
    .workspaces;
  return { nodes: workspace.tenants.nodes.length, statements };
}

it('a page of 100 tenants with their latest verification takes as many statements as a page of 3', async () => {
  const [small, large] = [await ask(3), await ask(100)];
  expect([small.nodes, large.nodes]).toEqual([3, 100]);
  expect(large.statements).toHaveLength(small.statements.length);
  expect(large.statements.length).toBeGreaterThan(3);
});
