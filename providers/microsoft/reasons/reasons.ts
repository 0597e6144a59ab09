import type { Pointer, Unreadable } from '../../../core/provider/provider.ts';
import type { ReasonCode } from '../../../core/reasons/reasons.ts';
import { isGuid } from '../sign-in/clouds.ts';
import type { HttpFailure, HttpReply } from '../graph/http.ts';
import { objectAt, parseObject, stringAt, type JsonObject } from '../graph/json.ts';

/** Asking again may help: never, after seconds (so we do, within one session), or after minutes (a later run). */
export type Again = 'never' | 'seconds' | 'minutes';

/** Why a fact could not be read, and what the one who retries needs to know. */
export interface Refusal extends Unreadable {
  readonly again: Again;
  readonly retryAfterMs: number | null;
  /** null: no answer came. */
  readonly status: number | null;
}

/**
 * Entra's numbers. Source: MicrosoftDocs/entra-docs reference-error-codes.md unless a row says otherwise. Microsoft
 * reserves the right to change them, so: one table, with a version that is reported beside a number not in it.
 */
export const tokenReasons: {
  readonly version: string;
  readonly rows: readonly (readonly [codes: readonly number[], reason: ReasonCode, again: Again])[];
} = {
  version: '2026-11-24',
  rows: [
    [[7000215, 70002], 'credential.secret_invalid', 'never'],
    [[7000222], 'credential.secret_expired', 'never'],
    [[7000218], 'credential.missing', 'never'],
    // A certificate uploaded a minute ago is refused for a while (seen by CIPP after rotation).
    [[700027], 'credential.certificate_rejected', 'minutes'],
    [[50012], 'credential.certificate_rejected', 'never'],
    [[700030], 'credential.certificate_subject', 'never'],
    // Not in Microsoft's list, widely reported.
    [[700024], 'credential.clock_skew', 'seconds'],
    // 70021x: the same refusal by issuer, audience and subject; not in Microsoft's list, seen in use.
    [[70021, 700211, 700212, 700213], 'credential.federation_no_match', 'minutes'],
    [[7002138], 'credential.federation_subject_case', 'never'],
    [[90061], 'credential.federation_issuer_unreachable', 'seconds'],
    [[700229], 'credential.federation_token_type', 'never'],
    [[700025], 'app.public_client', 'never'],
    [[700016, 700011], 'app.not_in_tenant', 'minutes'],
    // Not in Microsoft's list (Azure/azure-sdk-for-net#46762).
    [[7000229], 'app.service_principal_missing', 'minutes'],
    [[70001, 7000112], 'app.disabled', 'never'],
    [[1000031], 'app.blocked', 'never'],
    [[650056, 650057, 65005], 'app.misconfigured', 'never'],
    // CIPP's reading: "does not exist yet, try again in 30 seconds".
    [[650051], 'app.provisioning', 'minutes'],
    [[90002], 'tenant.not_found', 'never'],
    [[900023], 'tenant.identifier_invalid', 'never'],
    [[90038, 900382, 900432], 'tenant.wrong_cloud', 'never'],
    // CIPP's reading: "has this tenant been deleted?"
    [[5000224], 'tenant.unavailable', 'never'],
    [[65001], 'consent.missing', 'minutes'],
    [[90094, 90095], 'consent.admin_required', 'never'],
    [[90099], 'consent.partner_preconsent_missing', 'never'],
    [[53003, 530032, 50131], 'policy.conditional_access_blocked', 'never'],
    [[500021, 500022, 50002], 'policy.tenant_restriction', 'never'],
    [[500011, 50001], 'resource.not_found', 'never'],
    [[650052], 'resource.not_provisioned', 'never'],
    [[50059, 90019], 'config.tenant_missing', 'never'],
    [[9001023, 50194, 90130], 'config.authority_not_tenanted', 'never'],
    [[70011, 28002, 28003, 700022, 700023, 1002012], 'config.scope_invalid', 'never'],
    [[9002313, 900144, 90014], 'config.request_malformed', 'never'],
    // Codes of people signing in: an application never gets them.
    [[50020, 50076, 50173, 50177, 700082, 700003], 'config.unexpected_flow', 'never'],
    // Asking again is what is complained about: at least five minutes of silence.
    [[50196], 'throttled.token_loop', 'minutes'],
    [[90055], 'throttled.tenant', 'seconds'],
    [[50033, 90006, 90012, 90024, 90033, 90090, 50087], 'provider.transient', 'seconds'],
    [[50000], 'provider.internal', 'seconds'],
    [[90036, 90092, 50086], 'provider.internal', 'never'],
  ],
};

