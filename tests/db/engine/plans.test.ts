import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';
import { explain, listen, type Listener, type PlanNode } from './explained.ts';
import { fillDatabase } from './filled-database.ts';
import { samples, type Sample } from './plan-samples.ts';

let test: TestSql;
let listener: Listener;
const usedIndexes = new Set<string>();

beforeAll(async () => {
  const { connection } = await createTestDatabase();
  test = openSql(connection);
  await fillDatabase(test.sql);
  // The table of the queue, which reading orphans joins.
  await test.sql`create schema if not exists pgboss`;
  await test.sql`create table if not exists pgboss.job (name text, id uuid, state text, blocked boolean, start_after timestamptz, completed_on timestamptz, data jsonb)`;
  listener = listen(connection);
}, 120_000);
afterAll(async () => {
  await listener[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

/** They have a row for everything that ever happened; the others one for each tenant or person. */
const growing = new Set([
  'operation_runs',
  'operation_run_events',
  'verification_check_acknowledgements',
  'findings',
  'inventory_items',
  'audit_entries',
  'backup_sets',
  'policies',
  'policy_spans',
  'policy_versions',
  'schedule_runs',
  'tenant_days',
  'events',
]);

/** How many rows a sort may take in, and a filter or a recheck throw away, where a sample says nothing else. */
const waste = 60;

function faultsOf(nodes: readonly PlanNode[], { mayWaste = waste, readsAll }: Sample): string[] {
  return nodes.flatMap((node) => {
    const type = node['Node Type'];
    const table = node['Relation Name'] ?? '';
    const loops = node['Actual Loops'];
    const removed =
      ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * loops;
    const sorted = type.endsWith('Sort') ? Math.max(...(node.Plans ?? []).map(rowsOf)) : 0;
    return [
      ...(type === 'Seq Scan' && growing.has(table) && readsAll !== true ? [`Seq Scan on ${table}`] : []),
      ...(sorted > mayWaste ? [`Sort of ${sorted} rows`] : []),
      ...(removed > mayWaste && readsAll !== true ? [`${type} on ${table} removed ${removed} rows`] : []),
    ];
  });
}

const rowsOf = (node: PlanNode) => node['Actual Rows'] * node['Actual Loops'];

async function faultsOfAll(name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const sample of samples[name] ?? []) {
    for (const statement of await listener.statementsOf(sample.call)) {
      const nodes = await explain(test.sql, statement);
      for (const index of nodes.flatMap((node) => node['Index Name'] ?? [])) usedIndexes.add(index);
      faults.push(...faultsOf(nodes, sample).map((fault) => `${fault}: ${statement.text}`));
    }
  }
  return faults;
}

/** Functions of db/ that answer a list, a latest or a count, by their names. */
function listStatements(): string[] {
  const rooms = [
    'access',
    'backup',
    'connections',
    'inventory',
    'onboarding',
    'people',
    'runs',
    'schedules',
    'tenants',
    'verification',
  ];
  const named = /(?:^export async function |createRead\(\s*')((?:list|page|count|get)[A-Z]\w*)/gm;
  const names = rooms.flatMap((room) =>
    readdirSync(join('db', room)).flatMap((file) =>
      [...readFileSync(join('db', room, file), 'utf8').matchAll(named)].map(([, name]) => name ?? ''),
    ),
  );
  return [...new Set(names)].sort();
}

describe('on a filled database', () => {
  it('has a sample of every list, latest and count', () => {
    expect(listStatements().filter((name) => samples[name] === undefined)).toEqual([]);
    expect(listStatements().length).toBeGreaterThan(40);
  });

  it.each(Object.keys(samples))('%s reads what it answers, and in order', async (name) => {
    expect(await faultsOfAll(name)).toEqual([]);
  });

  it('names its statements', async () => {
    const statements = await listener.statementsOf(async (db) => {
      for (const name of ['pageRuns', 'countRuns', 'listLatestRuns', 'pageFindings', 'pageAuditEntries'])
        for (const { call } of samples[name] ?? []) await call(db);
    });
    for (const { text } of statements) expect(text).toMatch(/^\/\* \w+ \*\/ /);
  });

  it('has no index on the large tables that serves nothing', async () => {
    const indexes = await test.sql<{ name: string }[]>`
      select index.relname as name from pg_index join pg_class index on index.oid = indexrelid
      join pg_class of_table on of_table.oid = indrelid
      where of_table.relname in ('operation_runs', 'findings', 'audit_entries', 'backup_sets', 'policies', 'policy_spans') and not indisunique order by 1`;
    expect(indexes.map(({ name }) => name).filter((name) => !usedIndexes.has(name))).toEqual(servesWrites);
  });

  it('notices an index that cannot give the order that is asked for', async () => {
    await test.sql`drop index operation_runs_tenant_type_idx`;
    await test.sql`create index operation_runs_tenant_type_idx on operation_runs
      (tenant_id, type, id desc nulls last) where not is_rehearsal`;
    expect(await faultsOfAll('listLatestRuns')).not.toEqual([]);
  });
});

/** Asked by foreign keys and by the live hub, not by a list. */
const servesWrites = [
  'findings_acknowledged_by_idx',
  'findings_connection_idx',
  'findings_run_idx',
  'operation_runs_workspace_ended_idx',
  'policy_spans_version_idx',
];
