import { randomUUID } from 'node:crypto';
import { entraTimestamp, type Reply, type ReplyContext } from '../replies.ts';

interface Refusal {
  readonly error: string;
  readonly status: number;
  readonly text: string;
}

/**
 * How Entra words its refusals. OAuth `error` and status as seen in public issues where there is one, else the
 * nearest relative; numbers that are not here are answered as `invalid_request`.
 */
const refusals: Readonly<Record<number, Refusal>> = {
  50000: {
    error: 'server_error',
    status: 500,
    text: 'There was an error issuing a token or an issue with our sign-in service.',
  },
  50011: {
    error: 'invalid_request',
    status: 400,
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  50012: {
    error: 'invalid_client',
    status: 401,
    text: 'Authentication failed.',
  },
  50033: { error: 'temporarily_unavailable', status: 503, text: 'A transient error has occurred.' },
  50086: { error: 'server_error', status: 500, text: 'An error has occurred during strong authentication.' },
  50087: { error: 'temporarily_unavailable', status: 503, text: 'A transient error has occurred.' },
  50196: {
    error: 'invalid_grant',
    status: 400,
    text: 'The server terminated an operation because it encountered a client request loop.',
  },
  53003: {
    error: 'invalid_grant',
    status: 400,
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: {
    error: 'invalid_grant',
    status: 400,
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'invalid_grant',
    status: 400,
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  },
  70003: {
    error: 'unsupported_grant_type',
    status: 400,
    text: 'The app requested an unsupported grant type.',
  },
  70008: {
    error: 'invalid_grant',
    status: 400,
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70011: {
    error: 'invalid_scope',
    status: 400,
    text: "The provided value for the input parameter 'scope' is not valid.",
  },
  70021: {
    error: 'invalid_request',
    status: 400,
    text: 'No matching federated identity record found for presented assertion.',
  },
  90002: {
    error: 'invalid_request',
    status: 400,
    text: 'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.',
  },
  90006: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'The service is temporarily unavailable. Please retry later.',
  },
  90012: { error: 'temporarily_unavailable', status: 503, text: 'The request timed out.' },
  90014: { error: 'invalid_request', status: 400, text: 'A required field is missing from the credential.' },
  90024: { error: 'temporarily_unavailable', status: 503, text: 'A transient request budget was exceeded.' },
  90033: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'A transient error has occurred. Please try again.',
  },
  90036: { error: 'server_error', status: 500, text: 'An unexpected, non-retryable error has occurred.' },
  90055: {
    error: 'temporarily_unavailable',
    status: 429,
    text: 'The request was throttled for this tenant.',
  },
  90061: { error: 'invalid_request', status: 400, text: 'Request to External OIDC endpoint failed.' },
  90090: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'A transient error has occurred. Please try again.',
  },
  90091: { error: 'temporarily_unavailable', status: 503, text: 'The service is not reachable.' },
  90092: { error: 'server_error', status: 500, text: 'A non-retryable error has occurred.' },
  500011: {
    error: 'invalid_resource',
    status: 400,
    text: 'The resource principal named in the scope was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant.',
  },
  501481: {
    error: 'invalid_grant',
    status: 400,
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  650052: {
    error: 'invalid_client',
    status: 400,
    text: 'The app is trying to access a service that your organization lacks a service principal for.',
  },
  700016: {
    error: 'unauthorized_client',
    status: 400,
    text: 'Application was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.',
  },
  700024: {
    error: 'invalid_client',
    status: 401,
    text: 'Client assertion is not within its valid time range.',
  },
  700027: {
    error: 'invalid_client',
    status: 401,
    text: 'The certificate with identifier used to sign the client assertion is not registered on application.',
  },
  900023: {
    error: 'invalid_request',
    status: 400,
    text: 'Specified tenant identifier is neither a valid DNS name, nor a valid external domain.',
  },
  900144: {
    error: 'invalid_request',
    status: 400,
    text: "The request body must contain the following parameter: 'client_id'.",
  },
  7000112: { error: 'unauthorized_client', status: 400, text: 'Application is disabled.' },
  7000215: {
    error: 'invalid_client',
    status: 401,
    text: 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app.',
  },
  7000218: {
    error: 'invalid_client',
    status: 401,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  7000222: {
    error: 'invalid_client',
    status: 401,
    text: 'The provided client secret keys for app are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.',
  },
  7000229: {
    error: 'invalid_client',
    status: 401,
    text: 'The client application is missing service principal in the tenant.',
  },
  7002138: {
    error: 'invalid_request',
    status: 400,
    text: 'The subject of the presented assertion matches a federated identity record only case-insensitively.',
  },
};

const blockedByPolicy = 53003;
/** The policies whose conditions were not met, as a claims challenge names them. */
const policyClaims = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['5f0c1b7e-9b0f-4f39-8f6a-3d2c7a51e8d4'] } },
});

const unknownRefusal: Refusal = { error: 'invalid_request', status: 400, text: 'The request failed.' };

export interface AadstsAnswer {
  readonly code: number;
  readonly error?: string;
  readonly suberror?: string;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

/** Entra's own error body, to the last field. `error_description` ends with three lines a client must not parse. */
export function aadstsReply(context: ReplyContext, answer: AadstsAnswer): Reply {
  const refusal = refusals[answer.code] ?? unknownRefusal;
  const traceId = randomUUID();
  const correlationId = context.clientRequestId ?? randomUUID();
  const timestamp = entraTimestamp(context.now);
  return {
    status: answer.status ?? refusal.status,
    headers: {
      'x-ms-request-id': traceId,
      ...(answer.retryAfterSeconds === undefined ? {} : { 'retry-after': String(answer.retryAfterSeconds) }),
    },
    body: {
      error: answer.error ?? refusal.error,
      error_description: `AADSTS${answer.code}: ${refusal.text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [answer.code],
      ...(answer.code === blockedByPolicy && { claims: policyClaims }),
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${answer.code}`,
      ...(answer.suberror === undefined ? {} : { suberror: answer.suberror }),
    },
  };
}
