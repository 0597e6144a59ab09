import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../db/engine/client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let sql: ReturnType<typeof createClient>;
let runId: string;
beforeAll(async () => {
  app = await startTestApp();
  sql = createClient({ connection: app.connection, maxConnections: 1, applicationName: 'test' });
  const [row] = await sql`select run.id from operation_runs run join tenants t on t.id = run.tenant_id
    join workspaces w on w.id = t.workspace_id
    where t.external_id = 'missing-permission' and w.slug = 'northwind' order by run.id desc limit 1`;
  runId = String(row?.['id']);
});
afterAll(async () => {
  await sql.end();
  await app[Symbol.asyncDispose]();
});

async function get(file: string, as: Parameters<TestApp['as']>[0] | null = 'readonly') {
  const headers = as === null ? {} : (await app.as(as)).headers;
  const response = await fetch(`${app.url}/reports/${file}`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

describe('GET /reports/<run id>.<ending>', () => {
  it.each([
    ['json', 'application/json', /"schema_version": "1.5.0"/],
    ['csv', 'text/csv', /^"run_id","tenant"/],
    ['junit.xml', 'application/xml', /<testsuite name="TenantAtlas Birchwood Clinics"/],
    ['xml', 'application/xml', /<testsuites /],
    ['sarif', 'application/sarif+json', /"version": "2.1.0"/],
    ['html', 'text/html', /Verification of Birchwood Clinics/],
  ])('sends %s', async (ending, type, content) => {
    const answer = await get(`${runId}.${ending}`);
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining(type) });
    expect(answer.text).toMatch(content);
  });

  it('sends the stored document itself as JSON', async () => {
    const [row] =
      await sql`select context -> 'verification_report' as document from operation_runs where id = ${runId}`;
    expect(JSON.parse((await get(`${runId}.json`)).text)).toEqual(row?.['document']);
  });

  it.each(['csv', 'junit.xml', 'sarif'])(
    '%s has links that lead somewhere, also far from here',
    async (ending) => {
      const { text } = await get(`${runId}.${ending}`);
      expect(text).toContain(`${app.config.publicUrl}/tenants/`);
      expect(text).not.toMatch(/(?<![\w:/])[/](tenants|operations|help)[/]/);
    },
  );

  it('is the same 404 to the byte for a foreign run, an absent one, and what is none', async () => {
    const foreign = await get(`${runId}.json`, 'stranger');
    expect(foreign.status).toBe(404);
    for (const file of [
      '999999.json',
      'x.json',
      '-1.json',
      `${runId}.pdf`,
      `${runId}.constructor`,
      runId,
      '.json',
    ]) {
      expect(await get(file)).toEqual(foreign);
    }
  });

  it('asks who is there first', async () => {
    expect((await get(`${runId}.json`, null)).status).toBe(401);
    const response = await fetch(`${app.url}/reports/${runId}.json`, {
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(response.status).toBe(401);
  });
});

describe('a report that was damaged behind the triggers’ backs', () => {
  const query = `query ($id: ID!) { operationRun(id: $id) { id outcome tenant { name readiness capabilityMatrix { workload }
    latestVerification { verificationReport { summary { overall } } }
    operationRuns(first: 100, types: ["provider.connection.check"]) { nodes { id verificationReport { summary { overall } checks { key } } } } } } }`;

  it('is REPORT_INVALID on its own field, and the rest of the page is answered', async () => {
    const reader = await app.as('readonly');
    const sound = await reader.query(query, { id: runId });
    expect(sound.errors).toBeUndefined();
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update operation_runs set context = jsonb_set(context, '{verification_report,summary,overall}', '"ready"')
        where id = ${runId}`;
    });
    const { status, data, errors } = await reader.query(query, { id: runId });
    expect(status).toBe(200);
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['REPORT_INVALID']));
    expect(data.operationRun).toMatchObject({
      id: `run_${runId}`,
      outcome: 'SUCCEEDED',
      tenant: { name: 'Birchwood Clinics', capabilityMatrix: null },
    });
    const nodes: readonly { readonly verificationReport: object | null }[] =
      data.operationRun.tenant.operationRuns.nodes;
    const whole = nodes.filter(({ verificationReport }) => verificationReport !== null);
    expect([nodes.length, whole.length]).toEqual([2, 1]);
    const exported = await get(`${runId}.json`);
    expect([exported.status, JSON.parse(exported.text)]).toEqual([
      500,
      { errors: [{ message: expect.stringContaining('damaged'), extensions: { code: 'REPORT_INVALID' } }] },
    ]);
  });
});

describe('a report of an older version', () => {
  it('is readable: its own version, and what that lacked derived from its checks', async () => {
    const [row] =
      await sql`select run.id, context -> 'verification_report' as document from operation_runs run
      join tenants t on t.id = run.tenant_id join workspaces w on w.id = t.workspace_id
      where t.external_id = 'healthy' and w.slug = 'northwind' order by run.id desc limit 1`;
    const { fingerprint, previous_report_id: _, ...rest } = row?.['document'] as Record<string, unknown>;
    const old = { ...rest, schema_version: '1.4.0' };
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update operation_runs set context = jsonb_set(context, '{verification_report}', ${tx.json(old)}),
        report_counts = report_counts - 'unknown' where id = ${row?.['id'] as string}`;
    });
    const reader = await app.as('readonly');
    const { data, errors } = await reader.query(
      `query ($id: ID!) { operationRun(id: $id) { verificationReport { schemaVersion fingerprint previousReportId
        changes { key } document summary { overall counts { unknown total } } } } }`,
      { id: String(row?.['id']) },
    );
    expect(errors).toBeUndefined();
    expect(data.operationRun.verificationReport).toEqual({
      schemaVersion: '1.4.0',
      fingerprint,
      previousReportId: null,
      changes: [],
      document: old,
      summary: { overall: 'READY', counts: { unknown: 0, total: expect.any(Number) } },
    });
  });
});

