import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Short and plain, so that a caller's own id can stand in a log line and in a header of ours. */
const givenId = /^[\w.:+/=@-]{1,128}$/;
/** W3C Trace Context, version 00; an id of zeros is none. */
const trace = /^00-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;

/** By which the log finds the request: the caller's own id, else that of its trace, else a new one. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && givenId.test(given)) return given;
  return trace.exec(traceparentOf(headers) ?? '')?.[1] ?? randomUUID();
}

/** null for what is no trace. */
export function traceparentOf({ traceparent }: IncomingHttpHeaders): string | null {
  return typeof traceparent === 'string' && trace.test(traceparent) ? traceparent : null;
}
