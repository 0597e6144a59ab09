import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Viewer } from '../../../core/access/access.ts';
import { parseReport, type VerificationReport } from '../../../core/verification/report.ts';
import { createHints } from '../../../db/engine/changes.ts';
import { createDatabase, type Database } from '../../../db/engine/client.ts';
import { createKeyring } from '../../../db/connections/envelope.ts';
import { startQueue, type Queue } from '../../../db/engine/queue.ts';
import { providerConnections, providerCredentials } from '../../../db/tables/connections.ts';
import { operationRuns } from '../../../db/tables/runs.ts';
import { tenants, users, workspaceMemberships, workspaces } from '../../../db/tables/tenancy.ts';
import { createCancellations } from '../../../flows/runs/cancellations.ts';
import { runBackup } from '../../../flows/backup/run-backup.ts';
import { sealCredential } from '../../../flows/connections/open-credential.ts';
import { runVerification } from '../../../flows/verification/run-verification.ts';
import { startVerification } from '../../../flows/verification/start-verification.ts';
import { makeClouds } from '../../../providers/microsoft/sign-in/clouds.ts';
import {
  createMicrosoftProvider,
  type MicrosoftProviderOptions,
} from '../../../providers/microsoft/provider.ts';
import { addTenant } from '../../../sandbox/build-state.ts';
import type { ScenarioName } from '../../../sandbox/scenarios.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { createTestDatabase } from '../../support/template-database.ts';

/** One tenant in the database and its directory in the sandbox. */
export interface WorldTenant {
  readonly id: number;
  readonly connectionId: number;
  readonly tenantId: string;
  readonly clientId: string;
}

export interface Verified {
  readonly outcome: string;
  readonly report: VerificationReport;
}

/** The flows on a real database and the sandbox, without API and workers: many tenants are verified in little time. */
export interface VerificationWorld extends AsyncDisposable {
  readonly database: Database;
  readonly queue: Queue;
  readonly sandbox: Sandbox;
  readonly viewer: Viewer;
  /** What the flows take for the time; tests may set it. */
  clock: { now: () => Date };
  addTenant(like?: ScenarioName, metadata?: Record<string, unknown>): Promise<WorldTenant>;
  /** Starts one that no one works on yet. */
  start(tenant: Pick<WorldTenant, 'id'>): Promise<number>;
  /** Starts and runs one verification, as API and worker would. */
  verify(tenant: WorldTenant): Promise<Verified>;
  /** Works on a run that has been started already. */
  run(runId: number): Promise<Verified>;
  /** Works on a backup that has been started already. */
  backUp(runId: number): Promise<void>;
}

export async function createVerificationWorld(
  options: Partial<MicrosoftProviderOptions> = {},
): Promise<VerificationWorld> {
  await using stack = new AsyncDisposableStack();
  const { connection } = stack.use(await createTestDatabase());
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const database = stack.use(
    createDatabase({ connection, maxConnections: 10, applicationName: 'verification-world' }),
  );
  const queue = stack.use(await startQueue({ connection, onTrouble, supervise: false, drainMs: 1_000 }));
  const hints = stack.use(createHints({ connection, onTrouble }));
  const cancellations = stack.use(createCancellations({ db: database.db, onTrouble }));
  const sandbox = stack.use(await createSandbox({ port: 0 }));
  const keyring = createKeyring([{ id: 'test', key: Buffer.alloc(32, 7) }]);
  const { workspaceId, viewer } = await createOwner(database);
  const clock = { now: () => new Date() };
  const now = () => clock.now();
  const provider = createMicrosoftProvider({
    clouds: makeClouds({ sandboxOrigin: sandbox.origin }),
    now,
    ...options,
  });
  const signal = new AbortController().signal;

  const work = { database, cancellations, hints, provider, keyring, tokenFiles: [], queue, now };

  async function run(runId: number): Promise<Verified> {
    await runVerification(work, runId, signal);
    return await readRun(database, runId);
  }

  async function start({ id }: Pick<WorldTenant, 'id'>): Promise<number> {
    const dependencies = { database, queue, keyring, now };
    const request = { tenantId: id, connectionId: null };
    return (await startVerification(dependencies, viewer, request)).run.id;
  }

  const running = stack.move();
  return {
    database,
    queue,
    sandbox,
    viewer,
    clock,
    run,
    backUp: (runId) => runBackup(work, runId, signal),
    async addTenant(like = 'healthy', metadata = {}) {
      const identity = {
        title: `Tenant ${randomUUID().slice(0, 8)}`,
        tenantId: randomUUID(),
        clientId: randomUUID(),
        clientSecret: `sandbox~${randomUUID()}`,
      };
      addTenant(sandbox.state, identity, like);
      return await insertTenant(database, { ...identity, workspaceId, metadata, keyring });
    },
    start,
    verify: async (tenant) => await run(await start(tenant)),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function createOwner({ db }: Database): Promise<{ workspaceId: number; viewer: Viewer }> {
  const [workspace] = await db
    .insert(workspaces)
    .values({ name: 'World', slug: 'world' })
    .returning({ id: workspaces.id });
  const [user] = await db
    .insert(users)
    .values({ displayName: 'Owner', email: 'owner@world.example' })
    .returning({ id: users.id });
  if (workspace === undefined || user === undefined) throw new Error('an insert returned no row');
  await db.insert(workspaceMemberships).values({ workspaceId: workspace.id, userId: user.id, role: 'owner' });
  return { workspaceId: workspace.id, viewer: { userId: user.id, workspaceId: null, scopes: null } };
}

interface NewTenant {
  readonly title: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly workspaceId: number;
  readonly metadata: Record<string, unknown>;
  readonly keyring: ReturnType<typeof createKeyring>;
}

async function insertTenant({ db }: Database, tenant: NewTenant): Promise<WorldTenant> {
  const { title: name, tenantId, clientId, clientSecret, workspaceId, metadata, keyring } = tenant;
  const [row] = await db
    .insert(tenants)
    .values({ workspaceId, name, tenantId, status: 'active' })
    .returning({ id: tenants.id });
  if (row === undefined) throw new Error('an insert returned no row');
  const [connection] = await db
    .insert(providerConnections)
    .values({
      workspaceId,
      tenantId: row.id,
      entraTenantId: tenantId,
      displayName: name,
      isDefault: true,
      cloud: 'sandbox',
      metadata,
    })
    .returning({ id: providerConnections.id });
  if (connection === undefined) throw new Error('an insert returned no row');
  const place = {
    connectionId: connection.id,
    entraTenantId: tenantId,
    cloud: 'sandbox',
    slot: 'in_use',
  } as const;
  const sealed = sealCredential(keyring, place, { type: 'client_secret', clientId, clientSecret });
  await db.insert(providerCredentials).values({ providerConnectionId: connection.id, clientId, ...sealed });
  return { id: row.id, connectionId: connection.id, tenantId, clientId };
}

/** Throws when the stored report breaks its schema: every verified run of every test is held to it. */
async function readRun({ db }: Database, runId: number): Promise<Verified> {
  const [row] = await db
    .select({ outcome: operationRuns.outcome, status: operationRuns.status, context: operationRuns.context })
    .from(operationRuns)
    .where(eq(operationRuns.id, runId));
  if (row?.status !== 'completed') throw new Error(`run ${runId} is not completed`);
  const parsed = parseReport(row.context.verification_report);
  if (parsed.kind === 'invalid') throw new Error(parsed.problem);
  return { outcome: row.outcome, report: parsed.report };
}

/** Runs the work on all items, a bounded number at a time; results in the items' order. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