describe('what a tenant’s history says', () => {
  const query = `query ($id: ID!) { tenant(id: $id) { readiness lastGoodAt firstFailedAt latestVerification { completedAt
    verificationReport { previousRun { completedAt } changes { key kind before after beforeBadge { label } reasonAfter } } } } }`;
  interface Told {
    readonly lastGoodAt: string | null;
    readonly firstFailedAt: string | null;
    readonly latestVerification: {
      readonly completedAt: string;
      readonly verificationReport: {
        readonly previousRun: { readonly completedAt: string } | null;
        readonly changes: readonly object[];
      };
    };
  }
  const ask = async (scenario: string): Promise<Told> => {
    const owner = await app.as('owner');
    return (await owner.query(query, { id: await app.tenantId(scenario) })).data.tenant as Told;
  };

  it('names when it was last good and first failed since', async () => {
    const failing = await ask('secret-expired');
    const { latestVerification: latest } = failing;
    expect(failing.firstFailedAt).toBe(latest.completedAt);
    expect(failing.lastGoodAt).toBe(latest.verificationReport.previousRun?.completedAt);
    const good = await ask('healthy');
    expect([good.lastGoodAt, good.firstFailedAt]).toEqual([good.latestVerification.completedAt, null]);
    expect(await ask('no-connection')).toMatchObject({ lastGoodAt: null, firstFailedAt: null });
    expect(await ask('no-consent')).toMatchObject({ lastGoodAt: null, firstFailedAt: expect.any(String) });
  });

  it('names what changed', async () => {
    const { latestVerification } = await ask('secret-expired');
    expect(latestVerification.verificationReport.changes[0]).toEqual({
      key: 'token.acquire',
      kind: 'NEW_FAILING',
      before: 'PASS',
      after: 'FAIL',
      beforeBadge: { label: 'Pass' },
      reasonAfter: 'credential.secret_expired',
    });
  });
});
