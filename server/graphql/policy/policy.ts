import {
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { SignIn } from '../../../core/access/access.ts';
import { badInput, Fault, unauthenticated } from '../../../core/fault.ts';
import { toNetwork } from '../../http/client-address.ts';
import { tooComplex } from './complexity.ts';
import { createCounter } from './counter.ts';
import { createDocuments } from './documents.ts';
import { limits } from './limits.ts';
import { createRateLimit, type Allowance } from './rate-limit.ts';
import type { Safelist } from './safelist.ts';
import { findBadVariable } from './texts.ts';
import { findUnboundedVariables, type Variables } from './variables.ts';

/**
 * What a request may be, whatever it comes over: HTTP, WebSocket and server-sent events ask here and nowhere else.
 */
export interface Policy {
  /** Whether the document may be executed over that transport for that caller. */
  admit(request: OperationRequest): Admission;
  /** The document on the server's list with this id, or why there is none. */
  readonly findListed: (id: string) => string | Fault;
  /** Takes one request from the caller's budget: null, or RATE_LIMITED with how long to wait. */
  take(signIn: SignIn | null, address: string): Fault | null;
  /** What the same caller has left of it; null: there is no limit. */
  allowanceOf(signIn: SignIn | null, address: string): Allowance | null;
  /**
   * Counts a socket of the address that no one is signed in on yet; null when there are enough. Call what is returned
   * when someone is, and at its end: the second call does nothing.
   */
  openSocket(address: string): (() => void) | null;
  /** Counts one long-lived connection of the viewer; null when there are enough. Call what is returned at its end. */
  openStream(signIn: SignIn): (() => void) | null;
}

export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
  readonly transport: 'request' | 'stream';
  readonly isSignedIn: boolean;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly document: DocumentNode }
  /** In the contract's words. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** In graphql-js's words: syntax, unknown fields, values of the wrong type. */
  | { readonly kind: 'invalid'; readonly errors: readonly GraphQLError[] };

export interface PolicyOptions {
  readonly schema: GraphQLSchema;
  /** null: any operation is answered. */
  readonly safelist: Safelist | null;
  /** Strangers then learn nothing about the schema. */
  readonly isProduction: boolean;
  /** Requests per minute, at once or spread out; null: no limit. */
  readonly viewerPerMinute: number | null;
  readonly anonymousPerMinute: number | null;
  readonly streamsPerViewer: number;
  readonly socketsBeforeInit: number;
  readonly now: () => Date;
}

export function createPolicy(options: PolicyOptions): Policy {
  const { safelist, now } = options;
  const documents = createDocuments(options.schema);
  const viewers = createRateLimit({ perMinute: options.viewerPerMinute, now });
  const strangers = createRateLimit({ perMinute: options.anonymousPerMinute, now });
  const streams = createCounter<number>(options.streamsPerViewer);
  const sockets = createCounter<string>(options.socketsBeforeInit);
  return {
    admit(request) {
      if (safelist !== null && !safelist.has(request.query)) return refused(notListed());
      const document = documents.get(request.query);
      if (document.kind === 'refused') return document;
      if (document.kind === 'malformed') return { kind: 'invalid', errors: document.errors };
      if (document.introspects && options.isProduction && !request.isSignedIn) return refused(hiddenSchema());
      const unbounded = findUnboundedVariables(request.variables);
      if (unbounded !== null) return refused(unbounded);
      if (document.priceWith(request.variables) > limits.cost)
        return refused(tooComplex('cost', 'The document could return too many values'));
      const errors = document.errors();
      if (errors.length > 0) return { kind: 'invalid', errors };
      const wrong =
        wrongTransport(document.document, request) ??
        document.badText() ??
        wrongVariables(options.schema, document.document, request);
      return wrong === null ? { kind: 'admitted', document: document.document } : refused(wrong);
    },
    findListed: (id) => (safelist === null ? withoutList() : (safelist.find(id) ?? unknownId())),
    take(signIn, address) {
      const seconds =
        signIn === null ? strangers.take(toNetwork(address)) : viewers.take(`${signIn.viewer.userId}`);
      return seconds === null ? null : tooMany(seconds);
    },
    allowanceOf: (signIn, address) =>
      signIn === null
        ? strangers.allowanceOf(toNetwork(address))
        : viewers.allowanceOf(`${signIn.viewer.userId}`),
    openSocket: (address) => sockets.enter(toNetwork(address)),
    openStream: ({ viewer: { userId } }) => streams.enter(userId),
  };
}

/** Queries and mutations belong on HTTP, where they can be cached, limited and logged. */
function wrongTransport(document: DocumentNode, request: OperationRequest): Fault | null {
  const operation = getOperationAST(document, request.operationName);
  // graphql-js has a sentence for an operation that is not there.
  if (operation == null) return request.transport === 'request' ? null : unknownOperation();
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  if (isSubscription === (request.transport === 'stream')) return null;
  return isSubscription
    ? badInput(
        'query',
        'Subscribe over a WebSocket at /graphql or over server-sent events at /graphql/stream.',
      )
    : badInput('query', 'Only subscriptions are accepted here. Send queries and mutations to POST /graphql.');
}

function wrongVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables }: OperationRequest,
): Fault | null {
  const operation = getOperationAST(document, operationName);
  return operation == null ? null : findBadVariable(schema, operation, variables);
}

function refused(fault: Fault): Admission {
  return { kind: 'refused', fault };
}

function unknownOperation(): Fault {
  return badInput(
    'operationName',
    'The document has no operation with that name, or has several operations and no operationName was given.',
  );
}

function notListed(): Fault {
  return new Fault('FORBIDDEN', 'This server only accepts persisted operations.');
}

/** On these two codes Apollo's link sends the document itself: once, and from then on. */
function unknownId(): Fault {
  return new Fault('PERSISTED_QUERY_NOT_FOUND', 'No operation on this server’s list has that id.');
}

function withoutList(): Fault {
  return new Fault(
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'This server has no list of operations. Send the document as `query`.',
  );
}

function hiddenSchema(): Fault {
  return unauthenticated('Sign in, or send a valid API token, to read the schema.');
}

export function tooMany(retryAfterSeconds: number): Fault {
  return new Fault('RATE_LIMITED', 'Too many requests. Wait a moment.', { retryAfterSeconds });
}
