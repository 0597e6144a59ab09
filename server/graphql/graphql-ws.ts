import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SignIn } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import { toUnavailable } from '../../db/engine/sessions/unavailable.ts';
import type { ErrorFormatter } from './format-error.ts';
import { documentOf } from './persisted.ts';
import { limits } from './policy/limits.ts';
import type { Policy } from './policy/policy.ts';
import { closeCodes, watchSlowSockets } from './socket-close.ts';
import { stagger } from './stagger.ts';
import type { Subscriber, SubscribeRequest } from './subscriber.ts';

export interface SubscriptionServerOptions {
  readonly server: Server;
  readonly policy: Policy;
  readonly subscriber: Subscriber;
  readonly formatError: ErrorFormatter;
  /** By `authorization` of connection_init, else by the cookie of the upgrade request. */
  readonly authenticate: (
    request: IncomingMessage,
    authorization: string | undefined,
  ) => Promise<SignIn | null>;
  /** Our own pages, programs, and the pages that ALLOWED_ORIGINS names: a browser opens sockets from any page. */
  readonly isAdmitted: (request: IncomingMessage) => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => Date;
}

export interface SubscriptionServer extends AsyncDisposable {
  readonly sockets: number;
  /** Refuses new sockets and closes those that are open, spread over `withinMs`. */
  drain(withinMs: number): Promise<void>;
}

interface SocketExtra extends Extra {
  signIn?: SignIn;
  /** Gives back the socket's place among its viewer's, and stops its expiry. */
  release?: () => void;
  [key: PropertyKey]: unknown;
}
type Socket = SocketContext<Record<string, unknown>, Extra & Partial<SocketExtra>>;

/** A client that does not answer the closing handshake within this is cut off. */
const closeGraceMs = 1_000;

// eslint-disable-next-line max-lines-per-function -- one table of what happens when
export function createSubscriptionServer(options: SubscriptionServerOptions): SubscriptionServer {
  const { server, formatError, subscriber } = options;
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytes });
  const slowSockets = watchSlowSockets(webSockets);
  const requests = new WeakMap<object, SubscribeRequest>();
  /** By upgrade request: gives back the place that a socket takes until it is known whose it is. */
  const waiting = new WeakMap<IncomingMessage, () => void>();
  const requestIdOf = (id: string) => `ws-${id}`;
  let isDraining = false;

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (pathOf(request) !== '/graphql') return refuse(socket, '404 Not Found');
    if (isDraining) return refuse(socket, '503 Service Unavailable');
    if (!options.isAdmitted(request)) return refuse(socket, '403 Forbidden');
    const leave = options.policy.openSocket(options.addressOf(request));
    if (leave === null) return refuse(socket, '429 Too Many Requests');
    socket.once('close', leave);
    waiting.set(request, leave);
    webSockets.handleUpgrade(request, socket, head, (webSocket) =>
      webSockets.emit('connection', webSocket, request),
    );
  };
  server.on('upgrade', onUpgrade);

  const disposable = useServer<Record<string, unknown>, SocketExtra>(
    {
      onConnect: async (socket) => {
        const isIn = await signInSocket(socket, options);
        if (isIn) waiting.get(socket.extra.request)?.();
        return isIn;
      },
      onClose: ({ extra }) => extra.release?.(),
      onSubscribe: (socket, id, payload) => {
        const { operationName, variables } = payload;
        const query = documentOf({ ...payload }, options.policy.findListed) ?? '';
        if (query instanceof Fault) return [toError(query)];
        const prepared = prepare(socket, options, {
          query,
          operationName: operationName ?? null,
          variables: variables ?? {},
          requestId: requestIdOf(id),
        });
        if (Array.isArray(prepared)) return prepared;
        const { document } = prepared;
        const args = { schema: emptyObject as never, document, operationName: prepared.operationName };
        requests.set(args, prepared);
        return args;
      },
      subscribe: async (args) => {
        const request = requests.get(args);
        if (request === undefined) throw new Error('a subscription that was not prepared');
        return await subscriber.subscribe(request);
      },
      onNext: ({ extra }, id, _payload, _args, { data = null, errors }) => {
        if (errors === undefined) return;
        const formatted = errors.map((error) => formatError(error, requestIdOf(id)));
        closeFor(formatted, extra.socket);
        return { data, errors: formatted };
      },
      onError: ({ extra }, id, _payload, errors) => {
        const formatted = errors.map((error) => formatError(error, requestIdOf(id)));
        closeFor(formatted, extra.socket);
        return formatted;
      },
    },
    webSockets,
  );

  // graphql-ws writes what a stranger does wrong (a message that is too large, say) to the console, as often as they like.
  webSockets.on('connection', (socket) => {
    socket.removeAllListeners('error').on('error', () => socket.terminate());
  });

  return {
    get sockets() {
      return webSockets.clients.size;
    },
    async drain(withinMs) {
      isDraining = true;
      await stagger([...webSockets.clients], withinMs, (client) =>
        client.close(...closeCodes.serviceRestart),
      );
    },
    async [Symbol.asyncDispose]() {
      isDraining = true;
      slowSockets.stop();
      await endSockets(webSockets);
      server.off('upgrade', onUpgrade);
      await disposable.dispose();
    },
  };
}

/**
 * A client takes an error message for the end of its operation. Where the reason passes, the socket closes with a code on
 * which clients come back on their own, after the message, which is sent in this turn of the event loop.
 */
