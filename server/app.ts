import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { cloudNames } from '../core/clouds.ts';
import { createChangeFeed, createHints } from '../db/engine/changes.ts';
import { createDatabase } from '../db/engine/client.ts';
import type { DatabaseConnection } from '../db/engine/sessions/address.ts';
import { createKeyring } from '../db/connections/envelope.ts';
import { hasSealedRows } from '../db/connections/sealed-rows.ts';
import { startDatabaseClock } from '../db/engine/database-clock.ts';
import { createLiveQueries } from '../db/runs/live.ts';
import { startQueue } from '../db/engine/queue.ts';
import { createFlows, createJobFlows } from '../flows/flows.ts';
import { createCancellations } from '../flows/runs/cancellations.ts';
import { findUnusableKeys } from '../flows/connections/find-unusable-keys.ts';
import { createLiveHub } from '../flows/live/hub.ts';
import { rotateKeys } from '../flows/connections/rotate-keys.ts';
import { makeClouds } from '../providers/microsoft/sign-in/clouds.ts';
import { createMicrosoftProvider } from '../providers/microsoft/provider.ts';
import { buildSchema } from '../schema/build.ts';
import { startWorkers, type Workers } from '../workers/run-workers.ts';
import { systemClock } from './clock.ts';
import { startApi, type Api } from './graphql/api.ts';
import { withBudget } from './graphql/budget.ts';
import type { Config } from './config/config.ts';
import { createToConsentUrl } from './sign-in/consent.ts';
import { seedDemo, startDemoCloud } from './sign-in/demo.ts';
import { loadEncryptionKeys, warnOfUnusableKeys } from './config/encryption-keys.ts';
import { createHealth } from './http/health.ts';
import type { Figures } from './http/metrics.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { createTroubleLog } from './trouble-log.ts';
import { createUnmappedCodes, type UnmappedCodes } from './commands/unmapped-codes.ts';

export interface App extends AsyncDisposable {
  /** Where the API listens; null in a process that only works. */
  readonly address: AddressInfo | null;
  /** Where health and figures are answered; null: the default address was taken. */
  readonly metricsAddress: AddressInfo | null;
  /** The demo's Microsoft cloud, where this process runs one. */
  readonly sandboxOrigin: string | null;
}

export interface AppOptions {
  readonly config: Config;
  readonly connection: DatabaseConnection;
  readonly log: Logger;
  /** Left out: PostgreSQL's, and the machine's toward Microsoft. */
  readonly now?: Clock;
  /** Folder of the built web application. */
  readonly webRoot: string;
  /** Aborted when the program is asked to stop while it starts: then nothing more is started. */
  readonly stopping?: AbortSignal;
}

/**
 * Supervisors give a program ten seconds to end. A verification usually takes a few seconds, so most of the time is
 * theirs; thousands of clients that come back within three seconds are no herd.
 */
const jobsDrainMs = 5_000;
const streamsDrainMs = 3_000;
/** By then pg-boss has nothing in hand; this only bounds a database that does not answer. */
const queueDrainMs = 1_000;

