import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { SignIn } from '../core/access.ts';
import type { Db } from '../db/client.ts';
import type { LiveHub } from '../flows/live/hub.ts';
import type { Flows } from '../schema/flows.ts';
import { authenticate, authenticateBearer } from './authenticate.ts';
import type { Config } from './config.ts';
import { registerConsent, type ConsentOptions } from './consent.ts';
import { createRequestContext } from './context.ts';
import { createErrorFormatter } from './format-error.ts';
import { createApolloServer } from './graphql-http.ts';
import { createSubscriptionServer, type SubscriptionServer } from './graphql-ws.ts';
import { registerHealth } from './health.ts';
import { createHttp } from './http.ts';
import { registerReportExport } from './report-export.ts';
import { registerSignIn } from './sign-in.ts';
import { StartupError } from './startup-error.ts';
import type { UnmappedCodes } from './unmapped-codes.ts';
import { registerWebApp } from './web-app.ts';

export interface ApiOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly db: Db;
  readonly flows: Flows;
  readonly hub: LiveHub;
  readonly schema: GraphQLSchema;
  readonly webRoot: string;
  readonly now: () => Date;
  readonly receiveConsent: ConsentOptions['receiveConsent'];
  readonly isReady: () => Promise<void>;
  readonly unmappedCodes: Pick<UnmappedCodes, 'count'>;
}

export interface Api extends AsyncDisposable {
  readonly address: AddressInfo;
}

/** GraphQL over HTTP and WebSocket, sign-in, health and the web application on one port. */
export async function startApi(options: ApiOptions): Promise<Api> {
  const { config, log, db, flows, schema } = options;
  await using stack = new AsyncDisposableStack();
  const formatError = createErrorFormatter(log);
  const createContext = (signIn: SignIn | null, requestId: string) =>
    createRequestContext({ db, flows, publicUrl: config.publicUrl }, signIn, requestId);

  const apollo = createApolloServer(schema, formatError);
  await apollo.start();
  stack.defer(() => apollo.stop());
  const http = await createHttp({
    log,
    apollo,
    createContext,
    publicUrl: config.publicUrl,
    authenticate: ({ headers }) => authenticate(db, headers),
  });
  stack.defer(() => http.close());
  const sockets = stack.use(
    createSubscriptionServer({
      server: http.server,
      schema,
      formatError,
      createContext,
      authenticate: ({ headers }, authorization) =>
        authorization === undefined ? authenticate(db, headers) : authenticateBearer(db, authorization),
      isOwnOrigin: (request) => isOwnOrigin(request, config.publicUrl),
    }),
  );
  await registerRoutes(http, options, sockets);
  await listen(http, config);
  const running = stack.move();
  return {
    address: http.server.address() as AddressInfo,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function registerRoutes(
  http: FastifyInstance,
  { config, db, hub, webRoot, now, receiveConsent, isReady, unmappedCodes }: ApiOptions,
  sockets: SubscriptionServer,
): Promise<void> {
  registerSignIn(http, { db, demo: config.demo, secureCookies: config.secureCookies, now });
  registerHealth(http, {
    isReady,
    gauges: {
      tenantatlas_sockets: { help: 'Open WebSockets.', read: () => sockets.sockets },
      tenantatlas_watches: { help: 'Open subscriptions on this process.', read: () => hub.watching },
    },
    counters: {
      tenantatlas_unmapped_codes_total: {
        help: 'Answers of Microsoft with a code the reason table does not know, seen by this process.',
        read: () => unmappedCodes.count,
      },
    },
  });
  const whoAsks = { db, authenticate: ({ headers }: FastifyRequest) => authenticate(db, headers) };
  registerReportExport(http, { ...whoAsks, publicUrl: config.publicUrl });
  registerConsent(http, { ...whoAsks, receiveConsent });
  await registerWebApp(http, { ...whoAsks, root: webRoot });
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} on ${host} is taken. Stop the other program, or set PORT to another.`,
      );
    }
    throw error;
  }
}

/** Programs send no Origin. A page may be ours under the public address or under the one it was asked at. */
function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
