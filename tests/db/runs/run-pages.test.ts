import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../../core/access/access.ts';
import { findingSeverities, findingStatuses } from '../../../core/inventory/findings.ts';
import { runOutcomes, runStatuses, type RunFilter } from '../../../core/runs/run.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { countFindings, pageFindings } from '../../../db/inventory/findings.ts';
import { countRuns, pageRuns } from '../../../db/runs/run-pages.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { createTestDatabase } from '../../support/template-database.ts';

/** Lists that are put together from several index lookups find what a plain filter finds: each row once, newest first. */

let database: Database;
let test: TestSql;
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'run-pages' });
  test = openSql(connection);
  const { sql } = test;
  await sql`insert into workspaces (name, slug) values ('One', 'one')`;
  await sql`insert into users (display_name) values ('Owner')`;
  await sql`insert into workspace_memberships (workspace_id, user_id, role) values (1, 1, 'owner')`;
  await sql`insert into tenants (workspace_id, name) select 1, 'Tenant ' || n from generate_series(1, 3) n`;
  await sql`insert into provider_connections (workspace_id, tenant_id, entra_tenant_id, display_name)
    values (1, 1, '00000000-0000-0000-0000-000000000001', 'Microsoft')`;
  await sql`
    insert into operation_runs (workspace_id, tenant_id, type, status, outcome, started_at, completed_at)
    select 1, 1 + n % 3, (array['inventory.sync', 'entra.groups.sync'])[1 + n % 2], status, outcome, now(),
      case when status = 'completed' then now() end
    from (select n, (array['queued', 'running', 'completed', 'completed', 'completed'])[1 + n % 5] as status from generate_series(1, 90) n) each
    cross join lateral (select case when status = 'completed'
      then (array['succeeded', 'failed', 'blocked', 'cancelled'])[1 + n % 4] else 'pending' end as outcome) chosen
    order by n`;
  await sql`
    insert into findings (workspace_id, tenant_id, provider_connection_id, operation_run_id, kind, external_id, change, title,
      severity, fingerprint, status, acknowledged_by_user_id, acknowledged_at, acknowledgement_reason)
    select 1, 1, 1, 1, 'groups', 'g' || n, 'changed', 'Group', (array['low', 'medium', 'high'])[1 + n % 3],
      encode(sha256(n::text::bytea), 'hex'), case when n % 2 = 0 then 'new' else 'acknowledged' end,
      case when n % 2 = 1 then 1 end, case when n % 2 = 1 then now() end, case when n % 2 = 1 then 'known' end
    from generate_series(1, 40) n order by n`;
});
afterAll(async () => {
  await test[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const viewer: Viewer = { userId: 1, workspaceId: null, scopes: null };
/** Also nothing, and the same value twice: both arrive from callers. */
const someOf = <T>(values: readonly T[]) => fc.option(fc.array(fc.constantFrom(...values), { maxLength: 3 }));
const first = fc.integer({ min: 1, max: 60 });
const fits = <T>(wanted: readonly T[] | null, value: T) => wanted === null || wanted.includes(value);

it('pages and counts of runs', async () => {
  const all = await pageRuns(
    database.db,
    viewer,
    { ...unfiltered, workspaceId: 1 },
    { first: 100, after: null },
  );
  const filters = fc.record({
    types: someOf(['inventory.sync', 'entra.groups.sync', 'provider.connection.check'] as const),
    status: someOf(runStatuses),
    outcome: someOf(runOutcomes),
    tenantId: fc.constantFrom(null, null, 2),
  });
  await fc.assert(
    fc.asyncProperty(filters, first, async (filter, size) => {
      const asked: RunFilter = { workspaceId: 1, ...filter };
      const wanted = all.edges
        .map(({ node }) => node)
        .filter(
          (run) =>
            fits(filter.types, run.type) &&
            fits(filter.status, run.status) &&
            fits(filter.outcome, run.outcome) &&
            (filter.tenantId === null || run.tenantId === filter.tenantId),
        )
        .map(({ id }) => id);
      const page = await pageRuns(database.db, viewer, asked, { first: size, after: null });
      expect(page.edges.map(({ node }) => node.id)).toEqual(wanted.slice(0, size));
      expect(page.hasNextPage).toBe(wanted.length > size);
      expect(await countRuns(database.db, viewer, asked)).toBe(wanted.length);
      expect(await countRuns(database.db, viewer, asked, size)).toBe(Math.min(size, wanted.length));
    }),
    { numRuns: 60 },
  );
});

it('pages and counts of findings', async () => {
  const unfilteredFindings = { workspaceId: 1, tenantId: null, status: null, severity: null };
  const all = await pageFindings(database.db, viewer, unfilteredFindings, { first: 100, after: null });
  const filters = fc.record({ status: someOf(findingStatuses), severity: someOf(findingSeverities) });
  await fc.assert(
    fc.asyncProperty(filters, first, async ({ status, severity }, size) => {
      const asked = { ...unfilteredFindings, status, severity };
      const wanted = all.edges
        .map(({ node }) => node)
        .filter((finding) => fits(status, finding.status) && fits(severity, finding.severity))
        .map(({ id }) => id);
      const page = await pageFindings(database.db, viewer, asked, { first: size, after: null });
      expect(page.edges.map(({ node }) => node.id)).toEqual(wanted.slice(0, size));
      expect(await countFindings(database.db, viewer, asked)).toBe(wanted.length);
      expect(await countFindings(database.db, viewer, asked, size)).toBe(Math.min(size, wanted.length));
    }),
    { numRuns: 40 },
  );
});

const unfiltered = { tenantId: null, types: null, status: null, outcome: null };
