import type { Clock } from '../../../core/clock.ts';
import { causeOf, type Cause } from './failure-cause.ts';

export type Fetch = typeof globalThis.fetch;

/** What one request came to. Only the caller's own abort is thrown. */
export type HttpResult = HttpReply | HttpFailure;

export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly receivedAt: Date;
}

export interface HttpFailure {
  readonly kind: 'failure';
  readonly failure: 'redirect' | 'foreign_link' | 'too_large' | 'cut_off' | Cause['kind'];
  /** The host that was asked; for a redirect or a link: the one that was not. */
  readonly host: string;
  readonly code?: string | null;
  /** What was being waited for when the time was up. */
  readonly stage?: Stage;
}

export type Stage = 'connection' | 'answer' | 'rest_of_answer';

export interface HttpLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly now: Clock;
  /** Waits for a place under the budgets and resolves with what gives it back; left out: there are none. */
  readonly enter?: (signal: AbortSignal) => Promise<() => void>;
}

/**
 * Sends one request and reads the answer whole. Redirects are not followed: a 307 would repeat the request, client
 * secret or token included, at whatever host the answer names.
 */
export async function request(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  limits: HttpLimits,
): Promise<HttpResult> {
  limits.signal.throwIfAborted();
  const leave = await limits.enter?.(limits.signal);
  try {
    return await send(fetch, url, init, limits);
  } finally {
    leave?.();
  }
}

async function send(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  { timeoutMs, maxBytes, signal, now }: HttpLimits,
): Promise<HttpResult> {
  const { host } = new URL(url);
  const timeout = AbortSignal.timeout(timeoutMs);
  let answered = false;
  try {
    const bounded = { ...init, redirect: 'manual' as const, signal: AbortSignal.any([timeout, signal]) };
    const response = await fetch(url, bounded);
    answered = true;
    const receivedAt = now();
    if (isRedirect(response)) {
      await response.body?.cancel();
      return failure('redirect', hostOf(response.headers.get('location'), url));
    }
    const text = await readText(response, maxBytes);
    if (text === null) return failure('too_large', host);
    return { kind: 'reply', status: response.status, headers: response.headers, text, receivedAt };
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted)
      return { ...failure('timeout', host), stage: answered ? 'rest_of_answer' : 'answer' };
    const { kind, code } = causeOf(error, url);
    if (kind === 'timeout') return { ...failure(kind, host), code, stage: stageOf(code, answered) };
    return { ...failure(answered ? 'cut_off' : kind, host), code };
  }
}

export function failure(kind: HttpFailure['failure'], host: string): HttpFailure {
  return { kind: 'failure', failure: kind, host };
}

function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** null: the answer is larger than allowed. Leaving the loop closes the connection, so the rest is never received. */
async function readText({ body }: Response, maxBytes: number): Promise<string | null> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function hostOf(location: string | null, base: string): string {
  return location !== null && URL.canParse(location, base) ? new URL(location, base).host : 'nowhere';
}

function stageOf(code: string | null, answered: boolean): Stage {
  if (answered) return 'rest_of_answer';
  return code === 'UND_ERR_HEADERS_TIMEOUT' ? 'answer' : 'connection';
}
