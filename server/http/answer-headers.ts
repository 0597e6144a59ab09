import type { FastifyRequest, onRequestHookHandler, onSendHookHandler } from 'fastify';
import type { Allowance } from '../graphql/policy/rate-limit.ts';
import { mcpAddress, metadataAddress } from '../mcp/addresses.ts';
import { traceparentOf } from './request-id.ts';

/** On every answer, event streams included, which write their own head. */
export const identifyAnswer: onRequestHookHandler = (request, reply, done) => {
  void reply.header('x-request-id', request.id);
  const traceparent = traceparentOf(request.headers);
  if (traceparent !== null) void reply.header('traceparent', traceparent);
  done();
};

export interface AnswerHeadersOptions {
  /** Every answer then asks the client to open another connection, which leads to another process. */
  readonly isDraining: () => boolean;
  readonly publicUrl: string;
  /** Of whoever paid for the request; null: there is no limit, or no one paid. */
  readonly allowanceOf: (request: FastifyRequest) => Allowance | null;
}

export function addAnswerHeaders({
  isDraining,
  allowanceOf,
  publicUrl,
}: AnswerHeadersOptions): onSendHookHandler {
  return (request, reply, _payload, done) => {
    // Files and pages say for themselves how long they may be kept; everything else is an answer for one viewer now.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    if (reply.statusCode === 401) void reply.header('www-authenticate', challengeOf(request, publicUrl));
    const allowance = allowanceOf(request);
    if (allowance !== null) void reply.headers(toRateLimit(allowance));
    if (isDraining()) void reply.header('connection', 'close');
    done();
  };
}

/** RFC 6750: what was sent and is not valid is told from nothing sent. RFC 9728: a client of /mcp learns who gives out tokens. */
function challengeOf({ headers, routeOptions }: FastifyRequest, publicUrl: string): string {
  const error = headers.authorization === undefined ? '' : ', error="invalid_token"';
  const metadata = `, resource_metadata="${publicUrl}${metadataAddress}${mcpAddress}"`;
  return `Bearer realm="TenantAtlas"${error}${routeOptions.url === mcpAddress ? metadata : ''}`;
}

/** As draft-ietf-httpapi-ratelimit-headers has them. */
function toRateLimit({ perMinute, left, fullInSeconds }: Allowance): Record<string, string> {
  return {
    'ratelimit-policy': `"requests";q=${perMinute};w=60`,
    ratelimit: `"requests";r=${left};t=${fullInSeconds}`,
  };
}
