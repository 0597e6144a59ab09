import type { ReasonCode } from '../../../core/reasons/reasons.ts';
import type { HttpReply } from '../graph/http.ts';
import { firstWords, readGraphError, type GraphError } from './graph-error.ts';
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
import { codesIn, meaningOfText } from './token-refusal.ts';
import { tokenReasons } from './token-table.ts';

interface Refused extends GraphError {
  readonly status: number;
  /** null: the token is opaque. */
  readonly tokenHasRoles: boolean | null;
}

interface Meaning {
  readonly reason: ReasonCode;
  readonly again: Again;
}

interface Row extends Meaning {
  readonly when: (refused: Refused) => boolean;
}

const hasCode =
  (...patterns: readonly RegExp[]) =>
  ({ codes }: GraphError): boolean =>
    codes.some((code) => patterns.some((pattern) => pattern.test(code)));

const hasStatus =
  (...statuses: readonly number[]) =>
  ({ status }: Refused): boolean =>
    statuses.includes(status);

/** Graph's ways of saying that the token does not allow what was asked. Intune says it with 401 as well as with 403. */
const saysNoPermission = hasCode(/^(Authorization_RequestDenied|Forbidden|(Error)?AccessDenied)$/i);

/**
 * What Microsoft Graph's refusals mean; the first row that fits counts. What the code and the innermost error say goes
 * before the status, because services behind Graph are free with statuses.
 */
const rows: readonly Row[] = [
  {
    when: hasCode(/NonPremiumTenant|PremiumLicen[cs]e|Licen[cs]eRequired/i),
    reason: 'licence.premium_missing',
    again: 'never',
  },
  {
    // The code is a plain BadRequest: here the message is all there is to go by.
    when: ({ message }) => /not applicable to target tenant/i.test(message),
    reason: 'licence.intune_missing',
    again: 'never',
  },
  { when: hasCode(/IdentityNotFound$/i), reason: 'app.identity_not_found', again: 'minutes' },
  {
    when: ({ message }) => /service principal for resource .{0,200} is disabled/i.test(message),
    reason: 'resource.disabled',
    again: 'never',
  },
  {
    when: hasCode(/^(TooManyRequests|activityLimitReached|ApplicationThrottled)$/i),
    reason: 'throttled.graph',
    again: 'seconds',
  },
  {
    when: (refused) => hasStatus(401, 403)(refused) && refused.tokenHasRoles === false,
    reason: 'consent.no_app_roles',
    again: 'minutes',
  },
  { when: saysNoPermission, reason: 'permission.missing', again: 'minutes' },
  // The services behind Graph were given Graph's word for the token: it is the permission that they miss.
  {
    when: (refused) => refused.isNested && hasStatus(401, 403)(refused),
    reason: 'permission.missing',
    again: 'minutes',
  },
  { when: hasStatus(429, 509), reason: 'throttled.graph', again: 'seconds' },
  { when: hasStatus(500), reason: 'provider.internal', again: 'seconds' },
  { when: ({ status }) => status > 500 && status < 600, reason: 'provider.transient', again: 'seconds' },
  { when: hasStatus(401), reason: 'token.rejected', again: 'never' },
];

export function graphRefusal(reply: HttpReply, tokenHasRoles: boolean | null): Refusal {
  if (isGatekeeper(reply)) return badResponse(reply);
  const error = readGraphError(reply);
  const refused = { ...error, status: reply.status, tokenHasRoles };
  const meaning = meaningOfText(error.message) ?? rows.find(({ when }) => when(refused)) ?? null;
  if (error.codes.length === 0 && !isOutage(reply.status)) return badResponse(reply);
  const { reason, again } = meaning ?? ({ reason: 'provider.unmapped', again: 'never' } as const);
  return refusal(reason, {
    reply,
    again,
    pointers: [
      ...replyPointers(reply),
      ...error.codes.flatMap((code, depth) =>
        pointer(depth === 0 ? 'graph_code' : 'graph_inner_code', codeText(code)),
      ),
      ...codesIn(error.message).flatMap((code) => pointer('aadsts', code)),
      ...pointer('required_any_of', /following scopes: ([\w., ]{1,400}?) -/.exec(error.message)?.[1]),
      ...pointer('graph_message', firstWords(error.message)),
      ...guidPointer('request_id', reply.headers.get('request-id')),
      ...(meaning === null ? pointer('reason_table_version', tokenReasons.version) : []),
    ],
  });
}

/** An outage speaks for itself, whatever the gateway that reports it writes. */
function isOutage(status: number): boolean {
  return status === 429 || status >= 500;
}

function codeText(code: string): string | null {
  return /^[\w.-]{1,100}$/.exec(code)?.[0] ?? null;
}