const reasonByCode = new Map(
  tokenReasons.rows.flatMap(([codes, reason, again]) =>
    codes.map((code) => [code, { reason, again }] as const),
  ),
);

/** Answers without a number we know: gateways, outages, and whatever is between here and Microsoft. */
const statusReasons: readonly (readonly [
  statuses: readonly number[],
  token: ReasonCode,
  graph: ReasonCode,
])[] = [
  [[429, 509], 'throttled.tenant', 'throttled.graph'],
  [[500], 'provider.internal', 'provider.internal'],
  [[502, 503, 504], 'provider.transient', 'provider.transient'],
];

/** What Microsoft Graph's own refusals mean; the first row that fits counts. */
const graphReasons: readonly {
  readonly statuses: readonly number[];
  readonly when?: (refused: GraphRefused) => boolean;
  readonly reason: ReasonCode;
  readonly again: Again;
}[] = [
  {
    statuses: [401, 403],
    when: ({ tokenHasRoles }) => tokenHasRoles === false,
    reason: 'consent.no_app_roles',
    again: 'minutes',
  },
  { statuses: [401], reason: 'token.rejected', again: 'never' },
  { statuses: [403], reason: 'permission.missing', again: 'minutes' },
  {
    statuses: [400],
    // The code is a plain BadRequest: here, and only here, the message is all there is to go by.
    when: ({ message }) => message.includes('not applicable to target tenant'),
    reason: 'licence.intune_missing',
    again: 'never',
  },
];

interface GraphRefused {
  readonly message: string;
  /** null: the token is opaque. */
  readonly tokenHasRoles: boolean | null;
}

const failureReasons: Readonly<Record<HttpFailure['failure'], readonly [reason: ReasonCode, again: Again]>> =
  {
    redirect: ['network.redirect_refused', 'never'],
    foreign_link: ['network.redirect_refused', 'never'],
    too_large: ['provider.bad_response', 'never'],
    cut_off: ['provider.bad_response', 'seconds'],
    // Waiting out a second timeout would cost the run more than it may find.
    timeout: ['network.timeout', 'never'],
    unreachable: ['network.unreachable', 'seconds'],
    proxy: ['network.proxy', 'never'],
  };

export function failureRefusal({ failure, host }: HttpFailure): Refusal {
  const [reason, again] = failureReasons[failure];
  return refusal(reason, { again, pointers: [{ kind: 'host', value: host }] });
}

/** Microsoft's advice, in its order: the number, then OAuth's `error`, then the HTTP status, then honesty. */
export function tokenRefusal(reply: HttpReply): Refusal {
  const body = parseObject(reply.text);
  const error = stringAt(body, 'error');
  const code = firstCode(body);
  const pointers = [
    ...replyPointers(reply),
    ...pointer('aadsts', code),
    ...pointer('oauth_error', error?.match(/^[a-z_]{1,64}$/)?.[0]),
    ...guidPointer('trace_id', stringAt(body, 'trace_id') ?? reply.headers.get('x-ms-request-id')),
    ...guidPointer('correlation_id', stringAt(body, 'correlation_id')),
  ];
  const known = code === null ? undefined : reasonByCode.get(code);
  const options = { reply, pointers };
  if (known !== undefined) return refusal(known.reason, { ...options, again: known.again });

  const byStatus = statusReasons.find(([statuses]) => statuses.includes(reply.status))?.[1];
  const again = error === 'temporarily_unavailable' || byStatus !== undefined ? 'seconds' : 'never';
  if (code !== null) return unmapped({ ...options, again });
  if (error === 'temporarily_unavailable') return refusal('provider.transient', { ...options, again });
  if (byStatus !== undefined) return refusal(byStatus, { ...options, again });
  return error === null ? badResponse(reply) : unmapped({ ...options, again });
}

