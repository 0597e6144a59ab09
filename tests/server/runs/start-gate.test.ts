import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.ts';
import { openSql, type TestSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { rowOf } from '../../support/row-of.ts';

const startOperation = `mutation ($input: StartOperationInput!) {
  startOperation(input: $input) { result reasonCode nextSteps { label url }
    run { id type status outcome reasonCode events { seq kind } verificationReport { summary { overall } } } }
}`;
const startFleet = `mutation ($input: StartWorkspaceVerificationInput!) {
  startWorkspaceVerification(input: $input) { started deduped scopeBusy blocked
    results { result reasonCode run { id tenant { id } } } }
}`;
const verification = 'provider.connection.check';

interface Started {
  readonly result: string;
  readonly run: { readonly id: string };
  readonly nextSteps: readonly unknown[];
}
interface Fleet {
  readonly started: number;
  readonly deduped: number;
  readonly blocked: number;
  readonly results: readonly Started[];
}

let app: TestApp;
let database: TestSql;
let owner: ApiClient;
/** Without a worker: what is queued stays queued, so that every situation can be looked at. */
beforeAll(async () => {
  app = await startTestApp({ roles: new Set(['api']) });
  database = openSql(app.connection);
  owner = await app.as('owner');
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

async function start(tenant: string, more: Record<string, unknown> = {}, as = owner) {
  const input = { type: verification, tenantId: await app.tenantId(tenant), ...more };
  const answer = await as.query(startOperation, { input });
  return { ...answer, started: answer.data?.startOperation as Started };
}

async function countRuns(tenant: string): Promise<{ runs: number; jobs: number }> {
  const id = await app.tenantId(tenant);
  const [row] = await database.sql`select count(*)::int runs, count(job.id)::int jobs
    from operation_runs run left join pgboss.job job on job.id = run.job_id
    where run.tenant_id = ${id} and run.created_at > now() - interval '1 hour'`;
  return row as unknown as { runs: number; jobs: number };
}

describe('each situation over the API', () => {
  it('starts, answers the same again with the same run, and anything else with the run in the way', async () => {
    const first = await start('healthy');
    expect(first.started).toMatchObject({ result: 'STARTED', run: { status: 'QUEUED', outcome: 'PENDING' } });
    const again = await start('healthy');
    expect(again.started).toMatchObject({ result: 'DEDUPED', run: { id: first.started.run.id } });
    const other = await start('healthy', { type: 'inventory.sync' });
    expect(other.started).toMatchObject({
      result: 'SCOPE_BUSY',
      run: { id: first.started.run.id, type: verification },
    });
    expect(await countRuns('healthy')).toEqual({ runs: 1, jobs: 1 });
  });

  const changes: Record<string, (id: string) => Promise<unknown>> = {
    'tenant.archived': (id) => database.sql`update tenants set status = 'archived' where id = ${id}`,
    'connection.disabled': (id) =>
      database.sql`update provider_connections set status = 'disabled' where tenant_id = ${id}`,
    'connection.invalid': (id) =>
      database.sql`update provider_connections set cloud = 'mars' where tenant_id = ${id}`,
    'tenant.target_mismatch': (id) =>
      database.sql`update tenants set tenant_id = '00000000-0000-4000-8000-000000000000' where id = ${id}`,
    'credential.invalid': (id) => database.sql`update provider_credentials set key_id = 'lost'
      where provider_connection_id = (select c.id from provider_connections c where c.tenant_id = ${id})`,
    'consent.missing': (id) =>
      database.sql`update provider_connections set metadata = '{"consent": "declined"}' where tenant_id = ${id}`,
  };

  it.each([
    ['connection.missing', 'no-connection'],
    ['credential.missing', 'no-credential'],
    ['tenant.archived', 'graph-html'],
    ['connection.disabled', 'graph-reset'],
    ['connection.invalid', 'redirect'],
    ['tenant.target_mismatch', 'empty-token'],
    ['credential.invalid', 'unknown-code'],
    ['consent.missing', 'token-transient'],
  ])('%s blocks with a finished run, and a verification leaves its report', async (reason, tenant) => {
    await changes[reason]?.(await app.tenantId(tenant));
    const { started } = await start(tenant);
    expect(started).toMatchObject({
      result: 'BLOCKED',
      reasonCode: reason,
      run: {
        status: 'COMPLETED',
        outcome: 'BLOCKED',
        reasonCode: reason,
        events: [{ seq: 1, kind: 'blocked' }],
        verificationReport: { summary: { overall: 'BLOCKED' } },
      },
    });
    expect(started.nextSteps.length).toBeGreaterThan(0);
    const sync = await start(tenant, { type: 'entra.groups.sync' });
    expect(sync.started).toMatchObject({ result: 'BLOCKED', run: { verificationReport: null } });
    expect((await countRuns(tenant)).jobs).toBe(0);
  });

  it('starts what START_OPERATION starts, and neither what has its own mutation nor what does not exist', async () => {
    const { data } = await owner.query('{ operationTypes { type startedBy startable } }');
    const types = data.operationTypes as { type: string; startedBy: string; startable: boolean }[];
    for (const { type, startedBy, startable } of [
      ...types,
      { type: 'make.coffee', startedBy: 'NOTHING', startable: false },
    ]) {
      expect(startable).toBe(startedBy === 'START_OPERATION');
      const { errors } = await start('slow', { type });
      const refusal = { code: 'BAD_USER_INPUT', field: 'type' };
      expect(errors?.[0]?.extensions).toEqual(startable ? undefined : expect.objectContaining(refusal));
    }
    expect((await countRuns('slow')).runs).toBe(1);
  });

  it('a foreign tenant does not exist, and a role without the capability is told so', async () => {
    const stranger = await start('slow', {}, await app.as('stranger'));
    expect(stranger.errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
    const readonly = await start('healthy', {}, await app.as('readonly'));
    expect(readonly.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      capability: 'PROVIDER_RUN',
    });
  });
});

describe('an idempotency key', () => {
  it('gets the first answer for a day, also when the run is long over', async () => {
    const key = { idempotencyKey: 'nightly 17' };
    const first = await start('throttled', key);
    const { id } = first.started.run;
    await owner.query(`mutation { cancelOperationRun(input: { runId: "${id}" }) { run { id } } }`);
    expect((await start('throttled', key)).started).toMatchObject({
      result: 'STARTED',
      run: { id, status: 'COMPLETED', outcome: 'CANCELLED' },
    });
    await database.sql`update idempotency_keys set expires_at = now() - interval '1 second'`;
    const next = await start('throttled', key);
    expect(next.started.result).toBe('STARTED');
    expect(next.started.run.id).not.toBe(id);
  });

  it('is refused for another request and belongs to one user', async () => {
    const key = { idempotencyKey: 'mine' };
    await start('permission-pending', key);
    const other = await start('permission-pending', { ...key, type: 'inventory.sync' });
    expect(other).toMatchObject({
      status: 409,
      errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }],
    });
    const operator = await start(
      'permission-pending',
      { ...key, type: 'inventory.sync' },
      await app.as('operator'),
    );
    expect(operator.started.result).toBe('SCOPE_BUSY');
  });

  it('gives one answer to requests at the same time', async () => {
    const key = { idempotencyKey: 'at once' };
    const answers = await Promise.all(Array.from({ length: 12 }, () => start('wrong-directory', key)));
    expect(new Set(answers.map(({ started }) => `${started.result} ${started.run.id}`)).size).toBe(1);
    expect(answers[0]?.started.result).toBe('STARTED');
    expect(await countRuns('wrong-directory')).toEqual({ runs: 1, jobs: 1 });
  });

  it('is not used up by a request that was refused', async () => {
    const key = { idempotencyKey: 'refused' };
    await start('graph-down', { ...key, providerConnectionId: '999999' });
    expect((await start('graph-down', key)).started.result).toBe('STARTED');
  });

  it.each([[''], ['x'.repeat(201)], ['a\u001f3']])('%j is none', async (idempotencyKey) => {
    const { errors } = await start('healthy', { idempotencyKey });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'idempotencyKey' });
  });
});