/** The one composition root. Everything long-lived is made here, and disposed of in reverse. */
// eslint-disable-next-line max-lines-per-function, complexity -- a bill of materials, part of it by role
export async function startApp(options: AppOptions): Promise<App> {
  const { config, connection, log, webRoot, stopping } = options;
  await using stack = new AsyncDisposableStack();
  let workers: Workers | null = null;
  let api: Api | null = null;
  const tellTrouble = createTroubleLog(log);
  const onTrouble = (error: unknown) => tellTrouble('error', 'background task failed', error);
  const { tokenFiles } = config;
  const isApi = config.roles.has('api');
  const isWorker = config.roles.has('worker');

  const database = stack.use(
    createDatabase({
      connection,
      maxConnections: config.databaseConnections,
      applicationName: 'tenantatlas',
    }),
  );
  const { db } = database;
  const now = options.now ?? stack.use(await startDatabaseClock(db, onTrouble)).now;
  const keyring = createKeyring(await loadEncryptionKeys(config, () => hasSealedRows(db)));
  const sandbox = config.demo && isApi ? stack.use(await startDemoCloud(config.sandboxPort)) : null;
  if (config.demo) await seedDemo(database, keyring, now());
  const unmappedCodes = createUnmappedCodes(log);
  // Before anything is opened: a version before this one bound credentials to their connection alone.
  await rotateKeys({ database, keyring, onlyUnbound: true });
  warnOfUnusableKeys(await findUnusableKeys(db, keyring), log);
  const queue = stack.use(
    await startQueue({
      connection,
      onTrouble,
      supervise: isWorker,
      drainMs: queueDrainMs,
      maxConnections: config.queueConnections,
    }),
  );

  const sandboxOrigin = config.demo ? (sandbox?.origin ?? `http://127.0.0.1:${config.sandboxPort}`) : null;
  const clouds = makeClouds({ sandboxOrigin });
  const provider = createMicrosoftProvider({
    clouds,
    // Reports say how far this machine's clock is from Microsoft's: Entra judges what it signs by that.
    now: options.now ?? systemClock,
    onUnreadable: (answer) => unmappedCodes.record(answer),
  });

  const health = createHealth({ assertReady: () => database.assertReady(), log });

  if (isApi) {
    const hub = stack.use(createLiveHub({ queries: createLiveQueries(db), now, onTrouble }));
    const feed = stack.use(createChangeFeed({ connection, listener: hub, onTrouble }));
    const flows = createFlows({
      database,
      queue,
      keyring,
      now,
      provider,
      hub,
      clouds: cloudNames.filter((name) => clouds.has(name)),
      tokenFiles,
      workspaceCreators: config.workspaceCreators,
      loadPfxReader,
      toConsentUrl: createToConsentUrl(clouds, config.publicUrl),
    });
    api = await startApi({
      config,
      log,
      tellTrouble,
      database,
      flows,
      hub,
      feed,
      webRoot,
      now,
      schema: withBudget(buildSchema()),
      health,
    });
    stack.use(api);
  }

  const metrics = stack.use(
    await startMetricsServer({
      address: config.metricsAddress,
      health,
      figures: withUnmappedCodes(api?.figures, unmappedCodes),
      log,
      requestTimeoutMs: config.policy.requestTimeoutSeconds * 1_000,
      answerTimeoutMs: config.policy.answerTimeoutSeconds * 1_000,
    }),
  );

  // Work comes last: a start that fails has taken no job from those who could do it.
  stopping?.throwIfAborted();
  if (isWorker) {
    const hints = stack.use(createHints({ connection, onTrouble }));
    const cancellations = stack.use(createCancellations({ db, onTrouble }));
    workers = await startWorkers({
      boss: queue.boss,
      concurrency: config.workerConcurrency,
      onTrouble,
      flows: createJobFlows({ database, cancellations, hints, provider, keyring, tokenFiles, queue, now }),
    });
  }

  // First of all in disposal: nothing is taken away from what is still being answered or worked on.
  stack.defer(() => drain(api, workers));
  const running = stack.move();
  return {
    address: api?.address ?? null,
    metricsAddress: metrics.address,
    sandboxOrigin: sandbox?.origin ?? null,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Outside of startApp: next to `using` the compiler leaves the name of the file as it is, and the built program has no such file. */
async function loadPfxReader() {
  return (await import('../providers/microsoft/sign-in/pfx.ts')).readPfx;
}

async function drain(api: Api | null, workers: Workers | null): Promise<void> {
  await Promise.all([api?.drain(streamsDrainMs), workers?.stop(jobsDrainMs)]);
}

function withUnmappedCodes(
  { gauges, counters }: Figures = { gauges: {}, counters: {} },
  unmappedCodes: Pick<UnmappedCodes, 'count'>,
): Figures {
  const tenantatlas_unmapped_codes_total = {
    help: 'Answers from Microsoft with a code that is not in the reason table, seen by this process.',
    read: () => unmappedCodes.count,
  };
  return { gauges, counters: { ...counters, tenantatlas_unmapped_codes_total } };
}
