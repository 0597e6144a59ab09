import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { SignIn } from '../../core/access/access.ts';
import type { ChangeFeed } from '../../db/engine/changes.ts';
import type { Database } from '../../db/engine/client.ts';
import type { Flows } from '../../flows/flows.ts';
import type { LiveHub } from '../../flows/live/hub.ts';
import { createSharedCounts } from '../../flows/tenants/shared-counts.ts';
import { authenticate, authenticateBearer, type AuthenticateDependencies } from '../sign-in/authenticate.ts';
import type { Config } from '../config/config.ts';
import { registerCliLogin } from '../sign-in/cli-login.ts';
import { registerConsent } from '../sign-in/consent.ts';
import { readsAtOnce } from './bounded-view.ts';
import { createRequestContext, createSharedContexts } from './context.ts';
import { cookieNames } from '../sign-in/cookies.ts';
import { createErrorFormatter } from './format-error.ts';
import { createApolloServer } from './graphql-http.ts';
import { registerEventStreams } from './graphql-sse.ts';
import { createSubscriptionServer } from './graphql-ws.ts';
import { createAsk } from '../mcp/ask.ts';
import { mcpDocuments } from '../mcp/documents.ts';
import type { McpOptions } from '../mcp/register.ts';
import { registerHealth, type Health } from '../http/health.ts';
import type { Figures } from '../http/metrics.ts';
import { createHttp } from '../http/http.ts';
import { registerReportExport } from '../http/pages/report-export.ts';
import { liveCounters, liveGauges } from '../http/live-metrics.ts';
import { readOperation } from './operation-body.ts';
import { createPolicy } from './policy/policy.ts';
import { loadSafelist } from './policy/safelist.ts';
import { addressOf, toTrust } from '../http/client-address.ts';
import { createCrossOrigin } from '../http/cross-origin.ts';
import type { Authenticate } from '../http/payment.ts';
import type { Entra } from '../sign-in/entra.ts';
import { registerSignIn } from '../sign-in/sign-in.ts';
import { StartupError } from '../config/startup-error.ts';
import type { TellTrouble } from '../trouble-log.ts';
import { createSubscriber } from './subscriber.ts';
import { createTurns } from './turns.ts';
import { registerGraphiql } from '../http/pages/graphiql-page.ts';
import { registerSchemaFile } from '../http/pages/schema-file.ts';
import { registerWebApp } from '../http/pages/web-app.ts';

export interface ApiOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly tellTrouble: TellTrouble;
  readonly database: Database;
  readonly flows: Flows;
  readonly hub: LiveHub;
  readonly feed: ChangeFeed;
  readonly schema: GraphQLSchema;
  readonly webRoot: string;
  readonly now: () => Date;
  readonly health: Health;
}

export interface Api extends AsyncDisposable {
  readonly figures: Figures;
  readonly address: AddressInfo;
  /** From now on: not ready, no new streams; those that are open are ended, spread over `withinMs`. */
  drain(withinMs: number): Promise<void>;
}

/** Requests that are still being answered so long after the streams have ended are cut off. */
const closeGraceMs = 2_000;

