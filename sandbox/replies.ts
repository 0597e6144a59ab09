import { randomUUID } from 'node:crypto';

/** What a service answers, before it becomes bytes: the parts of a $batch are built from the same value. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is; anything else as JSON; undefined: no body. */
  readonly body?: unknown;
}

export interface ReplyContext {
  readonly now: Date;
  readonly clientRequestId: string | null;
}

/** "2026-01-31 12:00:00Z": the way Entra writes the time, without milliseconds. */
export function entraTimestamp(now: Date): string {
  return now
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}

export function graphError(
  context: ReplyContext,
  error: { status: number; code: string; message: string; retryAfterSeconds?: number | undefined },
): Reply {
  const requestId = randomUUID();
  return {
    status: error.status,
    headers: {
      'request-id': requestId,
      ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) }),
    },
    body: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: context.now.toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': context.clientRequestId ?? requestId,
        },
      },
    },
  };
}
