import { isReasonCode, reasons, type ReasonCode } from './reasons.ts';

/** What was known when the reason was found: kind and value, as a report's evidence holds them. */
export interface NamedFact {
  readonly kind: string;
  readonly value: string;
}

/**
 * The sentences that name the specifics; the first whose facts are all known is used, otherwise the catalog's own
 * message. `{kind}` is one fact, `{kind*}` a list, and `{is|are}` agrees with the list. They are rendered from stored
 * evidence, so that another language can be added later.
 */
const templates: Partial<Record<ReasonCode, readonly string[]>> = {
  'tenant.target_mismatch': ['The connection reaches the directory {directory_id}, not the one it names.'],
  'tenant.wrong_cloud': ['The directory is in another Microsoft cloud: {found_in_cloud*}.'],
  'tenant.not_found': ['Entra has no directory {expected_directory_id} in the cloud {cloud}.'],
  'token.claims_mismatch': [
    'The token was issued for the directory {token_tid}, not the one requested.',
    'The token was issued for the application {token_appid}, not the one requested.',
  ],
  'credential.secret_expired': [
    'The client secret of application {app_id} expired on {expired_at}.',
    'The client secret of application {app_id} has expired.',
  ],
  'credential.secret_invalid': [
    'Entra rejected the client secret of application {app_id}. Paste the secret’s value, not its ID.',
  ],
  'credential.certificate_expired': ['The certificate expired on {expired_at}.'],
  'credential.certificate_rejected': [
    'Entra does not accept the certificate for application {app_id}: it is not on the application, was revoked, or is no longer valid.',
  ],
  // For a connection that has a credential: Entra did not find it in the request.
  'credential.missing': ['Entra found no credential in the token request (AADSTS{aadsts*}).'],
  'credential.expires_within_60_days': ['The credential expires on {expires_at}, within 60 days.'],
  'credential.expires_within_30_days': ['The credential expires on {expires_at}, within 30 days.'],
  'credential.expires_within_14_days': ['The credential expires on {expires_at}, within 14 days.'],
  'credential.expires_within_7_days': ['The credential expires on {expires_at}, within 7 days.'],
  'credential.expires_within_1_day': ['The credential expires on {expires_at}, within a day.'],
  'credential.federation_token_expired': [
    'The federated token in the token file expired on {expired_at}: the platform has not renewed it.',
  ],
  'credential.federation_rejected': ['Entra does not accept the federated token (AADSTS{aadsts*}).'],
  'credential.refused': [
    'Entra refused the credential of application {app_id} (AADSTS{aadsts*}).',
    'Entra refused the credential of application {app_id} ({oauth_error}).',
  ],
  'credential.certificate_malformed': [
    'Entra cannot use the assertion signed with the certificate (AADSTS{aadsts*}).',
  ],
  'config.request_malformed': [
    'Entra says that the token request is not valid (AADSTS{aadsts*}).',
    'Entra says that the token request is not valid ({oauth_error}).',
  ],
  'config.scope_invalid': [
    'The token request asked for an invalid scope (AADSTS{aadsts*}).',
    'The token request asked for an invalid scope ({oauth_error}).',
  ],
  'config.unexpected_flow': [
    'Entra answered as if a person were signing in (AADSTS{aadsts*}).',
    'Entra answered as if a person were signing in ({oauth_error}).',
  ],
  'sign_in.refused': [
    'Entra refused the sign-in (AADSTS{aadsts*}).',
    'Entra refused the sign-in ({oauth_error}).',
  ],
  'app.refused': [
    'Entra does not let the application {app_id} sign in to the directory (AADSTS{aadsts*}).',
    'Entra does not let the application {app_id} sign in to the directory ({oauth_error}).',
  ],
  'app.not_assigned': [
    'The customer’s directory lets only assigned applications in, and {app_id} is not assigned.',
  ],
  'app.first_party': [
    'The client ID {app_id} belongs to one of Microsoft’s own applications. Use an application that you registered.',
  ],
  'app.identity_not_found': [
    'Microsoft Graph does not find the application {app_id} in this directory. The customer may not have consented.',
  ],
  'app.public_client': ['The application {app_id} is a public client and may not use a credential.'],
  'app.not_in_tenant': ['The application {app_id} does not exist in the customer’s directory.'],
  'app.service_principal_missing': [
    'The customer’s directory has no service principal for the application {app_id}.',
  ],
  'app.disabled': ['The application {app_id} is disabled in the customer’s directory.'],
  'app.blocked': ['Access to the application {app_id} is blocked in the customer’s directory.'],
  'app.misconfigured': ['The application {app_id} does not request the permission it needs.'],
  'app.provisioning': ['The application {app_id} is still being set up in the customer’s directory.'],
  'consent.missing': ['The customer has not consented to the application {app_id}.'],
  'consent.admin_required': ['A customer administrator has to consent to the application {app_id}.'],
  'consent.partner_preconsent_missing': [
    'The application {app_id} is not pre-consented for delegated administration.',
  ],
  'consent.no_app_roles': [
    'The token of application {app_id} carries no application permission: the customer has not consented.',
  ],
  'policy.conditional_access_blocked': [
    'The customer’s Conditional Access policy {policy_id*} blocks the application {app_id}.',
    'A Conditional Access policy of the customer blocks the application {app_id}.',
  ],
  'permission.missing': [
    '{permission_missing*} {is|are} not granted.',
    '{permission*} {is|are} not granted.',
    'None of the permissions that Microsoft Graph asks for is granted: {required_any_of*}.',
  ],
  'permission.not_yet_effective': [
    '{permission_granted_not_yet_effective*} {is|are} granted but {has|have} not reached Microsoft Graph yet.',
    '{permission*} {is|are} granted but {has|have} not reached Microsoft Graph yet.',
  ],
  'permission.granted_but_refused': [
    '{permission_granted_but_refused*} {has|have} been granted for more than a day, and Microsoft Graph still refuses {it|them}.',
    '{permission*} {has|have} been granted for more than a day, and Microsoft Graph still refuses {it|them}.',
  ],
  'permission.revoked_still_effective': [
    '{permission_revoked_still_effective*} {was|were} revoked, but still {works|work} until the token expires.',
  ],
  'permissions.unverifiable': [
    '{permission*} {is|are} not granted, so the granted permissions cannot be read and are taken from the token alone.',
  ],
  'licence.intune_grace': [
    'The license that includes Intune ({intune_plan_grace*}) has expired and works in its grace period only.',
  ],
  'licence.intune_missing': [
    'The tenant has no active license that includes Intune; inactive: {intune_plan_inactive*}.',
  ],
  'intune.mdm_authority_other': ['Devices are managed by an authority other than Intune: {mdm_authority}.'],
  'capability.not_required': [
    'Not checked: {not_applicable} is not granted, and no permission profile of the connection requires it.',
  ],
  'gdap.not_readable': [
    'Not checked: without {not_applicable} the delegated administration relationships cannot be read. They are for information only.',
  ],
  'throttled.graph': ['Microsoft Graph is throttling this tenant (retry after {retry_after_seconds} s).'],
  'throttled.tenant': ['Entra is throttling this directory (retry after {retry_after_seconds} s).'],
  'provider.transient': ['Microsoft returned a temporary error (HTTP {http_status}).'],
  'provider.internal': ['Microsoft returned an internal error (HTTP {http_status}).'],
  'provider.unmapped': [
    'Microsoft returned AADSTS{aadsts*}, which this version does not recognize.',
    'Microsoft Graph returned {graph_code}, which this version does not recognize.',
    'Microsoft returned {oauth_error}, which this version does not recognize.',
  ],
  'network.tls_untrusted': [
    'This machine does not trust the certificate shown for {host} ({error_code}). A proxy that inspects TLS is the usual cause: set NODE_EXTRA_CA_CERTS to a file with its CA certificate.',
  ],
  'network.dns': [
    'This machine cannot resolve the name {host}. Check its DNS, or set HTTPS_PROXY if the network requires a proxy.',
  ],
  'network.refused': [
    'The connection to {host} was refused before it reached Microsoft. Check the firewall of this machine’s network.',
  ],
  'network.reset': [
    'The connection to {host} was reset. Check the firewall and the proxy of this machine’s network.',
  ],
  'network.timeout': [
    '{host} did not respond in time: this machine was still waiting for {waited_for}. Check the firewall and the proxy of its network.',
    '{host} did not respond in time. Check the firewall and the proxy of this machine’s network.',
  ],
  'network.unreachable': ['This machine could not connect to {host}. Check its network.'],
  'network.redirect_refused': [
    'The answer was a redirect to {host}. It was not followed, and no credential was sent there.',
  ],
  'check.precondition_failed': ['Skipped: {precondition_title} did not pass.'],
};

