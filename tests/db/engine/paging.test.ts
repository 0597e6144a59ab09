import fc from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../core/access/access.ts';
import type { Page, PageRequest } from '../../../core/page.ts';
import { createClient, createDatabase, type Database } from '../../../db/engine/client.ts';
import { pageWorkspaceMembers } from '../../../db/people/members.ts';
import { pageRuns } from '../../../db/runs/run-pages.ts';
import { orderDirections, tenantOrderFields } from '../../../core/tenants/tenant.ts';
import { pageTenants } from '../../../db/tenants/tenants.ts';
import { createTestDatabase } from '../../support/template-database.ts';

let database: Database;
let sql: postgres.Sql;
let workspaces = 0;
beforeAll(async () => {
  const { connection } = await createTestDatabase();
  database = createDatabase({ connection, maxConnections: 2, applicationName: 'paging' });
  sql = createClient({ connection, maxConnections: 1, applicationName: 'paging' });
  await sql`insert into users (email, display_name) values ('o@x.example', 'O')`;
});
afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const viewer: Viewer = { userId: 1, workspaceId: null, scopes: null };

async function createWorkspace(): Promise<number> {
  workspaces += 1;
  const [row] = await sql<{ id: string }[]>`
    insert into workspaces (name, slug) values ('W', ${`w-${workspaces}`}) returning id`;
  const id = Number(row?.id);
  await sql`insert into workspace_memberships (workspace_id, user_id, role) values (${id}, 1, 'owner')`;
  return id;
}

/** A list of the program, and how something gets into it while someone pages through. */
interface List {
  read(workspaceId: number, page: PageRequest): Promise<Page<{ readonly id: number }>>;
  insert(workspaceId: number, name: string): Promise<number>;
}

const everything = {
  tenantId: null,
  types: null,
  outcome: null,
  search: null,
  readiness: null,
  status: null,
};
const idOf = (rows: readonly { id: string }[]) => Number(rows[0]?.id);

/** Tenants in every order, with ranks that many of them share: some were never verified, the others in one of two ways. */
function tenantLists(): Readonly<Record<string, List>> {
  const orders = tenantOrderFields.flatMap((field) =>
    orderDirections.map((direction) => ({ field, direction })),
  );
  return Object.fromEntries(
    orders.map((order): [string, List] => [
      `tenants by ${order.field} ${order.direction}`,
      {
        read: (workspaceId, page) =>
          pageTenants(database.db, viewer, { ...everything, workspaceId, order }, page),
        async insert(workspaceId, name) {
          const id = idOf(
            await sql`insert into tenants (workspace_id, name) values (${workspaceId}, ${name}) returning id`,
          );
          if (id % 3 > 0)
            await sql`insert into operation_runs (workspace_id, tenant_id, type, status)
            values (${workspaceId}, ${id}, 'provider.connection.check', 'queued')`;
          return id;
        },
      },
    ]),
  );
}

const lists: Readonly<Record<string, List>> = {
  ...tenantLists(),
  runs: {
    read: (workspaceId, page) => pageRuns(database.db, viewer, { ...everything, workspaceId }, page),
    insert: async (workspaceId) =>
      idOf(
        await sql`insert into operation_runs (workspace_id, type) values (${workspaceId}, 'inventory.sync') returning id`,
      ),
  },
  members: {
    read: async (workspaceId, request) => {
      const { edges, ...ends } = await pageWorkspaceMembers(database.db, viewer, workspaceId, request);
      return { ...ends, edges: edges.map(({ cursor, node }) => ({ cursor, node: node.user })) };
    },
    insert: async (workspaceId, name) => {
      const id = idOf(await sql`insert into users (display_name) values (${name}) returning id`);
      await sql`insert into workspace_memberships (workspace_id, user_id, role) values (${workspaceId}, ${id}, 'readonly')`;
      return id;
    },
  },
};

