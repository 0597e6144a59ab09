import type { CredentialType } from '../../../core/connections/connection.ts';
import type { ReasonCode } from '../../../core/reasons/reasons.ts';
import type { Again } from './reasons.ts';

/** One reason for all, or one for each kind of credential: no one with a certificate is told about secrets. */
export type ReasonOf = ReasonCode | Readonly<Record<CredentialType, ReasonCode>>;

/** Where a number's meaning was taken from, and the OAuth `error` that decides where there is no known number. */
const sources = {
  reference: 'MicrosoftDocs/entra-docs docs/identity-platform/reference-error-codes.md',
  oauth: 'RFC 6749 section 5.2, and the list of `error` values in the reference',
  certificateCodes: 'AzureAD/microsoft-identity-web Constants (numbers after which it reloads a certificate)',
  revocation: 'MicrosoftDocs/entra-docs certificate revocation list, table of errors',
  lifecycle: 'MicrosoftDocs/entra-docs tenant lifecycle: "This tenant has been blocked due to inactivity"',
  assignment: 'MicrosoftDocs/azure-docs "User assignment required?": AADSTS501051',
  disabledResource:
    'learn.microsoft.com/troubleshoot: "Required resource is disabled. Inner Message: AADSTS500014"',
  federation: 'MicrosoftDocs/entra-docs workload identity federation, unsupported issuers (azure-docs#90321)',
  federationSetup: 'Azure/azure-workload-identity troubleshooting, Azure/login#573 and reports of its users',
  federationKey: 'Azure/azure-workload-identity#1232',
  assertionKey: 'AzureAD/microsoft-authentication-library-for-dotnet#4712',
  missingCredential: 'MicrosoftDocs/azure-docs#30777',
  noServicePrincipal: 'Azure/azure-sdk-for-net#46762',
  scope: 'Azure-Samples on client credentials: "must have a scope value with /.default suffixed"',
  domainName: 'caddy-dns/azure#3, microsoft/aspire#4253',
  deviceCodes: 'earlier editions of the reference: a device was not found',
  cipp: 'KelvinTegelaar/CIPP-API, its reading of the number',
} as const;

type Source = keyof typeof sources;
type Row = readonly [codes: readonly number[], reason: ReasonOf, again: Again, source: Source];

const rejected = {
  client_secret: 'credential.secret_invalid',
  certificate: 'credential.certificate_rejected',
  federated: 'credential.federation_rejected',
} as const satisfies ReasonOf;
const expired = {
  client_secret: 'credential.secret_expired',
  certificate: 'credential.certificate_expired',
  federated: 'credential.federation_token_expired',
} as const satisfies ReasonOf;

// The numbers of the next three speak of an assertion, which is never a secret: so does the reason, whatever is in use.
const assertionRejected = { ...rejected, client_secret: 'credential.certificate_rejected' } as const;
const assertionExpired = { ...expired, client_secret: 'credential.certificate_expired' } as const;
const assertionMalformed = {
  client_secret: 'credential.certificate_malformed',
  certificate: 'credential.certificate_malformed',
  federated: 'credential.federation_token_malformed',
} as const satisfies ReasonOf;

/**
 * Entra's numbers for sign-in without a person. Microsoft reserves the right to change them, so: one table, with a version
 * that is reported beside a number not in it. Numbers that only people can meet are left to the OAuth `error`.
 */
