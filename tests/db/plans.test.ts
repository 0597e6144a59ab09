import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../core/access.ts';
import { verificationType } from '../../core/operation-types.ts';
import { createClient, type Db } from '../../db/client.ts';
import { listLatestRuns } from '../../db/runs.ts';
import { countTenants, pageTenants, type TenantFilter } from '../../db/tenants.ts';
import { getVerificationOverview } from '../../db/workspaces.ts';
import { createTestDatabase } from '../support/template-database.ts';

/**
 * What PostgreSQL does with the program's own statements: looking at one tenant's latest attempt must not depend on how
 * many runs there are.
 */
let sql: postgres.Sql;
let asked: { query: string; params: unknown[] }[] = [];
let db: Db;
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  sql = createClient({ connection, maxConnections: 1, applicationName: 'plans' });
  await sql.unsafe(world);
  db = drizzle({
    client: createClient({ connection, maxConnections: 1, applicationName: 'plans' }),
    logger: { logQuery: (query, params) => void asked.push({ query, params }) },
  });
});
afterAll(async () => {
  await sql.end();
  await (db as unknown as { $client: postgres.Sql }).$client.end();
});

const tenants = 1000;
const runsPerTenant = 20;
const world = `
  insert into workspaces (name, slug) values ('W', 'w');
  insert into users (email, display_name) values ('o@x.example', 'O'), ('m@x.example', 'M');
  insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner'), (1, 2, 'operator');
  insert into tenants (workspace_id, name) select 1, 'T' || i from generate_series(1, ${tenants}) i;
  insert into tenant_memberships (tenant_id, user_id, role) select id, 2, 'operator' from tenants;
  alter table operation_runs disable trigger user;
  insert into operation_runs (workspace_id, tenant_id, type, status, outcome, completed_at, report_overall, context)
    select 1, 1 + i % ${tenants}, '${verificationType}', 'completed', 'succeeded', now(), 'ready', '{"verification_report": {}}'
    from generate_series(1, ${tenants * runsPerTenant}) i;
  alter table operation_runs enable trigger user;
  analyze;
`;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

/** How the statement reads operation_runs, and the most rows one look has returned. */
async function looksAtRuns(ask: () => Promise<unknown>): Promise<{ by: Set<string>; mostRows: number }> {
  asked = [];
  await ask();
  const [statement] = asked;
  if (statement === undefined || asked.length !== 1) throw new Error('not one statement');
  const rows = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
    `explain (analyze, format json) ${statement.query}`,
    statement.params as postgres.ParameterOrJSON<never>[],
  );
  const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => flatten(Plan)));
  const looks = nodes.filter((node) => node['Relation Name'] === 'operation_runs');
  return {
    by: new Set(looks.map((node) => node['Index Name'] ?? node['Node Type'])),
    mostRows: Math.max(...looks.map((node) => node['Actual Rows'])),
  };
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

const oneLookupATenant = { by: new Set(['operation_runs_tenant_type_idx']), mostRows: 1 };
const filter: TenantFilter = { workspaceId: 1, search: null, status: null, readiness: ['ready', 'blocked'] };

describe.for([
  ['an owner', 1],
  ['a member', 2],
] as const)('for %s', ([, userId]) => {
  const viewer: Viewer = { userId, workspaceId: null, scopes: null };

  it('latestVerification of a page is one index lookup a tenant', async () => {
    const ids = Array.from({ length: 50 }, (_, i) => i + 1);
    expect(await looksAtRuns(() => listLatestRuns(db, viewer, verificationType, ids))).toEqual(
      oneLookupATenant,
    );
  });

  it('the readiness filter is one index lookup a tenant', async () => {
    const page = { first: 50, after: null };
    expect(await looksAtRuns(() => pageTenants(db, viewer, filter, page))).toEqual(oneLookupATenant);
    expect(await looksAtRuns(() => countTenants(db, viewer, filter))).toEqual(oneLookupATenant);
  });

  it('the overview is one index lookup a tenant', async () => {
    expect(await looksAtRuns(() => getVerificationOverview(db, viewer, 1))).toEqual(oneLookupATenant);
  });
});
