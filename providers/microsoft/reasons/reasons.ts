import type { Pointer, Unreadable } from '../../../core/provider/provider.ts';
import type { ReasonCode } from '../../../core/reasons/reasons.ts';
import { isGuid } from '../sign-in/clouds.ts';
import type { HttpFailure, HttpReply } from '../graph/http.ts';

/** Asking again may help: never, after seconds (so we do, within one session), or after minutes (a later run). */
export type Again = 'never' | 'seconds' | 'minutes';

/** Why a fact could not be read, and what the one who retries needs to know. */
export interface Refusal extends Unreadable {
  readonly again: Again;
  readonly retryAfterMs: number | null;
  /** null: no answer came. */
  readonly status: number | null;
  /** The answer was larger than we take. */
  readonly isTooLarge?: true;
}

const failureReasons: Readonly<Record<HttpFailure['failure'], readonly [reason: ReasonCode, again: Again]>> =
  {
    redirect: ['network.redirect_refused', 'never'],
    foreign_link: ['network.redirect_refused', 'never'],
    too_large: ['provider.bad_response', 'never'],
    cut_off: ['provider.bad_response', 'seconds'],
    // Waiting out a second timeout would cost the run more than it may find.
    timeout: ['network.timeout', 'never'],
    // A certificate and a proxy's answer are the same a second later.
    tls_untrusted: ['network.tls_untrusted', 'never'],
    proxy_authentication: ['proxy.authentication_required', 'never'],
    proxy_bad_answer: ['proxy.bad_answer', 'never'],
    dns: ['network.dns', 'seconds'],
    refused: ['network.refused', 'seconds'],
    reset: ['network.reset', 'seconds'],
    unreachable: ['network.unreachable', 'seconds'],
    proxy_unreachable: ['proxy.unreachable', 'seconds'],
  };

export function failureRefusal({ failure, host, code, stage }: HttpFailure): Refusal {
  const [reason, again] = failureReasons[failure];
  const isStatus =
    failure === 'proxy_authentication' || (failure === 'proxy_bad_answer' && /^\d{3}$/.test(code ?? ''));
  const refused = refusal(reason, {
    again,
    pointers: [
      { kind: 'host', value: host },
      ...pointer(isStatus ? 'proxy_status' : 'error_code', code),
      ...pointer('waited_for', stage),
    ],
  });
  return failure === 'too_large' ? { ...refused, isTooLarge: true } : refused;
}

/** The status is fine or nearly so, the body is not what the service sends: a captive portal, a rewriting proxy. */
export function badResponse(reply: HttpReply): Refusal {
  const reason = isGatekeeper(reply) ? 'proxy.bad_answer' : 'provider.bad_response';
  return refusal(reason, { reply, again: 'never', pointers: replyPointers(reply) });
}

/** What only a network's gatekeeper says (RFC 6585): sign in to the network first. */
export function isGatekeeper({ status }: HttpReply): boolean {
  return status === 511;
}

/** A 200 whose body is not what was asked for. */
export function malformed({ pointers }: { readonly pointers: readonly Pointer[] }): Refusal {
  return refusal('provider.bad_response', { pointers: [{ kind: 'http_status', value: '200' }, ...pointers] });
}

export interface RefusalOptions {
  readonly reply?: HttpReply;
  readonly again?: Again;
  /** The service understood what was asked and said no. */
  readonly refused?: boolean;
  readonly pointers?: readonly Pointer[];
}

export function refusal(
  reason: ReasonCode,
  { reply, again = 'never', refused = false, pointers = [] }: RefusalOptions = {},
): Refusal {
  return {
    kind: 'unreadable',
    reason,
    ...(refused && { refused }),
    pointers,
    again,
    status: reply?.status ?? null,
    retryAfterMs: reply ? retryAfterMs(reply) : null,
  };
}

/** No one waits longer for a verification; what is above is someone's mistake. */
const longestRetryAfterMs = 24 * 60 * 60 * 1000;

/** Seconds, with decimals or without, or a date (RFC 9110); null when absent or unreadable. */
function retryAfterMs({ headers, receivedAt }: HttpReply): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const waitMs = /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : untilDate(value, receivedAt);
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(0, waitMs), longestRetryAfterMs);
}

/** HTTP's dates and ISO's. Date.parse on its own makes a date of almost anything. */
function untilDate(value: string, now: Date): number {
  const isDate = /^[A-Z][a-z]{2,8},? .{8,30}\d:\d\d\b/.test(value) || /^\d{4}-\d\d-\d\dT/.test(value);
  return isDate ? Date.parse(value) - now.getTime() : NaN;
}

export function replyPointers(reply: HttpReply): Pointer[] {
  const waitMs = retryAfterMs(reply);
  // "0" and a date that has passed ask for no wait.
  const seconds = waitMs === null || waitMs === 0 ? null : String(Math.ceil(waitMs / 1000));
  const given = /^[\w :,.+-]{1,40}$/.exec(reply.headers.get('retry-after')?.trim() ?? '')?.[0] ?? null;
  return [
    { kind: 'http_status', value: String(reply.status) },
    ...pointer('retry_after_seconds', seconds),
    // Exactly where it is not what was made of it.
    ...(given === seconds ? [] : pointer('retry_after', given)),
  ];
}

export function pointer(kind: string, value: string | number | null | undefined): Pointer[] {
  return value === null || value === undefined ? [] : [{ kind, value: String(value) }];
}

/** Only a GUID is passed on: whoever answers must not be able to plant text, or our own secret, in a report. */
export function guidPointer(kind: string, value: string | null): Pointer[] {
  return value !== null && isGuid(value) ? [{ kind, value }] : [];
}
