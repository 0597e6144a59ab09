import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../db/engine/client.ts';
import { createView, type Pace } from '../../flows/view.ts';
import { buildSchema } from '../../schema/build.ts';
import { createLoaders } from '../../schema/loaders.ts';
import { createBudget, withBudget } from '../../server/graphql/budget.ts';
import { openSql, type TestSql } from '../support/sql.ts';
import { createDemoDatabase } from '../support/template-database.ts';

/** The same run in four places, its report and its timeline. */
const whole = `query ($id: ID!) { operationRun(id: $id) {
  id version events { seq } verificationReport { generatedAt } targetScope { entraTenantName }
  tenant { latestVerification { version events { seq } } operationRuns(first: 1) { nodes { version events { seq } } }
    workspace { tenants(first: 100) { nodes { latestVerification { id version } } } } } } }`;

const stack = new AsyncDisposableStack();
let test: TestSql;
let db: Db;
let userId: number;
let runId: number;

beforeAll(async () => {
  const { connection } = await createDemoDatabase();
  test = stack.use(openSql(connection));
  db = stack.use(createDatabase({ connection, maxConnections: 2, applicationName: 'test' })).db;
  const [user] = await test.sql`select id::int from users where email = 'owner@northwind.example'`;
  userId = user?.['id'] as number;
  const [model] = await test.sql`
    insert into operation_runs (workspace_id, tenant_id, type, status, context, started_at, attempt, last_event_seq)
    select workspace_id, tenant_id, type, 'running',
      jsonb_set(context, '{verification_report,generated_at}', '"2026-01-01T00:00:01.000Z"')
        || '{"target_scope": {"entra_tenant_id": "one", "entra_tenant_name": "1"}}', started_at, 1, 1
    from operation_runs where report_overall is not null and not is_rehearsal order by id limit 1 returning id::int`;
  runId = model?.['id'] as number;
  await test.sql`insert into operation_run_events (run_id, seq, kind, message) values (${runId}, 1, 'queued', 'Queued.')`;
});
afterAll(async () => {
  await stack.disposeAsync();
});

/** The next version, with another report, another line in the timeline and another name of the directory. */
async function moveOn(): Promise<void> {
  await test.sql`with moved as (
      update operation_runs set last_event_seq = last_event_seq + 1,
        context = jsonb_set(jsonb_set(context, '{target_scope,entra_tenant_name}', to_jsonb((version + 1)::text)),
          '{verification_report,generated_at}', to_jsonb('2026-01-01T00:00:' || lpad((version + 1)::text, 2, '0') || '.000Z'))
      where id = ${runId} returning id, last_event_seq)
    insert into operation_run_events (run_id, seq, kind, message) select id, last_event_seq, 'started', 'On.' from moved`;
}

interface Shown {
  readonly version: number;
  readonly events: readonly { readonly seq: number }[];
}

it('an answer shows one version of a run, wherever it shows it, while the run moves on between its reads', async () => {
  let reads = 0;
  const pace: Pace = async (read) => {
    const answer = await read();
    reads += 1;
    await moveOn();
    return answer;
  };
  const view = createView({ db, now: () => new Date() }, { userId, workspaceId: null, scopes: null }, pace);
  const budget = createBudget();
  const contextValue = {
    budget,
    view,
    loaders: createLoaders(view, budget),
    signIn: { viewer: view.viewer },
  };
  const { data, errors } = await graphql({
    schema: withBudget(buildSchema()),
    source: whole,
    variableValues: { id: String(runId) },
    contextValue,
  });
  expect(errors).toBeUndefined();
  expect(reads).toBeGreaterThan(3);
  const run = (data as { operationRun: Shown & Record<string, unknown> }).operationRun;
  const { version } = run;
  const second = String(version).padStart(2, '0');
  const tenant = run['tenant'] as {
    readonly latestVerification: Shown;
    readonly operationRuns: { readonly nodes: readonly Shown[] };
    readonly workspace: {
      readonly tenants: { readonly nodes: readonly { readonly latestVerification: Latest }[] };
    };
  };
  const shown = [run, tenant.latestVerification, ...tenant.operationRuns.nodes];
  expect(shown.map((one) => [one.version, one.events.length])).toEqual(shown.map(() => [version, version]));
  expect(run['verificationReport']).toEqual({ generatedAt: new Date(`2026-01-01T00:00:${second}.000Z`) });
  expect(run['targetScope']).toEqual({ entraTenantName: second.replace(/^0/, '') });
  const listed = tenant.workspace.tenants.nodes.map((node) => node.latestVerification);
  expect(listed.filter((latest) => latest?.id === run['id']).map((latest) => latest?.version)).toEqual([
    version,
  ]);
});

type Latest = { readonly id: string; readonly version: number } | null;