export function graphRefusal(reply: HttpReply, tokenHasRoles: boolean | null): Refusal {
  const error = objectAt(parseObject(reply.text), 'error');
  const code = stringAt(error, 'code');
  const message = stringAt(error, 'message') ?? '';
  const pointers = [
    ...replyPointers(reply),
    ...pointer('graph_code', code?.match(/^[\w.-]{1,100}$/)?.[0]),
    ...pointer('required_any_of', /following scopes: ([\w., ]{1,400}?) -/.exec(message)?.[1]),
    ...guidPointer('request_id', reply.headers.get('request-id')),
  ];
  const byStatus = statusReasons.find(([statuses]) => statuses.includes(reply.status))?.[2];
  if (byStatus !== undefined) return refusal(byStatus, { reply, pointers, again: 'seconds' });
  if (code === null) return badResponse(reply);
  const row = graphReasons.find(
    ({ statuses, when }) => statuses.includes(reply.status) && (when?.({ message, tokenHasRoles }) ?? true),
  );
  return row === undefined
    ? unmapped({ reply, pointers, again: 'never' })
    : refusal(row.reason, { reply, pointers, again: row.again });
}

/** The status is fine or nearly so, the body is not what the service sends: a captive portal, a rewriting proxy. */
export function badResponse(reply: HttpReply): Refusal {
  return refusal('provider.bad_response', { reply, again: 'never', pointers: replyPointers(reply) });
}

/** A 200 whose body is not what was asked for. */
export function malformed({ pointers }: { readonly pointers: readonly Pointer[] }): Refusal {
  return refusal('provider.bad_response', { pointers: [{ kind: 'http_status', value: '200' }, ...pointers] });
}

export interface RefusalOptions {
  readonly reply?: HttpReply;
  readonly again?: Again;
  readonly pointers?: readonly Pointer[];
}

export function refusal(
  reason: ReasonCode,
  { reply, again = 'never', pointers = [] }: RefusalOptions = {},
): Refusal {
  const status = reply?.status ?? null;
  return {
    kind: 'unreadable',
    reason,
    pointers,
    again,
    status,
    retryAfterMs: reply ? retryAfterMs(reply) : null,
  };
}

function unmapped(options: RefusalOptions & { pointers: readonly Pointer[] }): Refusal {
  const version = { kind: 'reason_table_version', value: tokenReasons.version };
  return refusal('provider.unmapped', { ...options, pointers: [...options.pointers, version] });
}

function firstCode(body: JsonObject | null): number | null {
  const codes = body?.['error_codes'];
  const code: unknown = Array.isArray(codes) ? codes[0] : null;
  return typeof code === 'number' && Number.isSafeInteger(code) ? code : null;
}

/** Seconds, or a date (RFC 9110); null when absent or unreadable. */
function retryAfterMs({ headers }: HttpReply): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

function replyPointers(reply: HttpReply): Pointer[] {
  const waitMs = retryAfterMs(reply);
  return [
    { kind: 'http_status', value: String(reply.status) },
    ...pointer('retry_after_seconds', waitMs === null ? null : Math.ceil(waitMs / 1000)),
  ];
}

function pointer(kind: string, value: string | number | null | undefined): Pointer[] {
  return value === null || value === undefined ? [] : [{ kind, value: String(value) }];
}

/** Only a GUID is passed on: whoever answers must not be able to plant text, or our own secret, in a report. */
export function guidPointer(kind: string, value: string | null): Pointer[] {
  return value !== null && isGuid(value) ? [{ kind, value }] : [];
}
