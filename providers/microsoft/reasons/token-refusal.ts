import type { CredentialType } from '../../../core/connections/connection.ts';
import type { ReasonCode } from '../../../core/reasons/reasons.ts';
import type { HttpReply } from '../graph/http.ts';
import { arrayAt, objectAt, parseObject, stringAt, type JsonObject } from '../graph/json.ts';
import {
  badResponse,
  guidPointer,
  isGatekeeper,
  pointer,
  refusal,
  replyPointers,
  type Again,
  type Refusal,
} from './reasons.ts';
import {
  mostSpecific,
  oauthReasons,
  otherOauthReason,
  reasonFor,
  tokenReasons,
  type KnownNumber,
} from './token-table.ts';

interface Meaning {
  readonly reason: ReasonCode;
  readonly again: Again;
}

/**
 * What Entra answered: its most specific number, else the OAuth `error`, else the HTTP status, else honesty. The
 * credential in use picks between reasons; null where none was sent.
 */
export function tokenRefusal(reply: HttpReply, credential: CredentialType | null): Refusal {
  if (isGatekeeper(reply)) return badResponse(reply);
  const body = parseObject(reply.text);
  const error = oauthError(body);
  const codes = codesOf(body);
  if (codes.length === 0 && stringAt(body, 'error') === null && !isOutage(reply.status))
    return badResponse(reply);
  const known = mostSpecific(codes);
  const meaning = known === null ? meaningWithout(reply.status, error) : toMeaning(known, body, credential);
  const refused = isConsidered(reply.status, error) && !passes(meaning.reason);
  const isUnknown = known === null && (codes.length > 0 || refused || meaning.reason === 'provider.unmapped');
  return refusal(meaning.reason, {
    reply,
    again: meaning.again,
    refused,
    pointers: [
      ...replyPointers(reply),
      ...byRelevance(codes, known).flatMap((code) => pointer('aadsts', code)),
      ...pointer('oauth_error', error),
      ...policiesIn(body).flatMap((id) => guidPointer('policy_id', id)),
      ...guidPointer('trace_id', stringAt(body, 'trace_id') ?? reply.headers.get('x-ms-request-id')),
      ...guidPointer('correlation_id', stringAt(body, 'correlation_id')),
      ...(isUnknown ? pointer('reason_table_version', tokenReasons.version) : []),
    ],
  });
}

/**
 * The Conditional Access policies that blocked the sign-in: Entra asks for their conditions in the claims challenge
 * (`capolids`, learn.microsoft.com/entra/identity-platform/claims-challenge), JSON within the JSON.
 */
function policiesIn(body: JsonObject | null): readonly string[] {
  const claims = parseObject(stringAt(body, 'claims') ?? '');
  const ids = arrayAt(objectAt(objectAt(claims, 'access_token'), 'capolids'), 'values') ?? [];
  return ids.filter((id) => typeof id === 'string').slice(0, maxPolicies);
}

/** More are not read in one sentence, and the evidence of a check is bounded. */
const maxPolicies = 5;

/** A sentence in its place is no OAuth `error`: someone else's JSON. */
function oauthError(body: JsonObject | null): string | null {
  return /^[a-z][\w.-]{0,63}$/i.exec(stringAt(body, 'error') ?? '')?.[0] ?? null;
}

function byRelevance(codes: readonly number[], known: KnownNumber | null): readonly number[] {
  return known === null ? codes : [known.code, ...codes.filter((code) => code !== known.code)];
}

function toMeaning(known: KnownNumber, body: JsonObject | null, credential: CredentialType | null): Meaning {
  return { reason: reasonFor(known.reason, credentialMeant(body, credential)), again: known.again };
}

/** What Entra wrote into someone else's answer. null: nothing that is known. */
export function meaningOfText(text: string): Meaning | null {
  const known = mostSpecific(codesIn(text));
  return known && { reason: reasonFor(known.reason, null), again: known.again };
}

/** `error_codes`, else the numbers in the text. */
function codesOf(body: JsonObject | null): number[] {
  const listed = (arrayAt(body, 'error_codes') ?? [])
    .map(Number)
    .filter((code) => Number.isSafeInteger(code) && code > 0);
  return unique(listed.length > 0 ? listed : codesIn(stringAt(body, 'error_description') ?? ''));
}

/** Ten digits are more than any number has. */
export function codesIn(text: string): number[] {
  return unique([...text.matchAll(/AADSTS(\d{4,10})\b/g)].map(([, digits]) => Number(digits)));
}

const unique = (codes: readonly number[]): number[] => [...new Set(codes)];

/** Some numbers are used for secrets and assertions alike, and then the text may know better than we do. */
function credentialMeant(body: JsonObject | null, credential: CredentialType | null): CredentialType | null {
  const isAboutAssertion = /client assertion/i.test(stringAt(body, 'error_description') ?? '');
  return credential === 'client_secret' && isAboutAssertion ? 'certificate' : credential;
}

/** OAuth's words for "not now", and HTTP's. */
const notNow: readonly string[] = ['temporarily_unavailable', 'slow_down'];
const notNowStatuses: readonly number[] = [408, 429];

/** Microsoft asks clients to go by `error`: with one, a 4xx was understood and answered with no. */
function isConsidered(status: number, error: string | null): boolean {
  const isClientError = status >= 400 && status < 500 && !notNowStatuses.includes(status);
  return isClientError && error !== null && !notNow.includes(error);
}

/** Numbers that say "not now", whatever `error` stands beside them. */
function passes(reason: ReasonCode): boolean {
  return reason.startsWith('throttled.') || reason === 'provider.transient';
}

function isOutage(status: number): boolean {
  return status >= 500 || notNowStatuses.includes(status);
}

function meaningWithout(status: number, error: string | null): Meaning {
  if (status === 429 || status === 509 || error === 'slow_down')
    return { reason: 'throttled.tenant', again: 'seconds' };
  if (status === 500) return { reason: 'provider.internal', again: 'seconds' };
  if (isOutage(status) || error === 'temporarily_unavailable')
    return { reason: 'provider.transient', again: 'seconds' };
  if (error === null) return { reason: 'provider.unmapped', again: 'never' };
  const [reason, again] = oauthReasons[error] ?? otherOauthReason;
  return { reason, again };
}
