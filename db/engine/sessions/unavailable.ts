import { Fault } from '../../../core/fault.ts';

/**
 * The connection could not be made, broke, or has gone silent. What was sent last may or may not have been executed.
 */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost';
}

/** The database answers, but the product cannot work on it now; the sentence is for an operator. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
}

/** SQLSTATEs of problems that pass without a change of the program: classes, and single codes. */
const passing = [
  '08', // connection exceptions
  '53', // disk full, out of memory, too many connections
  '57P', // shut down, crashed, still starting
  '25006', // read only, as on a standby before its promotion
  '25P03', // idle in transaction for too long: this process was frozen
  '55P03', // a lock that someone holds for too long
  '58030', // input or output error
];

/** A client that comes back sooner finds the same: a failover or a restart takes some seconds. */
const retryAfterSeconds = 5;

/** SERVICE_UNAVAILABLE for temporary trouble of the database; any other error unchanged. */
export function toUnavailable(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  const message = 'The database is not available at the moment. Try again in a few seconds.';
  return new Fault('SERVICE_UNAVAILABLE', message, { retryAfterSeconds }, { cause: error });
}

/** drizzle wraps what the driver throws, and graphql-js what drizzle throws. */
function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseLost || error instanceof DatabaseUnfit) return true;
  const state = sqlStateOf(error);
  if (state !== null) return passing.some((prefix) => state.startsWith(prefix));
  const inner = 'originalError' in error ? (error.originalError ?? error.cause) : error.cause;
  return isUnavailable(inner);
}

/** Only for what PostgreSQL itself has said: a system error's code has a different shape. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}
