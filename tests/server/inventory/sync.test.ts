import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scenarios from '../../../sandbox/scenarios.json' with { type: 'json' };
import type { ApiClient } from '../../support/api-client.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

const start = `mutation ($type: String!, $id: ID!, $acceptRemovals: Boolean!) {
  startOperation(input: { type: $type, tenantId: $id, acceptRemovals: $acceptRemovals }) { result run { id } }
}`;
const follow = `subscription ($id: ID!) {
  operationRun(id: $id) { status outcome originStatus originStatusBadge { label } progress { completed total unit } summaryCounts
    failureSummary { code reasonCode } events { kind message } verificationReport { fingerprint } }
}`;
const lookInto = `query ($id: ID!) { tenant(id: $id) {
  inventory(first: 100, includeGone: true) { totalCount nodes { kind name firstSeenAt lastSeenAt goneAt } }
  findings(first: 100) { totalCount nodes { id change title severity status severityBadge { label }
    tenant { id } run { id } acknowledgedBy { displayName } acknowledgementReason } }
} }`;

interface Item {
  readonly id: string;
  readonly displayName: string;
  readonly lastModifiedDateTime?: string;
}

interface Synced {
  readonly summaryCounts: Readonly<Record<string, number>>;
  readonly failureSummary: readonly { readonly reasonCode: string }[];
  readonly events: readonly { readonly kind: string }[];
}
interface Looked {
  readonly inventory: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly goneAt: string | null }[];
  };
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly change: string }[];
  };
}
interface FindingPage {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let app: TestApp;
let database: TestSql;
let owner: ApiClient;
beforeAll(async () => {
  app = await startTestApp();
  database = openSql(app.connection);
  owner = await app.as('owner');
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

async function sync(type: string, tenant: string, { acceptRemovals = false } = {}): Promise<Synced> {
  const { data } = await owner.query(start, { type, id: await app.tenantId(tenant), acceptRemovals });
  let last: Synced | undefined;
  for await (const event of owner.subscribe(follow, { id: data.startOperation.run.id })) {
    last = event.data.operationRun as Synced;
  }
  if (last === undefined) throw new Error('the stream ended before it began');
  return last;
}

async function look(tenant: string): Promise<Looked> {
  return (await owner.query(lookInto, { id: await app.tenantId(tenant) })).data.tenant as Looked;
}

async function control(action: string, input: Record<string, unknown>): Promise<void> {
  const [method = '', path = ''] = action.split(' ');
  const body = JSON.stringify(input);
  const { status } = await fetch(`${app.sandboxOrigin}/_control/${path}`, { method, body });
  expect(status).toBe(204);
}

/** Makes the directory of a tenant hold exactly these. */
async function put(tenant: string, path: string, items: readonly Item[]): Promise<void> {
  await control('POST collections', { tenantId: directoryOf(tenant), path, items });
}

function directoryOf(tenant: string): string | undefined {
  return scenarios.find(({ name }) => name === tenant)?.tenantId;
}

const apps = '/deviceAppManagement/mobileApps';
const profiles = '/deviceManagement/deviceConfigurations';
const app1 = { id: 'app-1', displayName: 'Portal', lastModifiedDateTime: '2026-01-01T00:00:00Z' };

describe('an inventory sync', () => {
  it('keeps what it read through all pages, with a count per kind, and finds nothing odd in a first reading', async () => {
    const many = Array.from({ length: 230 }, (_, i) => ({ id: `p${i}`, displayName: `Profile ${i}` }));
    await put('healthy', profiles, many);
    await put('healthy', '/deviceManagement/configurationPolicies', [
      { id: 'c1', displayName: 'Encryption' },
    ]);
    await put('healthy', apps, [app1]);
    const run = await sync('inventory.sync', 'healthy');
    expect(run).toMatchObject({
      outcome: 'SUCCEEDED',
      originStatus: 'success',
      originStatusBadge: { label: 'Success' },
      progress: { completed: 5, total: 5, unit: 'collections' },
      // Of the settings catalog comes one more profile, and scripts lie in two places.
      summaryCounts: { configuration_profiles: 231, apps: 1, scripts: 2, findings: 0, gone: 0 },
      failureSummary: [],
      verificationReport: null,
    });
    const kinds = run.events.map(({ kind }) => kind);
    expect(kinds).toEqual(['queued', 'started', ...Array<string>(5).fill('part_finished'), 'completed']);
    expect((await look('healthy')).inventory.totalCount).toBe(run.summaryCounts.appeared);
  });

  it('keeps what it read although a name in it is one that nothing could store, or that is not what it looks like', async () => {
    const named = (id: string, displayName: string) => ({ id, displayName });
    const names = ['a\0b', 'half \ud83d', 'whole \ud83d\ude00', 'evil\u202emoc', 'two\nlines', '\u0007'];
    await put(
      'missing-permission',
      '/groups',
      names.map((name, index) => named(`g${index}`, name)),
    );
    expect(await sync('entra.groups.sync', 'missing-permission')).toMatchObject({ outcome: 'SUCCEEDED' });
    const rows = await database.sql`select name from inventory_items
      where external_id in ('g0', 'g1', 'g2', 'g3', 'g4', 'g5') order by external_id`;
    expect(rows.map((row) => row['name'] as string)).toEqual([
      'a\ufffdb',
      'half \ufffd',
      'whole \ud83d\ude00',
      'evilmoc',
      'two lines',
      'g5',
    ]);
  });

  it('opens a finding for what has changed since, which someone with the capability acknowledges once', async () => {
    await put('healthy', profiles, [{ id: 'p0', displayName: 'Renamed' }]);
    await put('healthy', apps, [{ ...app1, lastModifiedDateTime: '2026-03-03T00:00:00Z' }]);
    expect((await sync('inventory.sync', 'healthy')).summaryCounts).toMatchObject({
      appeared: 0,
      changed: 2,
      gone: 229,
      findings: 231,
    });
    const { findings, inventory } = await look('healthy');
    expect(findings.totalCount).toBe(231);
    expect(inventory.nodes.filter(({ goneAt }) => goneAt !== null)).not.toEqual([]);
    const edit = findings.nodes.find(({ change }) => change === 'CHANGED');
    expect(edit).toMatchObject({
      title: 'App “Portal” was changed.',
      severity: 'LOW',
      status: 'NEW',
      severityBadge: { label: 'Low' },
      tenant: { id: `tenant_${await app.tenantId('healthy')}` },
    });

    const acknowledge = (as: ApiClient, reason: string) =>
      as.query(
        `mutation ($id: ID!, $reason: String!) { acknowledgeFinding(input: { findingId: $id, reason: $reason }) {
          finding { status acknowledgedBy { displayName } acknowledgementReason } } }`,
        { id: edit?.id, reason },
      );
    const codeOf = async (as: ApiClient, reason: string) =>
      (await acknowledge(as, reason)).errors?.[0]?.extensions['code'];
    expect(await codeOf(await app.as('readonly'), 'why not')).toBe('FORBIDDEN');
    expect(await codeOf(await app.as('stranger'), 'mine')).toBe('NOT_FOUND');
    expect(await codeOf(owner, ' ')).toBe('BAD_USER_INPUT');
    expect((await acknowledge(await app.as('operator'), 'Planned update.')).data).toEqual({
      acknowledgeFinding: {
        finding: {
          status: 'ACKNOWLEDGED',
          acknowledgedBy: { displayName: 'Ophelia Operator' },
          acknowledgementReason: 'Planned update.',
        },
      },
    });
    expect(await codeOf(owner, 'again')).toBe('CONFLICT');
  });

  it('pages through findings for a workspace, newest first and each once', async () => {
    const page = `query ($after: String) { viewer { workspaces { findings(first: 100, after: $after, status: [NEW]) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
    const seen: number[] = [];
    let total = 0;
    for (let after: string | null = null, more = true; more;) {
      const { data } = await owner.query(page, { after });
      const { findings } = data.viewer.workspaces[0] as { findings: FindingPage };
      seen.push(...findings.nodes.map(({ id }) => Number(rowOf(id))));
      total = findings.totalCount;
      ({ hasNextPage: more, endCursor: after } = findings.pageInfo);
    }
    expect(total).toBe(230);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    expect(seen).toHaveLength(total);
  });

  it('takes nothing for gone of a part it could not read', async () => {
    await sync('inventory.sync', 'throttled');
    const before = await look('throttled');
    await control('POST faults', {
      on: apps,
      tenantId: directoryOf('throttled'),
      answer: { kind: 'graph', status: 503, code: 'ServiceUnavailable' },
    });
    const run = await sync('inventory.sync', 'throttled');
    await control('DELETE faults', {});
    expect(run).toMatchObject({
      outcome: 'PARTIALLY_SUCCEEDED',
      failureSummary: [{ code: 'part.apps', reasonCode: 'provider.transient' }],
    });
    expect(Object.keys(run.summaryCounts)).not.toContain('apps');
    const after = await look('throttled');
    expect(after.inventory.totalCount).toBe(before.inventory.totalCount);
    expect(after.inventory.nodes.every(({ goneAt }) => goneAt === null)).toBe(true);
    expect(after.findings.totalCount).toBe(0);
  });

  it('fails, and says why, when nothing could be read', async () => {
    const run = await sync('inventory.sync', 'secret-expired');
    expect(run).toMatchObject({ outcome: 'FAILED' });
    expect(run.failureSummary).toHaveLength(5);
    expect(run.failureSummary[0]?.reasonCode).toBe('credential.secret_expired');
  });
});

describe('a group sync', () => {
  const groups = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `g${i}`, displayName: `Group ${i}` }));
  const present = async () => {
    const [row] = await database.sql`select count(*)::int as count from inventory_items
      where kind = 'groups' and gone_at is null and tenant_id = ${await app.tenantId('healthy')}`;
    return row?.['count'] as number;
  };

  it('removes half of the groups and stops before more than half', async () => {
    await put('healthy', '/groups', groups(8));
    expect(await sync('entra.groups.sync', 'healthy')).toMatchObject({
      outcome: 'SUCCEEDED',
      summaryCounts: { groups: 8, safety_stop_triggered: 0 },
    });
    await put('healthy', '/groups', groups(4));
    expect(await sync('entra.groups.sync', 'healthy')).toMatchObject({
      outcome: 'SUCCEEDED',
      summaryCounts: { groups: 4, gone: 4, safety_stop_triggered: 0 },
    });
    expect(await present()).toBe(4);

    await put('healthy', '/groups', [...groups(1), { id: 'new', displayName: 'New' }]);
    const stopped = await sync('entra.groups.sync', 'healthy');
    expect(stopped).toMatchObject({
      outcome: 'PARTIALLY_SUCCEEDED',
      summaryCounts: { groups: 2, appeared: 1, gone: 0, safety_stop_triggered: 1 },
      failureSummary: [{ code: 'safety_stop', reasonCode: 'sync.safety_stop' }],
    });
    expect(stopped.events.map(({ kind }) => kind)).toContain('safety_stop');
    expect(await present()).toBe(5);

    // Someone has looked, and they are gone.
    expect(await sync('entra.groups.sync', 'healthy', { acceptRemovals: true })).toMatchObject({
      outcome: 'SUCCEEDED',
      summaryCounts: { groups: 2, gone: 3, safety_stop_triggered: 0 },
    });
    expect(await present()).toBe(2);
  });

  it('says that only a group sync has removals to accept', async () => {
    const input = { type: 'inventory.sync', tenantId: await app.tenantId('healthy'), acceptRemovals: true };
    const { errors } = await owner.query(
      'mutation ($input: StartOperationInput!) { startOperation(input: $input) { result } }',
      { input },
    );
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'acceptRemovals' });
  });
});

it('the inventory of a foreign tenant does not exist', async () => {
  const stranger = await app.as('stranger');
  const { errors } = await stranger.query(lookInto, { id: await app.tenantId('healthy') });
  expect(errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
});
