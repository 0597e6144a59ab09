import { print, type DocumentNode } from 'graphql';
import * as web from '../../web/gql/graphql.ts';
import { calibrate, median, round, type BenchOptions, type Row } from '../row.ts';
import { findWorkspace } from '../latest/bench-latest.ts';
import { listTenants } from '../start/bench-start.ts';
import { openDatabase, type BenchDatabase } from '../world/database.ts';
import { world } from '../world/fill.ts';
import { startProduct } from '../world/processes.ts';

/**
 * B6: the viewer's own documents, counts included, asked one after the other by one caller, in databases that differ in
 * nothing but the number of runs. A page is to take no longer among a million runs than among ten thousand.
 */
export async function benchGrowth({ runs, smoke }: BenchOptions): Promise<readonly Row[]> {
  const sizes = smoke ? [runs] : [10_000, 100_000, 1_000_000].filter((size) => size <= runs);
  const asked = smoke ? 1 : 15;
  const rows: Row[] = [];
  const smallest = new Map<string, number>();
  for (const size of sizes) {
    await using stack = new AsyncDisposableStack();
    const database = stack.use(await openDatabase(size, console.error));
    const { url } = await startProduct(database, { roles: 'api' }, stack);
    rows.push({ id: 'B6', subject: `calibration, ${size} runs`, figure: round(calibrate(), 1), unit: 'ms' });
    for (const [name, { document, variables }] of Object.entries(await listPages(database))) {
      const figure = round(await time(url, name, { document, variables }, asked), 1);
      const small = smallest.get(name) ?? figure;
      smallest.set(name, small);
      const ratio = round(figure / small);
      const against = { ratio, against: `${sizes[0]} runs`, wanted: '≤ 1.2', ok: ratio <= 1.2 };
      const row: Row = { id: 'B6', subject: `${name}, ${size} runs`, figure, unit: 'ms' };
      rows.push(size === sizes[0] ? row : { ...row, ...against });
    }
  }
  return rows;
}

interface Asked {
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

async function listPages(database: BenchDatabase): Promise<Record<string, Asked>> {
  const id = await findWorkspace(database);
  const [tenant = ''] = await listTenants(database);
  const [run] = await database.sql<{ id: string; connection: string }[]>`
    select id, provider_connection_id as connection from operation_runs
    where tenant_id = ${tenant} and type = 'provider.connection.check' order by id desc limit 1`;
  const runs = { id, first: 50, tenant, ofOneTenant: false };
  const counts = { id, runIds: [], withFleet: false };
  const tenants = { id, first: 50 };
  const ask = (document: unknown, variables: Record<string, unknown>): Asked => ({
    document: document as DocumentNode,
    variables,
  });
  return {
    home: ask(web.HomePageDocument, {}),
    overview: ask(web.WorkspacePageDocument, tenants),
    'overview, blocked': ask(web.WorkspacePageDocument, { ...tenants, readiness: ['BLOCKED'] }),
    'overview, by urgency': ask(web.WorkspacePageDocument, {
      ...tenants,
      orderBy: { field: 'READINESS', direction: 'ASC' },
    }),
    'overview, search': ask(web.WorkspacePageDocument, { ...tenants, search: '0042' }),
    'overview counts': ask(web.WorkspaceCountsDocument, counts),
    tenant: ask(web.TenantPageDocument, { id: tenant, historyFirst: 10 }),
    run: ask(web.RunPageDocument, { id: run?.id }),
    connection: ask(web.ConnectionPageDocument, { id: run?.connection }),
    operations: ask(web.OperationsPageDocument, runs),
    'operations of a tenant': ask(web.OperationsPageDocument, {
      ...runs,
      tenantId: tenant,
      ofOneTenant: true,
    }),
    'operations, blocked': ask(web.OperationsPageDocument, { ...runs, outcome: ['BLOCKED'] }),
    'operations, none match': ask(web.OperationsPageDocument, { ...runs, outcome: ['CANCELLED'] }),
    findings: ask(web.FindingsPageDocument, { ...runs }),
    'findings, high': ask(web.FindingsPageDocument, { ...runs, severity: ['HIGH'] }),
    'audit log': ask(web.AuditLogPageDocument, { id, first: 50 }),
    'tenant picker': ask(web.TenantPickerDocument, { workspaceId: id, first: 20 }),
  };
}

async function time(
  url: string,
  name: string,
  { document, variables }: Asked,
  asked: number,
): Promise<number> {
  const body = JSON.stringify({ query: print(document), variables });
  const times: number[] = [];
  // The first one plans and prepares.
  for (let turn = 0; turn <= asked; turn += 1) {
    const startedAt = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.token}` },
      body,
    });
    const text = await response.text();
    times.push(performance.now() - startedAt);
    if (response.status !== 200 || text.includes('"errors"'))
      throw new Error(`${name}: ${response.status} ${text.slice(0, 500)}`);
  }
  return median(times.slice(1));
}
