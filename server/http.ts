import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastifyCookie } from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { ApolloServer } from '@apollo/server';
import { fastify, LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { SignIn } from '../core/access.ts';
import { Fault } from '../core/fault.ts';
import type { RequestContext } from '../schema/context.ts';

export interface HttpOptions {
  readonly log: Logger;
  readonly apollo: ApolloServer<RequestContext>;
  readonly authenticate: (request: FastifyRequest) => Promise<SignIn | null>;
  readonly createContext: (signIn: SignIn | null, requestId: string) => RequestContext;
  readonly publicUrl: string;
}

/** Larger than any document and its variables; a report is never sent to us. */
const bodyLimitBytes = 1024 * 1024;

export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { apollo, authenticate, createContext, publicUrl } = options;
  const http = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance;
  await http.register(fastifyCookie);
  await http.register(helmet, securityHeaders(publicUrl));
  http.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });

  const signIns = new WeakMap<FastifyRequest, SignIn | null>();
  http.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    preHandler: async (request, reply) => {
      try {
        signIns.set(request, await authenticate(request));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const errors = [{ message: error.message, extensions: { code: error.code } }];
        return await reply.code(401).send({ errors });
      }
    },
    handler: fastifyApolloHandler(apollo, {
      context: (request) => Promise.resolve(createContext(signIns.get(request) ?? null, request.id)),
    }),
  });
  return http;
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
