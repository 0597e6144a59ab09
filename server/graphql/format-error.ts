import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Fault, type FaultCode } from '../../core/fault.ts';
import { toUnavailable } from '../../db/engine/sessions/unavailable.ts';
import type { TellTrouble } from '../trouble-log.ts';
import { withoutValues } from './without-values.ts';

/**
 * The one place where an error becomes an answer, for both transports. Faults say what they were made to say, GraphQL's
 * own complaints about a request pass, everything else is a bug: logged under the request id, and masked.
 */
export interface ErrorFormatter {
  (error: unknown, requestId: string): GraphQLFormattedError;
}

export function createErrorFormatter(
  { log, tellTrouble }: { readonly log: Logger; readonly tellTrouble: TellTrouble },
  hidesSchema = false,
): ErrorFormatter {
  return (error, requestId) => {
    const cause = toUnavailable(rootCause(error));
    const place = placeOf(error);
    if (cause instanceof Fault && cause.code === 'SERVICE_UNAVAILABLE') {
      tellTrouble('warn', 'the database was not available', cause.cause, { requestId, path: place.path });
    }
    if (cause instanceof Fault)
      return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details } };
    if (cause instanceof GraphQLError) return complaint(cause, place, hidesSchema);
    log.error({ err: cause, requestId, path: place.path }, 'unhandled error in request');
    const message = 'Internal error. Include the request id when you report it.';
    return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  };
}

/** What a client did wrong, in graphql-js's or Apollo's words: syntax, unknown fields, values of the wrong type. */
function complaint(error: GraphQLError, place: Place, hidesSchema: boolean): GraphQLFormattedError {
  const code = error.extensions['code'];
  const known = typeof code === 'string' ? code : 'BAD_USER_INPUT';
  const words = withoutValues(error.message);
  const message = hidesSchema ? words.replace(suggestion, '') : words;
  return { message, ...place, extensions: { code: publicCodes[known] ?? known } };
}

/** graphql-js proposes names that exist: to a stranger that is the schema, one guess at a time. */
const suggestion = / Did you mean .+\?$/;

/** Apollo's codes for the same things in the contract's words. */
const publicCodes: Record<string, FaultCode> = {
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
};

interface Place {
  readonly locations?: NonNullable<GraphQLFormattedError['locations']>;
  readonly path?: NonNullable<GraphQLFormattedError['path']>;
}

function placeOf(error: unknown): Place {
  if (!(error instanceof GraphQLError)) return {};
  return { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
}

/** graphql-js wraps what a resolver throws. */
function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

const statusByCode: Record<string, number> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

export function statusOfCode(code: FaultCode): number | undefined {
  return statusByCode[code];
}

/**
 * The HTTP status when the whole request failed: no root field has a value, and all errors agree. A partial answer is
 * an answer (200).
 */
export function statusOf(result: {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}): number | null {
  const failedWhole = Object.values(result.data ?? {}).every((value) => value === null);
  const codes = new Set((result.errors ?? []).map(({ extensions }) => extensions?.['code']));
  const [code] = codes;
  if (!failedWhole || codes.size !== 1 || typeof code !== 'string') return null;
  return statusByCode[code] ?? null;
}
