import type { Clock } from '../../core/clock.ts';
import {
  evidenceKinds,
  type Answer,
  type EvidenceKind,
  type ProviderSecret,
  type ProviderSession,
  type SessionOptions,
  type Unreadable,
} from '../../core/provider/provider.ts';
import type { Budget } from './graph/budget.ts';
import type { Cloud, Clouds } from './sign-in/clouds.ts';
import { listCollection } from './evidence/collections.ts';
import { createQuestions, type Questions } from './evidence/evidence.ts';
import { createGraphClient, type GraphClient } from './graph/graph.ts';
import type { Refusal } from './reasons/reasons.ts';
import type { Fetch, HttpLimits } from './graph/http.ts';
import { once } from './graph/once.ts';
import type { Patience } from './graph/retry.ts';
import type { Pacer } from './policies/pace.ts';
import { createPolicyReader, type PolicyReader } from './policies/policy-reader.ts';
import type { RoleCatalogue } from './evidence/role-catalogue.ts';
import { acquireToken } from './sign-in/token.ts';

export interface Bounds {
  readonly tokenTimeoutMs: number;
  readonly graphTimeoutMs: number;
  /** What one session may spend on waiting for Microsoft to be ready again, over all its requests. */
  readonly patienceMs: number;
  /** The same for one kind of policy in a backup, for which no one waits. */
  readonly partPatienceMs: number;
}

/** Entra's answers are a few KB; what is larger is not Entra's. */
const tokenMaxBytes = 256 * 1024;

/** The catalog of Graph's own permissions is the largest thing read: well under one MB in 2026. */
const graphMaxBytes = 8 * 1024 * 1024;

export interface SessionParts extends SessionOptions {
  readonly cloud: Cloud;
  readonly clouds: Clouds;
  readonly tenantId: string;
  readonly secret: ProviderSecret;
  readonly fetch: Fetch;
  readonly bounds: Bounds;
  readonly budget: Budget;
  readonly pacer: Pacer;
  readonly catalogue: RoleCatalogue;
  readonly now: Clock;
  readonly onUnreadable: (answer: Extract<Answer<unknown>, { kind: 'unreadable' }>) => void;
}

export function createSession(parts: SessionParts): ProviderSession {
  const { cloud, clouds, tenantId, secret, fetch, bounds, catalogue, now } = parts;
  const ended = new AbortController();
  const signal = AbortSignal.any([parts.signal, ended.signal]);
  const patience: Patience = { remainingMs: bounds.patienceMs };
  const { login: limits, graph: graphLimits } = createLimits(parts, signal);
  const shared = (kind: EvidenceKind | null) => ({
    correlationId: kind === null ? parts.correlationId : requestIdFor(parts.correlationId, kind),
    fetch,
    patience,
  });
  const token = once(() => acquireToken({ ...shared('token'), cloud, tenantId, secret, limits }));
  const graph = async (kind: EvidenceKind | null) => {
    const reading = await token();
    if (reading.kind === 'unreadable') return reading;
    const { priority = 'normal' } = parts;
    const options = { ...shared(kind), graphOrigin: cloud.graphOrigin, limits: graphLimits, priority };
    return createGraphClient({ ...options, token: reading.value });
  };
  const questions = createQuestions({
    cloud,
    tenantId,
    secret,
    catalogue,
    now,
    discovery: { ...shared('directory'), clouds, limits },
    token,
    graph,
  });
  const { graphOrigin } = cloud;
  const reading = { signal, token, graphOrigin, limits: graphLimits, patienceMs: bounds.partPatienceMs };
  const policies = createPolicyReader({ ...parts, ...reading });
  const { onUnreadable } = parts;
  return toPort(questions, { signal, ended, policies, graph: () => graph(null), onUnreadable });
}

function createLimits({ bounds, budget, cloud, secret, tenantId, now }: SessionParts, signal: AbortSignal) {
  const account = { cloud: cloud.name, app: secret.clientId, tenant: tenantId };
  const enter = (waiting: AbortSignal) => budget.enter(account, waiting);
  const shared = { signal, now, enter };
  const login: HttpLimits = { ...shared, timeoutMs: bounds.tokenTimeoutMs, maxBytes: tokenMaxBytes };
  const graph: HttpLimits = { ...shared, timeoutMs: bounds.graphTimeoutMs, maxBytes: graphMaxBytes };
  return { login, graph };
}

interface PortParts extends Pick<SessionParts, 'onUnreadable'> {
  readonly signal: AbortSignal;
  readonly ended: AbortController;
  /** For what belongs to no question: the collections of an inventory. */
  readonly graph: () => Promise<GraphClient | Refusal>;
  readonly policies: PolicyReader;
}

function toPort(
  questions: Questions,
  { signal, ended, graph, policies, onUnreadable }: PortParts,
): ProviderSession {
  // One refused token makes every question unreadable for the same reason: that is one answer of Microsoft's.
  const reported = new Set<string>();
  return {
    async collect(kind) {
      signal.throwIfAborted();
      const answer = withoutAdvice(await questions[kind]());
      const identity = answer.kind === 'unreadable' ? JSON.stringify(answer.pointers) : null;
      if (answer.kind === 'unreadable' && identity !== null && !reported.has(identity)) {
        reported.add(identity);
        onUnreadable(answer);
      }
      return answer;
    },
    async *list(kind) {
      signal.throwIfAborted();
      for await (const page of listCollection(graph, kind)) yield withoutAdvice(page);
    },
    async readPolicies(kind, question) {
      signal.throwIfAborted();
      const reading = await policies.read(kind, question);
      return reading.kind === 'read' ? reading : toUnreadable(reading);
    },
    readDefinitions: (policyId) => policies.definitions(policyId),
    [Symbol.asyncDispose]() {
      ended.abort(new Error('The provider session has been disposed of'));
      return Promise.resolve();
    },
  };
}

/** The run's id with the number of the question in its second group: one run is found by it, and each check in it. */
export function requestIdFor(correlationId: string, kind: EvidenceKind): string {
  const number = (evidenceKinds.indexOf(kind) + 1).toString(16).padStart(4, '0');
  return correlationId.replace(/^(.{8})-.{4}-/, `$1-${number}-`);
}

/** Whether and when to ask again is for this session; what leaves it is the port's shape and nothing more. */
function withoutAdvice<T>(answer: Answer<T>): Answer<T> {
  return answer.kind === 'read' ? answer : toUnreadable(answer);
}

function toUnreadable({ kind, reason, refused, pointers }: Unreadable): Unreadable {
  return { kind, reason, ...(refused && { refused }), pointers };
}
