import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { SignIn } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import type { ErrorFormatter } from './format-error.ts';
import type { OperationBody } from './operation-body.ts';
import { limits } from './policy/limits.ts';
import { tooMany, type Policy } from './policy/policy.ts';
import { stagger } from './stagger.ts';
import type { Subscriber } from './subscriber.ts';

export interface EventStreamOptions {
  readonly policy: Policy;
  readonly subscriber: Subscriber;
  readonly formatError: ErrorFormatter;
  /** Of a request that was let in. */
  readonly signInOf: (request: FastifyRequest) => SignIn | null;
  /** Body or query string; throws a Fault for what is no operation. */
  readonly readOperation: (request: FastifyRequest) => OperationBody;
  /** Our own pages, programs, and the pages that ALLOWED_ORIGINS names. */
  readonly isAdmitted: (request: IncomingMessage) => boolean;
}

export interface EventStreams {
  readonly open: number;
  /** Refuses new streams and ends those that are open, spread over `withinMs`. */
  drain(withinMs: number): Promise<void>;
}

/** Shorter than the minute after which proxies take a silent connection for dead. */
const pingMs = 12_000;
/** What an EventSource sends back after a stream that was complete. */
const lastEventId = 'complete';
/** A client that has read nothing for so long is cut off: 1013's place, which HTTP has no word for. */
const stuckMs = 30_000;

/**
 * Subscriptions as server-sent events: the GraphQL-over-SSE protocol in its distinct-connections mode, one request per
 * subscription. Written here and not taken from graphql-sse, whose server keeps all that a slow client has not read.
 */
export function registerEventStreams(http: FastifyInstance, options: EventStreamOptions): EventStreams {
  const open = new Set<AbortController>();
  let isDraining = false;

  http.route({
    // OPTIONS: a preflight, which cross-origin.ts answers.
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql/stream',
    bodyLimit: limits.messageBytes,
    handler: async (request, reply) => {
      const signIn = options.signInOf(request);
      if (!options.isAdmitted(request.raw)) return await reply.code(403).send();
      // An EventSource comes back whatever its stream ended with. Only this ends it.
      if (request.headers['last-event-id'] === lastEventId) return await reply.code(204).send();
      if (isDraining) return await reply.code(503).header('retry-after', '1').send();
      if (signIn === null) throw new Fault('UNAUTHENTICATED', 'Sign in, or send a valid API token.');
      const operation = options.readOperation(request);
      const leave = options.policy.openStream(signIn);
      if (leave === null) throw tooMany(1);
      const ending = new AbortController();
      open.add(ending);
      reply.hijack();
      try {
        await stream(reply.raw, events(options, { ...operation, signIn, requestId: request.id }), {
          ending: ending.signal,
          headers: reply.getHeaders() as OutgoingHttpHeaders,
        });
      } finally {
        open.delete(ending);
        leave();
      }
    },
  });

  return {
    get open() {
      return open.size;
    },
    async drain(withinMs) {
      isDraining = true;
      await stagger([...open], withinMs, (ending) => ending.abort());
    },
  };
}

type Events = () => Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
interface FormattedResult {
  readonly data?: ExecutionResult['data'] | undefined;
  readonly errors?: readonly object[];
}

function events(
  { policy, subscriber, formatError }: EventStreamOptions,
  request: OperationBody & { readonly signIn: SignIn; readonly requestId: string },
): { start: Events; format: (result: ExecutionResult) => FormattedResult } {
  const { query, operationName, variables } = request;
  return {
    start: async () => {
      const admission = policy.admit({
        query,
        operationName,
        variables,
        transport: 'stream',
        isSignedIn: true,
      });
      if (admission.kind === 'invalid') return { errors: admission.errors };
      if (admission.kind === 'refused') {
        const { fault } = admission;
        return { errors: [new GraphQLError(fault.message, { originalError: fault })] };
      }
      return await subscriber.subscribe({ ...request, document: admission.document });
    },
    format: ({ data, errors }) =>
      errors === undefined
        ? { data }
        : { data: data ?? null, errors: errors.map((error) => formatError(error, request.requestId)) },
  };
}

async function stream(
  response: ServerResponse,
  { start, format }: ReturnType<typeof events>,
  { ending, headers }: { readonly ending: AbortSignal; readonly headers: OutgoingHttpHeaders },
): Promise<void> {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would otherwise collect events until its buffer is full.
    'x-accel-buffering': 'no',
  });
  const { write, end } = createWriter(response);
  await write(':\n\n');
  // The reply is no longer Fastify's: what goes wrong from here on ends the stream here.
  const result = await start().catch((error: unknown) => ({ errors: [toError(error)] }));
  if (!(Symbol.asyncIterator in result)) await write(frame('next', format(result)));
  else {
    const stop = () => void result.return?.();
    response.once('close', stop);
    ending.addEventListener('abort', stop, { once: true });
    if (response.destroyed || ending.aborted) stop();
    try {
      for await (const event of result) await write(frame('next', format(event)));
    } catch (error) {
      await write(frame('next', format({ errors: [toError(error)] })));
    }
    ending.removeEventListener('abort', stop);
  }
  // Without `complete` a client takes the end for a lost connection and comes back: right, while we are restarting.
  if (!ending.aborted) await write(frame('complete'));
  await end();
}

function toError(error: unknown): GraphQLError {
  return new GraphQLError('the stream failed', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}

function frame(event: 'next' | 'complete', data?: unknown): string {
  const id = event === 'complete' ? `id: ${lastEventId}\n` : '';
  return `event: ${event}\n${id}data:${data === undefined ? '' : ` ${JSON.stringify(data)}`}\n\n`;
}

interface Writer {
  /** Resolves when the client has taken the bytes, or is gone. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when the client has taken everything, or is gone: until then the stream counts as one of its viewer's. */
  readonly end: () => Promise<void>;
}

function createWriter(response: ServerResponse): Writer {
  let lastTakenAt = performance.now();
  let isEnding = false;
  const ping = setInterval(() => {
    if (!isEnding && !response.writableNeedDrain) response.write(':\n\n');
    else if (performance.now() - lastTakenAt > stuckMs) response.destroy();
  }, pingMs).unref();
  response.once('close', () => clearInterval(ping));
  return {
    async write(text) {
      if (response.destroyed) return;
      if (!response.write(text)) {
        await new Promise<void>((resolve) => {
          const settle = () => {
            response.off('drain', settle).off('close', settle);
            resolve();
          };
          response.on('drain', settle).on('close', settle);
        });
      }
      lastTakenAt = performance.now();
    },
    async end() {
      isEnding = true;
      if (response.closed) return;
      response.end();
      await new Promise((resolve) => response.once('close', resolve));
    },
  };
}
