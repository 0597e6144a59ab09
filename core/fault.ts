/**
 * The one catalog of errors thrown on purpose. A refusal the caller can act on is data (see start-gate.ts); a bug is
 * neither caught nor disguised; a Fault is everything in between.
 */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'REPORT_INVALID'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'SERVICE_UNAVAILABLE';

/** Facts a client may see besides the code: which field, which capability, which run, how long to wait (seconds). */
export interface FaultDetails {
  readonly field?: string;
  readonly capability?: string;
  readonly retryAfterSeconds?: number;
  /** For a request that exceeds a limit: which one. */
  readonly limit?: string;
  /** For a request whose response is too large: the mutations that were executed anyway, by their names in it. */
  readonly made?: readonly string[];
  /** The run that is in the way. */
  readonly runId?: string;
}

/** Carries a public code and a sentence that any stranger may read: no SQL, no secret, no internal name. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly code: FaultCode,
    message: string,
    readonly details: FaultDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Takes no argument: the answer for someone else's id and for one that never existed must be identical to the byte. */
export function notFound(): Fault {
  return new Fault('NOT_FOUND', 'Not found, or you don’t have access.');
}

export function unauthenticated(message = 'Sign in, or send a valid API token.'): Fault {
  return new Fault('UNAUTHENTICATED', message);
}

export function badInput(field: string, message: string): Fault {
  return new Fault('BAD_USER_INPUT', message, { field });
}
