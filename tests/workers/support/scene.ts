import type { ApiClient } from '../../support/api-client.ts';
import { openSql } from '../../support/sql.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';
import { rowOf } from '../../support/row-of.ts';

const startVerification = `mutation ($id: ID!) { startVerification(input: { tenantId: $id }) { run { id } } }`;
const lookAtRun = `query ($id: ID!) { operationRun(id: $id) { status outcome attempt version cancelRequestedAt
  progress { completed total } failureSummary { code reasonCode } events { seq kind }
  verificationReport { generatedAt summary { overall } checks { key status reasonCode } } } }`;

export interface Seen {
  readonly status: string;
  readonly attempt: number;
  readonly progress: { readonly completed: number; readonly total: number };
  readonly events: readonly { readonly seq: number; readonly kind: string }[];
  readonly verificationReport: {
    readonly generatedAt: string;
    readonly checks: readonly { readonly status: string; readonly reasonCode: string | null }[];
  };
}

/** Workers are processes of their own, killed and frozen for real; the API and Microsoft are in this one. */
export interface Scene extends AsyncDisposable {
  readonly app: TestApp;
  readonly owner: ApiClient;
  readonly sql: ReturnType<typeof openSql>['sql'];
  verify(tenant: string): Promise<string>;
  look(id: string): Promise<Seen>;
  underWay(id: string, attempt: number, completed?: number): Promise<Seen>;
  completed(id: string): Promise<Seen>;
  /** As if the heartbeat's ten seconds had passed: the wait is pg-boss's, and would only make the test slow. */
  forgetHeartbeat(id: string): Promise<void>;
  /** Until then every answer takes so long that a run is caught in the middle. */
  hurryMicrosoft(): Promise<void>;
}

/** Per answer of Microsoft's (ms): a verification then takes some ten seconds. */
const catchableMs = 500;

export async function startScene(latencyMs = catchableMs): Promise<Scene> {
  await using stack = new AsyncDisposableStack();
  const app = stack.use(await startTestApp({ roles: new Set(['api']) }));
  const { sql } = stack.use(openSql(app.connection));
  const owner = await app.as('owner');
  const setLatency = async (ms: number) => {
    await fetch(`${app.sandboxOrigin}/_control/latency`, { method: 'POST', body: JSON.stringify({ ms }) });
  };
  await setLatency(latencyMs);
  const look = async (id: string) => (await owner.query(lookAtRun, { id })).data.operationRun as Seen;
  const open = stack.move();
  return {
    app,
    owner,
    sql,
    look,
    hurryMicrosoft: () => setLatency(0),
    async verify(tenant) {
      const { data } = await owner.query(startVerification, { id: await app.tenantId(tenant) });
      return data.startVerification.run.id as string;
    },
    underWay: (id, attempt, completed = 3) =>
      until(`attempt ${attempt} at run ${id} with ${completed} checks finished`, async () => {
        const run = await look(id);
        return run.attempt === attempt && run.progress.completed >= completed && run;
      }),
    completed: (id) =>
      until(`the end of run ${id}`, async () => {
        const run = await look(id);
        return run.status === 'COMPLETED' && run;
      }),
    async forgetHeartbeat(id) {
      await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'
        where id = (select job_id from operation_runs where id = ${rowOf(id)}) and state = 'active'`;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
