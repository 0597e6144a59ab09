import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../db/engine/client.ts';
import { createApiClient, signIn, type ApiClient } from '../support/api-client.ts';
import { createDemoDatabase } from '../support/template-database.ts';
import { followRun } from './support/documents.ts';
import { startProcess, type ProgramProcess } from './support/processes.ts';
import { openSocket } from './support/streams.ts';
import { freePort } from '../support/program/free-port.ts';
import { rowOf } from '../support/row-of.ts';

const start = 'mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }';

let stack: AsyncDisposableStack;
let sql: ReturnType<typeof createClient>;
let apis: ProgramProcess[];
let workers: ProgramProcess[];
let cookie: string;
const tenants = new Map<string, string>();

/** The owner, at one of the API processes. */
function ownerAt(api: ProgramProcess): ApiClient {
  return stack.use(createApiClient(api.url, { cookie }));
}

/** Five processes on two cores that others use as well (ms). */
const startTimeoutMs = 180_000;

beforeAll(async () => {
  stack = new AsyncDisposableStack();
  const { connection } = await createDemoDatabase();
  const sandboxPort = await freePort();
  const api = stack.use(await startProcess({ connection, role: 'api', sandboxPort }));
  const others = await Promise.all([
    startProcess({ connection, role: 'api', sandboxPort: null }),
    startProcess({ connection, role: 'api', sandboxPort: null }),
    startProcess({ connection, role: 'worker', sandboxPort }),
    startProcess({ connection, role: 'worker', sandboxPort }),
  ]);
  for (const other of others) stack.use(other);
  apis = [api, ...others.slice(0, 2)];
  workers = others.slice(2);
  const owner = stack.use(await signIn(api.url, 'owner@northwind.example'));
  cookie = owner.headers['cookie'] ?? '';
  const { data } = await owner.query(
    '{ viewer { workspaces { tenants(first: 100) { nodes { id externalId } } } } }',
  );
  for (const { id, externalId } of data.viewer.workspaces[0].tenants.nodes) tenants.set(externalId, id);
  sql = createClient({ connection, maxConnections: 2, applicationName: 'tests' });
  // Every version that was ever committed, in a table of the test's own.
  await sql`create table commit_log (run_id bigint, version int, status text)`;
  await sql.unsafe(`
    create function log_commit() returns trigger language plpgsql as $$
      begin insert into commit_log values (new.id, new.version, new.status); return null; end $$;
    create trigger log_commit after insert or update on operation_runs for each row execute function log_commit()`);
}, startTimeoutMs);
afterAll(async () => {
  await sql.end();
  await stack.disposeAsync();
});

interface Received {
  readonly version: number;
  readonly status: string;
}

/** Follows a run over one process after the other, hanging up at random, until it is completed. One list a socket. */
async function follow(runId: string, firstApi: number): Promise<Received[][]> {
  const sessions: Received[][] = [];
  for (let api = firstApi; ; api += 1) {
    const session: Received[] = [];
    sessions.push(session);
    await using socket = await openSocket(apis[api % apis.length]?.url ?? '', { cookie });
    await socket.next();
    socket.send({ id: '1', type: 'subscribe', payload: { query: followRun, variables: { id: runId } } });
    const hangUpAfter = 1 + Math.floor(Math.random() * 4);
    while (session.length < hangUpAfter) {
      const { type, payload } = await socket.next();
      if (type === 'complete') return sessions;
      session.push((payload as { data: { operationRun: Received } }).data.operationRun);
    }
  }
}

/** Kills the LISTEN connections now and then, as a failing network would. */
async function killListeners(until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'tenantatlas-listen' and datname = current_database() and random() < 0.5`;
    await delay(700);
  }
}

describe('three API and two worker processes on one PostgreSQL', () => {
  it('deliver no version that was not committed, none twice on a socket, and every last one', async () => {
    const followed = ['healthy', 'missing-permission', 'secret-expired', 'throttled', 'graph-down', 'slow'];
    const done = new AbortController();
    const killing = killListeners(done.signal);
    const runs = await Promise.all(
      followed.map(async (scenario, index) => {
        const api = apis[index % apis.length];
        if (api === undefined) throw new Error('there are three');
        const { data } = await ownerAt(api).query(start, { id: tenants.get(scenario) });
        return data.startVerification.run.id as string;
      }),
    );
    const received = await Promise.all(
      runs.flatMap((id) => [0, 1, 2].map(async (api) => ({ id, sessions: await follow(id, api) }))),
    );
    done.abort();
    await killing;
    const log = await sql<{ runId: string; version: number; status: string }[]>`
      select run_id as "runId", version, status from commit_log order by run_id, version`;
    const committed = Map.groupBy(log, ({ runId }) => runId);
    for (const { id, sessions } of received) {
      const versions = committed.get(rowOf(id)) ?? [];
      const known = new Set(versions.map(({ version, status }) => `${version} ${status.toUpperCase()}`));
      for (const session of sessions) {
        const seen = session.map(({ version }) => version);
        expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
        for (const { version, status } of session) expect(known).toContain(`${version} ${status}`);
      }
      const last = sessions.findLast((session) => session.length > 0)?.at(-1);
      expect(last).toMatchObject({ version: versions.at(-1)?.version, status: 'COMPLETED' });
    }
  });

  it('a worker that is asked to stop hands its run to the other one, which costs no retry', async () => {
    const [api] = apis;
    if (api === undefined) throw new Error('there are three');
    const { data } = await ownerAt(api).query(start, { id: tenants.get('slow') });
    const { id } = data.startVerification.run;
    const isRunning = async () => {
      const [row] = await sql`select from operation_runs where id = ${rowOf(id)} and status = 'running'`;
      return row !== undefined;
    };
    while (!(await isRunning())) await delay(20);
    // Whichever of the two has the run: in half of all times it is this one.
    expect(await workers[0]?.stop()).toBe(0);
    const sessions = await follow(id, 0);
    expect(sessions.at(-1)?.at(-1)?.status).toBe('COMPLETED');
    const listJobs = () => sql<{ retryCount: number; state: string }[]>`
      select retry_count as "retryCount", state from pgboss.job where data->>'runId' = ${rowOf(id)}`;
    // The job ends a moment after its run.
    while ((await listJobs()).some(({ state }) => state === 'active')) await delay(20);
    for (const { state, retryCount } of await listJobs())
      expect([state, retryCount]).toEqual(['completed', 0]);
  });

  it('an API that is asked to stop answers what it was asked, closes its sockets with 1012 and exits with 0', async () => {
    const [, , api] = apis;
    const url = api?.url ?? '';
    const sockets = await Promise.all(Array.from({ length: 200 }, () => openSocket(url, { cookie })));
    const variables = { id: tenants.get('healthy') };
    const query = 'subscription ($id: ID!) { tenantVerification(tenantId: $id) { id } }';
    for (const socket of sockets) {
      await socket.next();
      socket.send({ id: '1', type: 'subscribe', payload: { query, variables } });
      await socket.next();
    }
    const owner = createApiClient(url, { cookie });
    const page =
      '{ viewer { workspaces { tenants(first: 100) { nodes { id latestVerification { id } } } } } }';
    const answers = Array.from({ length: 20 }, () => owner.query(page));
    const stoppedAt = performance.now();
    // Once the requests have reached it, or it may rightly refuse them.
    await delay(50);
    const stopping = api?.stop();
    for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
    const codes = new Set(await Promise.all(sockets.map(({ closed }) => closed)));
    expect([...codes]).toEqual([1012]);
    expect(await stopping).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(10_000);
  });
});
