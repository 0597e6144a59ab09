import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastifyCookie } from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { ApolloServer } from '@apollo/server';
import {
  fastify,
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import type { SignIn } from '../../core/access/access.ts';
import { Fault } from '../../core/fault.ts';
import { toUnavailable } from '../../db/engine/sessions/unavailable.ts';
import type { BudgetedContext } from '../graphql/context.ts';
import { statusOfCode } from '../graphql/format-error.ts';
import { batched, toVariables } from '../graphql/operation-body.ts';
import { documentOf, putDocument } from '../graphql/persisted.ts';
import { limits } from '../graphql/policy/limits.ts';
import type { Policy } from '../graphql/policy/policy.ts';
import type { TellTrouble } from '../trouble-log.ts';
import { addAnswerHeaders, identifyAnswer } from './answer-headers.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { readUtf8Bodies } from './bodies.ts';
import { compressAnswers } from './compression.ts';
import type { IsTrusted } from './client-address.ts';
import type { CrossOrigin } from './cross-origin.ts';
import { cutOffUnread, patience } from './patience.ts';
import { createPlaces, type TakePlace } from './places.ts';
import {
  createPayers,
  createPayingAuthenticate,
  isGraphql,
  isPaidByAddress,
  type Authenticate,
} from './payment.ts';
import { requestIdOf } from './request-id.ts';

export interface HttpOptions {
  readonly log: Logger;
  readonly tellTrouble: TellTrouble;
  readonly apollo: ApolloServer<BudgetedContext>;
  readonly policy: Policy;
  readonly authenticate: Authenticate;
  readonly createContext: (signIn: SignIn | null, requestId: string) => BudgetedContext;
  readonly publicUrl: string;
  readonly crossOrigin: CrossOrigin;
  readonly isTrusted: IsTrusted;
  /** By then a request has to be here, head and body. */
  readonly requestTimeoutMs: number;
  /** By then an answer has to be read. */
  readonly answerTimeoutMs: number;
  /** Every answer then asks the client to open another connection, which leads to another process. */
  readonly isDraining: () => boolean;
}

export interface Http {
  readonly http: FastifyInstance;
  /** Who sent a request to a path below /graphql. */
  readonly signInOf: (request: FastifyRequest) => SignIn | null;
  /** Who sent any other request; throws UNAUTHENTICATED and RATE_LIMITED. */
  readonly identify: Authenticate;
  readonly takePlace: TakePlace;
}

export async function createHttp(options: HttpOptions): Promise<Http> {
  const { apollo, policy, authenticate, createContext, publicUrl } = options;
  const http = createFastify(options);
  readUtf8Bodies(http);
  await http.register(fastifyCookie);
  await http.register(helmet, securityHeaders(publicUrl));
  const payers = createPayers(policy);
  http.addHook('onRequest', identifyAnswer);
  http.addHook('onSend', addAnswerHeaders({ ...options, ...payers }));
  await compressAnswers(http);
  options.crossOrigin.register(http);
  cutOffUnread(http, options.answerTimeoutMs);
  http.setErrorHandler(createFailureHandler(options));

  const signIns = new WeakMap<FastifyRequest, SignIn | null>();
  const signInOf = (request: FastifyRequest) => signIns.get(request) ?? null;
  const identify = createPayingAuthenticate(policy, authenticate, payers.note);
  const takePlace = createPlaces();
  http.addHook('onRequest', async (request) => {
    const signIn = isGraphql(request) ? await identify(request) : null;
    signIns.set(request, signIn);
    const isPaid = signIn !== null || !(isGraphql(request) || isPaidByAddress(request));
    if (!isPaid) payers.note(request, null);
    const refusal = isPaid ? null : policy.take(null, request.ip);
    if (refusal !== null) throw refusal;
  });
  http.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      const signIn = signInOf(request);
      const refusal = admit(policy, request, signIn);
      if (refusal !== null) throw refusal;
      if (signIn !== null) await takePlace(signIn.viewer.userId, reply.raw);
    },
    handler: fastifyApolloHandler(apollo, {
      context: (request) => Promise.resolve(createContext(signInOf(request), request.id)),
    }),
  });
  return { http, signInOf, identify, takePlace };
}

function createFastify(options: HttpOptions): FastifyInstance {
  return fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    trustProxy: options.isTrusted,
    ...patience(options.requestTimeoutMs),
    clientErrorHandler: answerUnreadable,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
}

/** What Apollo says about a document it says itself; here is what the policy says about one, before Apollo parses it. */
function admit(policy: Policy, request: FastifyRequest, signIn: SignIn | null): Fault | null {
  const { body, method } = request;
  if (Array.isArray(body)) return batched();
  const source = method === 'GET' ? queryOf(request) : (body as Readonly<Record<string, unknown>> | null);
  const query = documentOf(source ?? {}, policy.findListed);
  if (query === null || query instanceof Fault) return query;
  putDocument(request, source ?? {}, query);
  const variables = toVariables(source?.['variables'] ?? null);
  if (variables instanceof Fault) return variables;
  const admission = policy.admit({
    query,
    operationName: typeof source?.['operationName'] === 'string' ? source['operationName'] : null,
    variables,
    transport: 'request',
    isSignedIn: signIn !== null,
  });
  return admission.kind === 'refused' ? admission.fault : null;
}

/** As Apollo reads it. Fastify's parser leaves `%zz` and `%FF` as they are: what it reads would be judged, and another text executed. */
function queryOf({ url }: FastifyRequest): Readonly<Record<string, unknown>> {
  return Object.fromEntries(new URL(url, 'http://here.invalid').searchParams);
}

/** Faults, and what Fastify says about a request it could not read, in the shape of GraphQL's errors. */
function createFailureHandler({ tellTrouble }: Pick<HttpOptions, 'tellTrouble'>) {
  return async (thrown: Error, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const error = toUnavailable(thrown);
    if (error instanceof Fault) {
      const { code, message, details } = error;
      if (code === 'SERVICE_UNAVAILABLE')
        tellTrouble('warn', 'the database was not available', thrown, { requestId: request.id });
      if (details.retryAfterSeconds !== undefined) reply.header('retry-after', details.retryAfterSeconds);
      return await send(request, reply.code(statusOfCode(code) ?? 400), message, { code, ...details });
    }
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
        ? error.statusCode
        : 500;
    if (status < 500) {
      const code = status === 413 ? 'QUERY_TOO_COMPLEX' : 'BAD_USER_INPUT';
      const message = status === 415 ? describeMediaType(thrown) : thrown.message;
      return await send(request, reply.code(status), message, { code });
    }
    request.log.error({ err: error, requestId: request.id }, 'unhandled error in request');
    const message = 'Internal error. Include the request id when you report it.';
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: request.id };
    return await send(request, reply.code(500), message, extensions);
  };
}

/** Fastify's own sentence does not say what is taken. */
function describeMediaType(error: Error): string {
  const isFastifys = 'code' in error && error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE';
  return isFastifys ? 'Send the body as JSON, with Content-Type: application/json.' : error.message;
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return await reply.send(isGraphql(request) ? { errors: [{ message, extensions }] } : { message });
}

/** Scripts only from our own files; styles also inline, because Fluent UI writes its rules into style elements. */
function securityHeaders(publicUrl: string) {
  const socketOrigin = publicUrl.replace(/^http/, 'ws');
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", socketOrigin],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  };
}