function closeFor(errors: readonly GraphQLFormattedError[], socket: WebSocket): void {
  const codes = new Set(errors.map(({ extensions }) => extensions?.['code']));
  const close = (code: readonly [number, string]) => setImmediate(() => socket.close(...code));
  if (codes.has('UNAUTHENTICATED')) close(closeCodes.credentialsEnded);
  else if (codes.has('SERVICE_UNAVAILABLE')) close(closeCodes.unavailable);
}

/** graphql-ws passes it on to `subscribe`, which has everything it needs from the prepared request. */
const emptyObject = {};

async function signInSocket(
  socket: Socket,
  { authenticate, policy, addressOf, now }: SubscriptionServerOptions,
): Promise<boolean> {
  const extra = socket.extra;
  const refuseWith = (code: readonly [number, string]) => {
    extra.socket.close(...code);
    // graphql-ws would close again with 4403 on `false`; the socket is closing already, and the first code stands.
    return false;
  };
  const signIn = await findSignIn(socket, authenticate);
  if (signIn === null || signIn instanceof Fault) {
    // Whoever sends wrong credentials is no one, and pays as one.
    const isFlood = policy.take(null, addressOf(extra.request)) !== null;
    if (isFlood) return refuseWith(closeCodes.tooManyAttempts);
    return refuseWith(signIn === null ? closeCodes.unauthorized : closeCodeOf(signIn));
  }
  if (policy.take(signIn, '') !== null) return refuseWith(closeCodes.tooManyAttempts);
  const leave = policy.openStream(signIn);
  if (leave === null) return refuseWith(closeCodes.tooManySockets);
  const expiry = closeAtExpiry(extra.socket, signIn, now());
  const isGone = extra.socket.readyState !== extra.socket.OPEN;
  extra.signIn = signIn;
  extra.release = () => {
    clearTimeout(expiry);
    leave();
    delete extra.release;
  };
  if (isGone) extra.release();
  return true;
}

async function findSignIn(
  { connectionParams, extra: { request } }: Socket,
  authenticate: SubscriptionServerOptions['authenticate'],
): Promise<SignIn | Fault | null> {
  try {
    return await authenticate(request, authorizationIn(connectionParams));
  } catch (error) {
    const fault = toUnavailable(error);
    if (fault instanceof Fault) return fault;
    throw error;
  }
}

/** In any spelling, as HTTP takes it, and where Hasura’s clients put it: `{ headers: { Authorization } }`. */
function authorizationIn(params: Readonly<Record<string, unknown>> = {}): string | undefined {
  const { headers } = params;
  const inHeaders = typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
  for (const [name, value] of [...Object.entries(params), ...inHeaders] as [string, unknown][])
    if (name.toLowerCase() === 'authorization' && typeof value === 'string') return value;
  return undefined;
}

/** 4401 is final for a client; a refusal that passes must not look like it. */
function closeCodeOf({ details }: Fault): readonly [number, string] {
  return details.retryAfterSeconds === undefined ? closeCodes.unauthorized : closeCodes.unverifiable;
}

/** The longest a timer of Node's can wait, 24.8 days; no browser keeps a socket open for so long. */
const longestTimerMs = 2 ** 31 - 1;

function closeAtExpiry(socket: WebSocket, { expiresAt }: SignIn, now: Date): NodeJS.Timeout | undefined {
  if (expiresAt === null) return undefined;
  const inMs = Math.min(longestTimerMs, Math.max(0, expiresAt.getTime() - now.getTime()));
  return setTimeout(() => socket.close(...closeCodes.credentialsEnded), inMs).unref();
}

function prepare(
  { extra, subscriptions }: Socket,
  { policy }: SubscriptionServerOptions,
  asked: Pick<SubscribeRequest, 'query' | 'operationName' | 'variables' | 'requestId'>,
): SubscribeRequest | GraphQLError[] {
  const { signIn } = extra;
  if (signIn === undefined) throw new Error('a socket was let in without a sign-in');
  const refusal = policy.take(signIn, '') ?? tooManyOperations(Object.keys(subscriptions).length);
  if (refusal !== null) return [toError(refusal)];
  const { query, operationName, variables } = asked;
  const admission = policy.admit({ query, operationName, variables, transport: 'stream', isSignedIn: true });
  if (admission.kind === 'refused') return [toError(admission.fault)];
  if (admission.kind === 'invalid') return [...admission.errors];
  return { ...asked, signIn, document: admission.document };
}

function tooManyOperations(count: number): Fault | null {
  if (count <= limits.operationsPerSocket) return null;
  const message = `A socket can carry at most ${limits.operationsPerSocket} operations.`;
  return new Fault('RATE_LIMITED', message, { retryAfterSeconds: 1 });
}

function toError(fault: Fault): GraphQLError {
  return new GraphQLError(fault.message, { originalError: fault });
}

/** Resolves when every socket is closed, at the latest after the grace. */
async function endSockets(webSockets: WebSocketServer): Promise<void> {
  for (const client of webSockets.clients) client.close(...closeCodes.serviceRestart);
  const open = [...webSockets.clients].map(
    (client) => new Promise((resolve) => client.once('close', resolve)),
  );
  const cutOff = setTimeout(() => {
    for (const client of webSockets.clients) client.terminate();
  }, closeGraceMs);
  await Promise.all(open);
  clearTimeout(cutOff);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : url;
}

/**
 * Node lets go of a socket that asks for an upgrade: whoever resets it would end the process by an error without an owner,
 * and whoever keeps it open would keep it for good.
 */
function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined).once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