/** Also equal names, names that differ in case only, and all of Unicode but NUL, which PostgreSQL's text cannot hold. */
const names = fc.oneof(
  fc.constantFrom('a', 'A', 'b', 'ab', 'Ä', '%', '_', '"', '\\'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map((name) => `n${name.replaceAll('\0', '')}`),
);

/** From the end, page by page, the same items in the same order; and each page knows what lies on either side. */
async function readsTheSameBackwards(list: List, workspaceId: number, last: number): Promise<void> {
  const all = await list.read(workspaceId, { first: 100, after: null });
  const read: Page<{ readonly id: number }>['edges'][number][] = [];
  for (let before: string | null = null, more = true; more;) {
    const page: Page<{ readonly id: number }> = await list.read(workspaceId, { last, before });
    expect(page.hasNextPage).toBe(before !== null);
    read.unshift(...page.edges);
    [before, more] = [page.edges[0]?.cursor ?? null, page.hasPreviousPage];
  }
  expect(read).toEqual(all.edges);
  const [, second] = all.edges;
  if (second === undefined) return;
  const behind = await list.read(workspaceId, { first: 1, after: all.edges[0]?.cursor ?? '' });
  expect(behind).toMatchObject({ hasPreviousPage: true, edges: [second] });
  const ahead = await list.read(workspaceId, { last: 1, before: second.cursor });
  expect(ahead).toEqual({ hasPreviousPage: false, hasNextPage: true, edges: [all.edges[0]] });
}

describe('paging', () => {
  it.for(Object.keys(lists))(
    '%s: whatever is inserted in the meantime, what was there comes exactly once and in order',
    async (name) => {
      const list = lists[name];
      if (list === undefined) throw new Error(name);
      const plan = fc.record({
        before: fc.array(names, { maxLength: 12 }),
        between: fc.array(fc.array(names, { maxLength: 2 }), { maxLength: 5 }),
        first: fc.integer({ min: 1, max: 5 }),
      });
      await fc.assert(
        fc.asyncProperty(plan, async ({ before, between, first }) => {
          const workspaceId = await createWorkspace();
          for (const one of before) await list.insert(workspaceId, one);
          const there = (await list.read(workspaceId, { first: 100, after: null })).edges.map(
            ({ node }) => node.id,
          );
          const seen: number[] = [];
          let after: string | null = null;
          for (let page = 0, more = true; more; page += 1) {
            const { edges, hasNextPage }: Page<{ readonly id: number }> = await list.read(workspaceId, {
              first,
              after,
            });
            seen.push(...edges.map(({ node }) => node.id));
            after = edges.at(-1)?.cursor ?? null;
            more = hasNextPage;
            for (const one of between[page] ?? []) await list.insert(workspaceId, one);
          }
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.filter((id) => there.includes(id))).toEqual(there);
          await readsTheSameBackwards(list, workspaceId, first);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('refuses cursors that are not its own and never hands them to PostgreSQL', async () => {
    const workspaceId = await createWorkspace();
    const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const after of [
      '',
      'x',
      forge(['a']),
      forge([1, 'a']),
      forge(['a\0', 1]),
      forge(['a', 1e300]),
      forge({}),
      forge(null),
    ]) {
      const read = lists['tenants by name asc']?.read(workspaceId, { first: 1, after });
      await expect(read).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'after' } });
      const back = lists['tenants by name asc']?.read(workspaceId, { last: 1, before: after });
      await expect(back).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'before' } });
    }
  });

  it('refuses a cursor in every order but its own', async () => {
    const workspaceId = await createWorkspace();
    const orders = Object.values(tenantLists());
    for (const name of ['a', 'b']) await orders[0]?.insert(workspaceId, name);
    for (const own of orders) {
      const after = (await own.read(workspaceId, { first: 1, after: null })).edges[0]?.cursor ?? '';
      for (const order of orders) {
        const read = order.read(workspaceId, { first: 1, after });
        if (order === own) expect((await read).edges).toHaveLength(1);
        else {
          await expect(read).rejects.toMatchObject({
            code: 'BAD_USER_INPUT',
            message: expect.stringContaining('another orderBy') as string,
          });
        }
      }
    }
  });
});