describe('a fleet', () => {
  const fleet = async (input: Record<string, unknown>, as = owner) => {
    const { data } = await owner.query('{ viewer { workspaces { id } } }');
    const workspaceId = data.viewer.workspaces[0].id;
    const answer = await as.query(startFleet, { input: { workspaceId, ...input } });
    return { ...answer, fleet: answer.data?.startWorkspaceVerification as Fleet };
  };

  it('starts the tenants named, one answer each, and what cannot start holds up no one', async () => {
    const tenants = ['secret-expired', 'no-connection', 'healthy', 'secret-expired'];
    const tenantIds = await Promise.all(tenants.map((name) => app.tenantId(name)));
    const answer = await fleet({ tenantIds });
    expect(answer.fleet).toMatchObject({ started: 1, deduped: 1, scopeBusy: 0, blocked: 1 });
    expect(answer.fleet.results).toHaveLength(3);
  });

  it('starts nothing when one of the tenants named is not the viewer’s', async () => {
    const mine = await app.tenantId('secret-invalid');
    const stranger = await app.as('stranger');
    const { data } = await stranger.query('{ viewer { workspaces { tenants { nodes { id } } } } }');
    for (const foreign of [data.viewer.workspaces[0].tenants.nodes[0].id, '987654', 'nonsense']) {
      const { errors } = await fleet({ tenantIds: [mine, foreign] });
      expect(errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
    }
    expect((await countRuns('secret-invalid')).runs).toBe(0);
  });

  it('refuses someone who may only look', async () => {
    const { errors } = await fleet({}, await app.as('readonly'));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('reaches every tenant that is not archived, behind single starts, and the same again with the same key', async () => {
    const key = { idempotencyKey: 'sweep' };
    const { fleet: first } = await fleet(key);
    const [tenants] = await database.sql`select count(*)::int as active from tenants t
      join workspaces w on w.id = t.workspace_id where w.slug = 'northwind' and t.status <> 'archived'`;
    expect(first.results).toHaveLength(tenants?.['active'] as number);
    expect(first.started + first.deduped + first.blocked).toBe(first.results.length);
    const { fleet: again } = await fleet(key);
    expect(again).toEqual(first);
    expect((await fleet({ ...key, tenantIds: [] })).errors?.[0]?.extensions).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });

    const runIds = first.results
      .filter(({ result }) => result === 'STARTED')
      .map(({ run }) => Number(rowOf(run.id)));
    const priorities = await database.sql`select distinct job.priority from pgboss.job job
      join operation_runs run on run.job_id = job.id where run.id = any(${runIds}::bigint[])`;
    expect(priorities.map(({ priority }) => Number(priority))).toEqual([-10]);
  });
});
