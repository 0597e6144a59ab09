import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { createChangeFeed, createHints } from '../db/changes.ts';
import { createDatabase, type DatabaseConnection } from '../db/client.ts';
import { createKeyring } from '../db/envelope.ts';
import { startQueue } from '../db/queue.ts';
import { acknowledgeFinding } from '../flows/acknowledge-finding.ts';
import { cancelRun } from '../flows/cancel-run.ts';
import { createCancellations } from '../flows/cancellations.ts';
import { findUnusableKeys } from '../flows/find-unusable-keys.ts';
import { finishAbandonedRun } from '../flows/finish-abandoned-run.ts';
import { createLiveHub } from '../flows/live/hub.ts';
import { reconcileRuns } from '../flows/reconcile-runs.ts';
import { runSync } from '../flows/run-sync.ts';
import { acknowledgeCheck, withdrawAcknowledgement } from '../flows/acknowledge-check.ts';
import { receiveConsent } from '../flows/receive-consent.ts';
import { runVerification } from '../flows/run-verification.ts';
import { startOperation } from '../flows/start-operation.ts';
import { startVerification } from '../flows/start-verification.ts';
import { startWorkspaceVerification } from '../flows/start-workspace-verification.ts';
import { watchRun, watchTenantVerification } from '../flows/watch-run.ts';
import { makeClouds } from '../providers/microsoft/clouds.ts';
import { createMicrosoftProvider } from '../providers/microsoft/provider.ts';
import { buildSchema } from '../schema/build.ts';
import type { Flows } from '../schema/flows.ts';
import { startWorkers } from '../workers/run-workers.ts';
import { startApi } from './api.ts';
import type { Config } from './config.ts';
import { bindConnectionFlows } from './connection-flows.ts';
import { seedDemo, startDemoCloud } from './demo.ts';
import { loadEncryptionKeys, warnOfUnusableKeys } from './encryption-keys.ts';
import { bindManagementFlows } from './management-flows.ts';
import { bindOnboardingFlows } from './onboarding-flows.ts';

export interface App extends AsyncDisposable {
  /** Where the API listens; null in a process that only works. */
  readonly address: AddressInfo | null;
  /** The demo's Microsoft cloud, where this process runs one. */
  readonly sandboxOrigin: string | null;
}

export interface AppOptions {
  readonly config: Config;
  readonly connection: DatabaseConnection;
  readonly log: Logger;
  /** Folder of the built web application. */
  readonly webRoot: string;
}

/** Verifications wait for Microsoft most of the time, so a process needs fewer connections than slots. */
const poolSize = 10;
/** Under the ten seconds most supervisors give a program to end. */
const drainMs = 8_000;

/** The one composition root. Everything long-lived is made here, and disposed of in reverse. */
export async function startApp({ config, connection, log, webRoot }: AppOptions): Promise<App> {
  await using stack = new AsyncDisposableStack();
  const onTrouble = (error: unknown) => log.error({ err: error }, 'trouble in the background');
  const now = () => new Date();
  const isApi = config.roles.has('api');
  const isWorker = config.roles.has('worker');

  const keyring = createKeyring(await loadEncryptionKeys(config));
  const database = stack.use(
    createDatabase({ connection, maxConnections: poolSize, applicationName: 'tenantatlas' }),
  );
  const { db } = database;
  const sandbox = config.demo && isApi ? stack.use(await startDemoCloud(config.sandboxPort)) : null;
  if (config.demo) await seedDemo(database, keyring, now());
  warnOfUnusableKeys(await findUnusableKeys(db, keyring), log);
  const queue = stack.use(await startQueue({ connection, onTrouble, supervise: isWorker, drainMs }));
  const sandboxOrigin = config.demo ? (sandbox?.origin ?? `http://127.0.0.1:${config.sandboxPort}`) : null;
  const clouds = makeClouds({ sandboxOrigin });

  if (isWorker) {
    const hints = stack.use(createHints({ connection, onTrouble }));
    const provider = createMicrosoftProvider({ clouds });
    const cancellations = stack.use(createCancellations({ db, onTrouble }));
    const work = { database, cancellations, hints, provider, keyring, now };
    const stopping = new AbortController();
    stack.defer(() => stopping.abort(new Error('the program is stopping')));
    await startWorkers({
      boss: queue.boss,
      concurrency: config.workerConcurrency,
      stopping: stopping.signal,
      flows: {
        runVerification: (runId, signal) => runVerification(work, runId, signal),
        runSync: (job) => runSync(work, job),
        finishAbandonedRun: (runId) => finishAbandonedRun({ database, now }, runId),
        reconcileRuns: () => reconcileRuns({ database, queue, now }),
      },
    });
  }

  let address: AddressInfo | null = null;
  if (isApi) {
    const hub = stack.use(createLiveHub({ db, onTrouble }));
    stack.use(createChangeFeed({ connection, listener: hub, onTrouble }));
    const gate = { database, queue, keyring, now };
    const { tokenFolders, publicUrl } = config;
    const connectionFlows = bindConnectionFlows({ ...gate, clouds, tokenFolders, publicUrl });
    const flows: Flows = {
      ...bindManagementFlows({ database, now }),
      startVerification: (viewer, request) => startVerification(gate, viewer, request),
      startOperation: (viewer, request) => startOperation(gate, viewer, request),
      startWorkspaceVerification: (viewer, request) => startWorkspaceVerification(gate, viewer, request),
      cancelRun: (viewer, runId) => cancelRun({ database, queue, now }, viewer, runId),
      acknowledgeFinding: (viewer, request) => acknowledgeFinding({ database }, viewer, request),
      ...connectionFlows,
      ...bindOnboardingFlows(gate, (target, clientId, state) =>
        connectionFlows.adminConsentUrl(target, clientId, state),
      ),
      acknowledgeCheck: (viewer, request) => acknowledgeCheck({ database, now }, viewer, request),
      withdrawAcknowledgement: (viewer, check) => withdrawAcknowledgement({ database }, viewer, check),
      watchRun: (signIn, runId) => watchRun({ db, hub }, signIn, runId),
      watchTenantVerification: (signIn, tenantId) => watchTenantVerification({ db, hub }, signIn, tenantId),
    };
    const api = await startApi({
      config,
      log,
      db,
      flows,
      hub,
      webRoot,
      now,
      schema: buildSchema(),
      receiveConsent: (answer) => receiveConsent(gate, answer),
      isReady: async () => void (await db.execute(sql`select 1`)),
    });
    stack.use(api);
    ({ address } = api);
  }

  const running = stack.move();
  return {
    address,
    sandboxOrigin: sandbox?.origin ?? null,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
