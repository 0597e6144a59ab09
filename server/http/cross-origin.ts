import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin } from './own-origin.ts';
import { isGraphql } from './payment.ts';

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Pages of other origins: those that ALLOWED_ORIGINS names may use the API with a token, never with our cookies. */
export interface CrossOrigin {
  /** Whether the request comes from one of our pages, from a program, or from a page that is named. */
  readonly isAdmitted: (request: Asking) => boolean;
  /** The headers by which it may sign in. */
  readonly credentialsOf: (request: Asking) => IncomingHttpHeaders;
  /** Answers preflights, and tells browsers which pages may read an answer. */
  readonly register: (http: FastifyInstance) => void;
}

export interface CrossOriginOptions {
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
}

/** A day is more than any browser keeps the answer to a preflight (seconds). */
const preflightSeconds = 86_400;
const sent =
  'authorization, content-type, x-request-id, traceparent, apollo-require-preflight, x-apollo-operation-name';
const read = 'x-request-id, traceparent, retry-after, ratelimit, ratelimit-policy, www-authenticate';

export function createCrossOrigin({ publicUrl, allowedOrigins }: CrossOriginOptions): CrossOrigin {
  const isOwn = (request: Asking) => isOwnOrigin(request, publicUrl);
  const isGuest = (request: Asking) =>
    allowedOrigins.includes(request.headers.origin ?? '') && !isOwn(request);

  function answer(request: FastifyRequest, reply: FastifyReply): boolean {
    // Also where there is no Origin: what a cache keeps of it must not be given to a page.
    void reply.header('vary', 'Origin');
    if (!isGuest(request.raw)) return false;
    void reply
      .header('access-control-allow-origin', request.headers.origin)
      .header('access-control-expose-headers', read);
    if (request.method !== 'OPTIONS') return false;
    void reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', sent)
      .header('access-control-max-age', preflightSeconds)
      .code(204)
      .send();
    return true;
  }

  return {
    isAdmitted: (request) => isOwn(request) || isGuest(request),
    credentialsOf: (request) =>
      isGuest(request) ? { ...request.headers, cookie: undefined } : request.headers,
    register(http) {
      if (allowedOrigins.length === 0) return;
      http.addHook('onRequest', (request, reply, done) => {
        if (!isGraphql(request) || !answer(request, reply)) done();
      });
    },
  };
}