export const tokenReasons: { readonly version: string; readonly rows: readonly Row[] } = {
  version: '2026-11-30',
  rows: [
    [[7000215, 70002, 50012], rejected, 'never', 'reference'],
    [[7000222], expired, 'never', 'reference'],
    [[7000218], 'credential.missing', 'never', 'reference'],
    [[7000216], 'credential.missing', 'never', 'missingCredential'],
    // A certificate uploaded a minute ago is refused for a while (seen by CIPP after rotation).
    [[700027], assertionRejected, 'minutes', 'reference'],
    [[50006, 50013, 50017, 900384], assertionRejected, 'never', 'reference'],
    [[7000214], assertionRejected, 'never', 'revocation'],
    [[7000277], assertionRejected, 'never', 'certificateCodes'],
    [[1000502, 7000274], assertionExpired, 'never', 'certificateCodes'],
    [[50027, 50048, 90010, 90016], assertionMalformed, 'never', 'reference'],
    [[5002730], assertionMalformed, 'never', 'assertionKey'],
    [[50032], 'credential.certificate_weak_key', 'never', 'reference'],
    [[700030], 'credential.certificate_subject', 'never', 'reference'],
    [[500133], 'credential.clock_skew', 'seconds', 'reference'],
    [[700024], 'credential.clock_skew', 'seconds', 'certificateCodes'],
    // 70021x: the same refusal by issuer, audience and subject.
    [[70021, 70025, 700211, 700212, 700213], 'credential.federation_no_match', 'minutes', 'federationSetup'],
    [[7002138], 'credential.federation_subject_case', 'never', 'federationSetup'],
    [[90061], 'credential.federation_issuer_unreachable', 'seconds', 'federationSetup'],
    [[7000272], 'credential.federation_rejected', 'minutes', 'federationKey'],
    [[700229], 'credential.federation_token_type', 'never', 'reference'],
    [[700222], 'credential.federation_token_type', 'never', 'federation'],
    [[700025], 'app.public_client', 'never', 'reference'],
    [[700016, 700011], 'app.not_in_tenant', 'minutes', 'reference'],
    [[7000229], 'app.service_principal_missing', 'minutes', 'noServicePrincipal'],
    [[70001, 7000112], 'app.disabled', 'never', 'reference'],
    [[1000031], 'app.blocked', 'never', 'reference'],
    [[50105], 'app.not_assigned', 'never', 'reference'],
    [[501051], 'app.not_assigned', 'never', 'assignment'],
    [[65002], 'app.first_party', 'never', 'reference'],
    [[650056, 650057, 65005], 'app.misconfigured', 'never', 'reference'],
    // "Does not exist yet, try again in 30 seconds".
    [[650051], 'app.provisioning', 'minutes', 'cipp'],
    [[90002], 'tenant.not_found', 'never', 'reference'],
    [[50029, 50128, 90027], 'tenant.identifier_invalid', 'never', 'reference'],
    [[900023], 'tenant.identifier_invalid', 'never', 'domainName'],
    [[90038, 900382, 900432, 90051], 'tenant.wrong_cloud', 'never', 'reference'],
    // "Has this tenant been deleted?"
    [[5000224], 'tenant.unavailable', 'never', 'cipp'],
    [[5000225], 'tenant.unavailable', 'never', 'lifecycle'],
    [[65001], 'consent.missing', 'minutes', 'reference'],
    [[90094, 90095], 'consent.admin_required', 'never', 'reference'],
    [[90099], 'consent.partner_preconsent_missing', 'never', 'reference'],
    [[53003, 530032, 50131], 'policy.conditional_access_blocked', 'never', 'reference'],
    [[500021, 500022, 50002], 'policy.tenant_restriction', 'never', 'reference'],
    [[500011, 50001, 650054], 'resource.not_found', 'never', 'reference'],
    [[500014], 'resource.disabled', 'never', 'disabledResource'],
    [[650052], 'resource.not_provisioned', 'never', 'reference'],
    [[50059, 90019], 'config.tenant_missing', 'never', 'reference'],
    [[9001023, 50194, 90124, 90130, 9002332], 'config.authority_not_tenanted', 'never', 'reference'],
    [[70011, 28002, 28003, 700022, 700023, 901002], 'config.scope_invalid', 'never', 'reference'],
    [[1002012], 'config.scope_invalid', 'never', 'scope'],
    [
      [9002313, 900144, 90014, 90004, 90023, 90100, 90102, 90117, 90121, 900561, 165900, 70003, 100007],
      'config.request_malformed',
      'never',
      'reference',
    ],
    // Codes of people signing in: an application never gets them.
    [[50020, 50076, 50173, 50177, 700082], 'config.unexpected_flow', 'never', 'reference'],
    [[700003], 'config.unexpected_flow', 'never', 'deviceCodes'],
    // Asking again is what is complained about: at least five minutes of silence.
    [[50196], 'throttled.token_loop', 'minutes', 'reference'],
    [[90055], 'throttled.tenant', 'seconds', 'reference'],
    [[50033, 90006, 90012, 90024, 90033, 90090, 90091, 50087], 'provider.transient', 'seconds', 'reference'],
    [[50000], 'provider.internal', 'seconds', 'reference'],
    [[90036, 90092, 50086], 'provider.internal', 'never', 'reference'],
  ],
};

/**
 * What the OAuth `error` says where no number is known. The reasons claim no more than the `error` does.
 * Source: `sources.oauth`.
 */
export const oauthReasons: Readonly<Record<string, readonly [reason: ReasonCode, again: Again]>> = {
  invalid_client: ['credential.refused', 'never'],
  unauthorized_client: ['app.refused', 'never'],
  invalid_grant: ['sign_in.refused', 'never'],
  access_denied: ['sign_in.refused', 'never'],
  consent_required: ['consent.missing', 'minutes'],
  interaction_required: ['config.unexpected_flow', 'never'],
  login_required: ['config.unexpected_flow', 'never'],
  invalid_request: ['config.request_malformed', 'never'],
  unsupported_grant_type: ['config.request_malformed', 'never'],
  invalid_scope: ['config.scope_invalid', 'never'],
  invalid_resource: ['resource.not_found', 'never'],
  invalid_tenant: ['tenant.not_found', 'never'],
  server_error: ['provider.internal', 'never'],
};

/** Any other `error` is a refusal too. */
export const otherOauthReason = ['sign_in.refused', 'never'] as const satisfies readonly [ReasonCode, Again];

export interface KnownNumber {
  readonly code: number;
  readonly reason: ReasonOf;
  readonly again: Again;
  /** For whoever doubts a row. */
  readonly source: string;
}

const rowByCode: ReadonlyMap<number, KnownNumber> = new Map(
  tokenReasons.rows.flatMap(([codes, reason, again, source]) =>
    codes.map((code) => [code, { code, reason, again, source: sources[source] }] as const),
  ),
);

/** They wrap what really happened: 70002 "Error validating credentials", 50000 an error of the service, 90023 a request. */
const wrappers: ReadonlySet<number> = new Set([70002, 50000, 90023]);

/**
 * The most specific of several. A number with more digits is a case of the shorter one (50013, 500133), one that wraps
 * others says least, and of two alike the later one is the inner one.
 */
export function mostSpecific(codes: readonly number[]): KnownNumber | null {
  let best: KnownNumber | null = null;
  for (const code of codes) {
    const known = rowByCode.get(code);
    if (known !== undefined && (best === null || weightOf(code) >= weightOf(best.code))) best = known;
  }
  return best;
}

const weightOf = (code: number): number => (wrappers.has(code) ? 0 : String(code).length);

/** null: it is not known which credential is in use, so a reason that would depend on it names none. */
export function reasonFor(reason: ReasonOf, credential: CredentialType | null): ReasonCode {
  if (typeof reason === 'string') return reason;
  return credential === null ? 'credential.refused' : reason[credential];
}