/** GraphQL over HTTP, WebSocket and server-sent events, sign-in, health and the web application on one port. */
// eslint-disable-next-line max-lines-per-function -- a bill of materials
export async function startApi(options: ApiOptions): Promise<Api> {
  const { config, log, flows, hub, feed, schema, now } = options;
  const { db } = options.database;
  const entra = await connectEntra(config, log);
  const credentials = { db, entra, now, sessionCookie: cookieNames(config).session };
  await using stack = new AsyncDisposableStack();
  let isDraining = false;
  const formatError = createErrorFormatter(options, config.policy.isProduction);
  const contexts = {
    db,
    now,
    flows,
    publicUrl: config.publicUrl,
    counts: createSharedCounts(),
    turns: createTurns<number>(readsAtOnce),
  };
  const createContext = (signIn: SignIn | null, requestId: string) =>
    createRequestContext(contexts, signIn, requestId);
  const ofMcp = config.mcp ? Object.values(mcpDocuments) : [];
  const safelist = await loadSafelist(config.policy.persistedOperations, options.webRoot, ofMcp);
  const policy = createPolicy({ schema, safelist, now, ...config.policy });
  const createSharedContext = createSharedContexts(contexts);
  const subscriber = createSubscriber({ schema, createContext, createSharedContext });
  const crossOrigin = createCrossOrigin(config);

  const apollo = createApolloServer(schema, formatError);
  await apollo.start();
  stack.defer(() => apollo.stop());
  const isTrusted = toTrust(config.trustProxy);
  const { http, signInOf, identify, takePlace } = await createHttp({
    log,
    tellTrouble: options.tellTrouble,
    apollo,
    policy,
    createContext,
    publicUrl: config.publicUrl,
    isTrusted,
    requestTimeoutMs: config.policy.requestTimeoutSeconds * 1_000,
    crossOrigin,
    answerTimeoutMs: config.policy.answerTimeoutSeconds * 1_000,
    authenticate: ({ raw }) => authenticate(credentials, crossOrigin.credentialsOf(raw)),
    isDraining: () => isDraining,
  });
  stack.defer(() => closeHttp(http));
  await registerPages(http, options, { ...credentials, identify });
  const ask = createAsk({ policy, apollo, createContext });
  if (config.mcp)
    await openMcp(http, { ...config, schema, ask, takePlace, crossOrigin, authenticate: identify });
  const streams = { policy, subscriber, formatError, isAdmitted: crossOrigin.isAdmitted };
  const eventStreams = registerEventStreams(http, {
    ...streams,
    signInOf,
    readOperation: (request) => readOperation(request, policy.findListed),
  });
  const sockets = stack.use(
    createSubscriptionServer({
      ...streams,
      now,
      addressOf: (request) => addressOf(request, isTrusted),
      server: http.server,
      authenticate: async (request, authorization) =>
        authorization === undefined
          ? await authenticate(credentials, crossOrigin.credentialsOf(request))
          : await authenticateBearer(credentials, authorization),
    }),
  );
  const drain = async (withinMs: number) => {
    isDraining = true;
    options.health.drain();
    await Promise.all([sockets.drain(withinMs), eventStreams.drain(withinMs)]);
  };
  stack.defer(() => drain(0));
  const live = { hub, feed, subscriber, sockets, eventStreams };
  registerHealth(http, options.health);
  await listen(http, config);
  const running = stack.move();
  return {
    address: http.server.address() as AddressInfo,
    figures: { gauges: liveGauges(live), counters: liveCounters(live) },
    drain,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Loaded where it is configured. */
async function connectEntra({ entra, publicUrl }: Config, log: Logger): Promise<Entra | null> {
  if (entra === null) return null;
  const { createEntra } = await import('../sign-in/entra.ts');
  return createEntra(entra, publicUrl, log);
}

/** Loaded where it is turned on. In a function without `using`, where the compiler does not complete the names of files. */
async function openMcp(http: FastifyInstance, options: McpOptions): Promise<void> {
  const { registerMcp } = await import('../mcp/register.ts');
  registerMcp(http, options);
}

/** What a browser asks for beside GraphQL. */
async function registerPages(
  http: FastifyInstance,
  options: ApiOptions,
  { entra, identify }: Pick<AuthenticateDependencies, 'entra'> & { readonly identify: Authenticate },
): Promise<void> {
  const { config, database, flows, webRoot, now } = options;
  const { db } = database;
  const { demo, demoEverywhere, publicUrl, secureCookies } = config;
  const bootstrapOwner = config.entra?.bootstrapOwner ?? null;
  await registerSignIn(http, {
    database,
    demo,
    demoEverywhere,
    entra,
    bootstrapOwner,
    publicUrl,
    secureCookies,
    now,
  });
  const whoAsks = { db, now, authenticate: identify };
  await registerCliLogin(http, { ...whoAsks, database, publicUrl });
  registerSchemaFile(http, { ...whoAsks, schema: options.schema, isProduction: config.policy.isProduction });
  await registerGraphiql(http, { ...whoAsks, root: path.join(webRoot, '../graphiql'), publicUrl });
  registerReportExport(http, { ...whoAsks, publicUrl });
  registerConsent(http, { ...whoAsks, flows });
  await registerWebApp(http, { ...whoAsks, root: webRoot });
}

async function closeHttp(http: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => http.server.closeAllConnections(), closeGraceMs);
  await http.close();
  clearTimeout(cutOff);
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const sentence = unusable[code]?.(host, port);
    throw sentence === undefined ? error : new StartupError(sentence, { cause: error });
  }
}

const unusable: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is taken. Stop the other program, or set PORT to another.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is not an address of this machine. Set it to one that is.`,
  ENOTFOUND: (host) => `HOST is ${host}, a name without an address. Set it to an address of this machine.`,
  EACCES: (host, port) =>
    `This user is not allowed to use port ${port} on ${host}. Set PORT to one above 1023.`,
};
