import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { SignIn } from '../core/access.ts';
import { Fault } from '../core/fault.ts';
import type { RequestContext } from '../schema/context.ts';
import type { ErrorFormatter } from './format-error.ts';

export interface SubscriptionServerOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly formatError: ErrorFormatter;
  readonly createContext: (signIn: SignIn, requestId: string) => RequestContext;
  /** By `authorization` of connection_init, else by the cookie of the upgrade request. */
  readonly authenticate: (
    request: IncomingMessage,
    authorization: string | undefined,
  ) => Promise<SignIn | null>;
  /** A browser sends its cookies from any page: only our own may open a socket with them. */
  readonly isOwnOrigin: (request: IncomingMessage) => boolean;
}

export interface SubscriptionServer extends AsyncDisposable {
  readonly sockets: number;
}

/** Room for any subscription document with its variables; results are not bounded by it. */
const maxPayloadBytes = 64 * 1024;
/** 1012, service restart: clients come back by themselves and get the snapshot again. */
const serviceRestart = 1012;
const unauthorized = 4401;

interface SocketExtra extends Extra {
  signIn?: SignIn;
  [key: PropertyKey]: unknown;
}

export function createSubscriptionServer(options: SubscriptionServerOptions): SubscriptionServer {
  const { server, schema, formatError } = options;
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes });

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/graphql')
      return refuse(socket, '404 Not Found');
    if (!options.isOwnOrigin(request)) return refuse(socket, '403 Forbidden');
    webSockets.handleUpgrade(request, socket, head, (webSocket) =>
      webSockets.emit('connection', webSocket, request),
    );
  };
  server.on('upgrade', onUpgrade);

  const requestIdOf = (id: string) => `ws-${id}`;
  const disposable = useServer<Record<string, unknown>, SocketExtra>(
    {
      schema,
      onConnect: async (context) => await signInSocket(context, options),
      onSubscribe: (context, id, { query, operationName, variables }) => {
        const { signIn } = context.extra as SocketExtra;
        if (signIn === undefined) throw new Error('a socket was let in without a sign-in');
        const contextValue = options.createContext(signIn, requestIdOf(id));
        const prepared = prepareSubscription(schema, query, operationName ?? undefined);
        if (Array.isArray(prepared)) return prepared.map((error) => new GraphQLError(error.message, error));
        return { ...prepared, variableValues: variables ?? {}, contextValue };
      },
      onNext: (_context, id, _payload, _args, { data = null, errors }) =>
        errors && { data, errors: errors.map((error) => formatError(error, requestIdOf(id))) },
      onError: (_context, id, _payload, errors) => errors.map((error) => formatError(error, requestIdOf(id))),
    },
    webSockets,
  );

  return {
    get sockets() {
      return webSockets.clients.size;
    },
    async [Symbol.asyncDispose]() {
      server.off('upgrade', onUpgrade);
      for (const client of webSockets.clients) client.close(serviceRestart, 'Service restart');
      await disposable.dispose();
    },
  };
}

async function signInSocket(
  context: SocketContext<Record<string, unknown>, Extra & Partial<SocketExtra>>,
  { authenticate }: SubscriptionServerOptions,
): Promise<boolean> {
  const { socket, request } = context.extra;
  const authorization = context.connectionParams?.['authorization'];
  try {
    const signIn = await authenticate(request, typeof authorization === 'string' ? authorization : undefined);
    if (signIn !== null) {
      (context.extra as SocketExtra).signIn = signIn;
      return true;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  socket.close(unauthorized, 'Unauthorized');
  // graphql-ws would close again with 4403 on `false`; the socket is closing with 4401 already, which stands.
  return false;
}

/** Queries and mutations belong on HTTP, where they can be cached, limited and logged. */
function prepareSubscription(
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
): Omit<ExecutionArgs, 'contextValue'> | readonly GraphQLError[] {
  const document = parseDocument(query);
  if (document instanceof GraphQLError) return [document];
  const errors = validate(schema, document);
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription') {
    return [
      new GraphQLError('Only subscriptions are accepted here. Send queries and mutations to POST /graphql.'),
    ];
  }
  return { schema, document, operationName: operationName ?? null };
}

function parseDocument(query: string) {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
