import type { Answer, ProviderSecret, ProviderSession, SessionOptions } from '../../core/provider.ts';
import type { Cloud } from './clouds.ts';
import { listCollection } from './collections.ts';
import { createQuestions } from './evidence.ts';
import { createGraphClient } from './graph.ts';
import type { Fetch, HttpLimits } from './http.ts';
import { once } from './once.ts';
import type { Patience } from './retry.ts';
import { acquireToken } from './token.ts';

export interface Bounds {
  readonly tokenTimeoutMs: number;
  readonly graphTimeoutMs: number;
  /** What one session may spend on waiting for Microsoft to be ready again, over all its requests. */
  readonly patienceMs: number;
}

/** Entra's answers are a few KB; what is larger is not Entra's. */
const tokenMaxBytes = 256 * 1024;

/** The catalogue of Graph's own permissions is the largest thing read: well under one MB in 2026. */
const graphMaxBytes = 8 * 1024 * 1024;

export interface SessionParts extends SessionOptions {
  readonly cloud: Cloud;
  readonly tenantId: string;
  readonly secret: ProviderSecret;
  readonly fetch: Fetch;
  readonly bounds: Bounds;
}

export function createSession(parts: SessionParts): ProviderSession {
  const { cloud, tenantId, secret, fetch, bounds, correlationId } = parts;
  const ended = new AbortController();
  const signal = AbortSignal.any([parts.signal, ended.signal]);
  const patience: Patience = { remainingMs: bounds.patienceMs };
  const tokenLimits: HttpLimits = { timeoutMs: bounds.tokenTimeoutMs, maxBytes: tokenMaxBytes, signal };
  const graphLimits: HttpLimits = { timeoutMs: bounds.graphTimeoutMs, maxBytes: graphMaxBytes, signal };
  const shared = { correlationId, fetch, patience };

  const token = once(() => acquireToken({ ...shared, cloud, tenantId, secret, limits: tokenLimits }));
  const graph = once(async () => {
    const reading = await token();
    if (reading.kind === 'unreadable') return reading;
    const { graphOrigin } = cloud;
    return createGraphClient({ ...shared, graphOrigin, token: reading.value, limits: graphLimits });
  });
  const questions = createQuestions({ clientId: secret.clientId, token, graph });

  return {
    async collect(kind) {
      signal.throwIfAborted();
      return withoutAdvice(await questions[kind]());
    },
    async *list(kind) {
      signal.throwIfAborted();
      for await (const page of listCollection(graph, kind)) yield withoutAdvice(page);
    },
    [Symbol.asyncDispose]() {
      ended.abort(new Error('The provider session has been disposed of'));
      return Promise.resolve();
    },
  };
}

/** Whether and when to ask again is for this session; what leaves it is the port's shape and nothing more. */
function withoutAdvice<T>(answer: Answer<T>): Answer<T> {
  if (answer.kind === 'read') return answer;
  return { kind: 'unreadable', reason: answer.reason, pointers: answer.pointers };
}