/** What the reason says about this particular case. The code itself if it is not in the catalog (a newer version's). */
export function sentenceFor(code: string, facts: readonly NamedFact[]): string {
  if (!isReasonCode(code)) return code;
  for (const template of templates[code] ?? []) {
    const sentence = fill(template, facts);
    if (sentence !== null) return sentence;
  }
  return reasons[code].message;
}

/** The kinds of facts that the reason's sentences use. */
export function namedKinds(code: ReasonCode): string[] {
  const fields = (templates[code] ?? []).flatMap((template) => [...template.matchAll(field)]);
  return [
    ...new Set(fields.filter(({ groups }) => groups?.['several'] === undefined).map(([, kind = '']) => kind)),
  ];
}

const field = /\{(?<kind>\w+)(?:(?<list>\*)|\|(?<several>\w+))?\}/g;

/** null: a fact is missing, or there are several where the sentence has room for one. */
function fill(template: string, facts: readonly NamedFact[]): string | null {
  let count = 1;
  const missing: string[] = [];
  const filled = template.replace(field, (_all, kind: string, list?: string, several?: string) => {
    if (several !== undefined) return count === 1 ? kind : several;
    const values = [...new Set(facts.filter((fact) => fact.kind === kind).map(({ value }) => value))];
    if (values.length === 0 || (list === undefined && values.length > 1)) missing.push(kind);
    if (list !== undefined) count = values.length;
    return toList(values.map((value) => toWords(kind, value)));
  });
  return missing.length === 0 ? filled : null;
}

/** No one reads more names than this; the report has them all. */
const maxNamed = 3;

function toList(values: readonly string[]): string {
  const named = values.length > maxNamed ? values.slice(0, maxNamed - 1) : values.slice(0, -1);
  const last = values.length > maxNamed ? `${values.length - named.length} more` : (values.at(-1) ?? '');
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

/** What is being waited for, by stage of a request. */
const stages: Readonly<Record<string, string>> = {
  connection: 'the connection',
  answer: 'the answer',
  rest_of_answer: 'the rest of the answer',
};

/** A time is shown as its day in UTC: no reader of a sentence needs the seconds. */
function toWords(kind: string, value: string): string {
  if (kind === 'waited_for') return stages[value] ?? value;
  if (!/^\d{4}-\d\d-\d\dT/.test(value)) return value;
  const date = new Date(value);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
