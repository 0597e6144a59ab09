import type { NextStepKey } from './next-steps.ts';

/**
 * The one catalog of reasons: why a check did not pass, why a start was refused, why a run ended as it did.
 * Codes are `area.reason` and part of the public contract (clients and alert rules match on them): never rename one.
 * How Microsoft's answers map to these codes is the provider's business (providers/microsoft/reasons/reasons.ts).
 */
export interface Reason {
  /** One plain sentence for the person on call: what is wrong, not what the code is called. */
  readonly message: string;
  readonly severity: Severity;
  /** A check that fails for this reason means that the tenant cannot be managed at all. */
  readonly blocking: boolean;
  /** Trying again later may give another answer even if no one has done anything. */
  readonly retryable: boolean;
  readonly actor: Actor;
  readonly nextSteps: readonly NextStepKey[];
}

export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Who has to act. */
export const actors = ['provider_admin', 'customer_admin', 'microsoft', 'tenantatlas', 'nobody'] as const;
export type Actor = (typeof actors)[number];

export const reasons = {
  // The connection and its credential as stored: known without asking anyone.
  'connection.missing': blocking(
    'provider_admin',
    'This tenant has no provider connection, so there is nothing to verify with.',
    ['add_connection'],
  ),
  'connection.disabled': blocking('provider_admin', 'The provider connection is disabled.', [
    'open_connection',
  ]),
  'connection.invalid': blocking(
    'provider_admin',
    'The provider connection does not name a valid directory.',
    ['open_connection'],
  ),
  'credential.missing': blocking('provider_admin', 'The provider connection has no credential.', [
    'add_credential',
  ]),
  'credential.invalid': blocking(
    'provider_admin',
    'The stored credential cannot be used: it is damaged, or its encryption key is not configured.',
    ['replace_credential'],
  ),
  'consent.missing': blocking('customer_admin', 'The customer has not consented to the application.', [
    'grant_consent',
  ]),
  'tenant.target_mismatch': blocking(
    'provider_admin',
    'The connection reaches a different directory than the one it names.',
    ['open_connection', 'open_directory'],
  ),
  'tenant.archived': blocking('provider_admin', 'The tenant is archived.', ['open_tenant']),

  // What can be seen before anything is sent.
  'credential.looks_like_secret_id': problem(
    'medium',
    'provider_admin',
    'The client secret looks like a secret’s ID. If sign-in fails, paste the secret’s value instead.',
    ['replace_credential', 'open_app_credentials'],
  ),
  'credential.secret_has_whitespace': problem(
    'medium',
    'provider_admin',
    'The client secret starts or ends with whitespace, usually a copy-and-paste error.',
    ['replace_credential'],
  ),
  'worker.clock_skew': problem(
    'medium',
    'provider_admin',
    'This machine’s clock differs from Microsoft’s by more than five minutes, so certificates will be refused.',
    ['verify_again'],
  ),

  // What Entra answered when asked for a token.
  'credential.secret_invalid': blocking(
    'provider_admin',
    'Entra refused the client secret. Paste the secret’s value, not its ID.',
    ['replace_credential', 'open_app_credentials'],
  ),
  'credential.secret_expired': blocking('provider_admin', 'The client secret has expired.', [
    'open_app_credentials',
    'replace_credential',
  ]),
  'credential.certificate_expired': blocking(
    'provider_admin',
    'The certificate has expired or is not valid yet.',
    ['open_app_credentials', 'replace_credential'],
  ),
  'credential.certificate_key_mismatch': blocking(
    'provider_admin',
    'The certificate and the private key do not match.',
    ['replace_credential'],
  ),
  'credential.certificate_not_rsa': blocking(
    'provider_admin',
    'The certificate’s key is not an RSA key. Entra accepts only RSA keys.',
    ['replace_credential'],
  ),
  'credential.federation_token_unreadable': blocking(
    'provider_admin',
    'The worker cannot read the token file of the federated credential.',
    ['open_connection'],
  ),
  'credential.federation_token_malformed': blocking(
    'provider_admin',
    'The token file does not hold a usable federated token (a JWT).',
    ['open_connection'],
  ),
  'credential.federation_token_expired': blocking(
    'provider_admin',
    'The federated token in the token file has expired: the platform has not renewed it.',
    ['open_connection'],
  ),
  'credential.federation_token_not_allowed': blocking(
    'provider_admin',
    'The token file does not belong to this workspace: the operator has to bind it in TOKEN_FILES.',
    ['open_connection'],
  ),
  'credential.certificate_rejected': blocking(
    'provider_admin',
    'Entra does not accept the certificate: it is not on the application, was revoked, or is no longer valid.',
    ['open_app_credentials', 'replace_credential'],
  ),
  'credential.certificate_malformed': blocking(
    'provider_admin',
    'Entra cannot use the assertion signed with the certificate.',
    ['replace_credential', 'open_app_credentials'],
  ),
  'credential.certificate_weak_key': blocking(
    'provider_admin',
    'Entra refused the certificate’s key as too weak. Use an RSA key of 2048 bits or more.',
    ['replace_credential'],
  ),
  'credential.refused': blocking('provider_admin', 'Entra refused the application’s credential.', [
    'open_app_credentials',
    'replace_credential',
    'report_code',
  ]),
  'credential.certificate_subject': blocking(
    'provider_admin',
    'The certificate’s subject name is not authorized for the application.',
    ['open_app_credentials'],
  ),
  'credential.clock_skew': blocking(
    'provider_admin',
    'Entra received the signed assertion outside its validity period. The clock of this machine may be off.',
    ['verify_again'],
  ),
  'credential.federation_no_match': blocking(
    'provider_admin',
    'No federated credential of the application matches the token’s issuer, subject and audience.',
    ['open_app_credentials'],
  ),
  'credential.federation_subject_case': blocking(
    'provider_admin',
    'The federated credential’s subject differs from the token’s in upper or lower case only.',
    ['open_app_credentials'],
  ),
  'credential.federation_issuer_unreachable': blocking(
    'provider_admin',
    'Entra could not read the issuer’s discovery document or keys.',
    ['verify_again'],
  ),
  'credential.federation_rejected': blocking('provider_admin', 'Entra does not accept the federated token.', [
    'open_app_credentials',
    'open_connection',
  ]),
  'credential.federation_token_type': blocking(
    'provider_admin',
    'Entra does not accept this kind of token as a federated credential.',
    ['replace_credential'],
  ),
  'app.public_client': blocking(
    'provider_admin',
    'The application is a public client and may not use a credential.',
    ['open_app'],
  ),
  'app.not_in_tenant': blocking(
    'customer_admin',
    'The application does not exist in the customer’s directory.',
    ['grant_consent', 'open_connection'],
  ),
  'app.service_principal_missing': blocking(
    'customer_admin',
    'The customer’s directory has no service principal for the application.',
    ['grant_consent'],
  ),
  'app.disabled': blocking('customer_admin', 'The application is disabled in the customer’s directory.', [
    'open_enterprise_app',
  ]),
  'app.blocked': blocking(
    'customer_admin',
    'Access to the application is blocked in the customer’s directory.',
    ['open_enterprise_app'],
  ),
  'app.not_assigned': blocking(
    'customer_admin',
    'The customer’s directory lets only assigned applications in, and this one is not assigned.',
    ['open_enterprise_app'],
  ),
  'app.first_party': blocking(
    'provider_admin',
    'The client ID belongs to one of Microsoft’s own applications. Use an application that you registered.',
    ['replace_credential'],
  ),
  'app.refused': blocking('customer_admin', 'Entra does not let this application sign in to the directory.', [
    'open_enterprise_app',
    'open_connection',
    'report_code',
  ]),
  'app.identity_not_found': blocking(
    'customer_admin',
    'Microsoft Graph does not find the application in this directory. The customer may not have consented.',
    ['grant_consent', 'open_enterprise_app'],
  ),
  'app.misconfigured': blocking(
    'provider_admin',
    'The application does not request the permission it needs.',
    ['open_app', 'grant_consent'],
  ),
  'app.provisioning': transient('The application is still being set up in the customer’s directory.', [
    'verify_again',
  ]),
  'tenant.not_found': blocking('provider_admin', 'Entra has no directory with this ID in this cloud.', [
    'open_connection',
  ]),
  'tenant.identifier_invalid': blocking('provider_admin', 'The directory ID is not valid.', [
    'open_connection',
  ]),
  'tenant.wrong_cloud': blocking(
    'provider_admin',
    'The directory is in a different Microsoft cloud than the connection says.',
    ['open_connection'],
  ),
  'tenant.unavailable': blocking(
    'customer_admin',
    'The directory is not available. It may have been deleted, or blocked because no one used it.',
    ['open_tenant'],
  ),
  'consent.admin_required': blocking('customer_admin', 'A customer administrator has to consent.', [
    'grant_consent',
  ]),
  'consent.partner_preconsent_missing': blocking(
    'customer_admin',
    'The application is not pre-consented for delegated administration.',
    ['grant_consent'],
  ),
  'policy.conditional_access_blocked': blocking(
    'customer_admin',
    'A Conditional Access policy of the customer blocks the application.',
    ['open_sign_in_logs'],
  ),
  'policy.tenant_restriction': blocking(
    'provider_admin',
    'A tenant restriction on our network blocks sign-in to this directory.',
    ['verify_again'],
  ),
  'resource.not_found': blocking(
    'provider_admin',
    'Microsoft Graph is not known in this directory: the cloud may be wrong.',
    ['open_connection'],
  ),
  'resource.disabled': blocking(
    'customer_admin',
    'A Microsoft service that the application needs is disabled in the directory. A subscription may have lapsed.',
    ['open_licences', 'open_directory'],
  ),
  'resource.not_provisioned': blocking('customer_admin', 'The customer is not subscribed to the service.', [
    'open_directory',
  ]),
  'sign_in.refused': blocking('provider_admin', 'Entra refused the sign-in.', [
    'open_sign_in_logs',
    'report_code',
  ]),
  'config.tenant_missing': defect('The token request named no directory.'),
  'config.authority_not_tenanted': defect('The token request did not go to a single directory.'),
  'config.scope_invalid': defect('The token request asked for an invalid scope.'),
  'config.request_malformed': defect('Entra says that the token request is not valid.'),
  'config.unexpected_flow': defect('Entra answered as if a person were signing in.'),

  // What Microsoft Graph answered.
  'token.rejected': blocking('microsoft', 'Microsoft Graph rejected a token that Entra had just issued.', [
    'verify_again',
  ]),
  'consent.no_app_roles': blocking(
    'customer_admin',
    'The token carries no application permission: the customer has not consented.',
    ['grant_consent'],
  ),
  'permission.missing': problem(
    'high',
    'customer_admin',
    'A required application permission is not granted.',
    ['grant_consent', 'open_enterprise_app'],
  ),
  'permission.not_yet_effective': waiting(
    'The permission is granted but has not reached Microsoft Graph yet.',
    ['verify_again'],
  ),
  'permission.granted_but_refused': problem(
    'high',
    'customer_admin',
    'The permission has been granted for more than a day, and Microsoft Graph still refuses it.',
    ['open_enterprise_app', 'open_licences'],
  ),
  'permission.revoked_still_effective': problem(
    'medium',
    'customer_admin',
    'The permission was revoked, but still works until the token expires.',
    ['open_enterprise_app'],
  ),
  'permissions.unverifiable': problem(
    'medium',
    'customer_admin',
    'The granted permissions could not be read, so they are taken from the token alone.',
    ['grant_consent'],
  ),
  'token.opaque': problem(
    'info',
    'nobody',
    'The token cannot be decoded, so its permissions were not read from it.',
    [],
  ),
  'token.claims_mismatch': blocking(
    'provider_admin',
    'The token was issued for a different directory or application than requested.',
    ['open_connection'],
  ),
  'credential.expires_within_60_days': expiring('low', 'The credential expires within 60 days.'),
  'credential.expires_within_30_days': expiring('medium', 'The credential expires within 30 days.'),
  'credential.expires_within_14_days': expiring('medium', 'The credential expires within 14 days.'),
  'credential.expires_within_7_days': expiring('high', 'The credential expires within 7 days.'),
  'credential.expires_within_1_day': expiring('critical', 'The credential expires within a day.'),
  'credential.expiry_unknown': problem(
    'low',
    'provider_admin',
    'Microsoft does not list when this credential expires, and it was stored without its expiry date.',
    ['replace_credential'],
  ),
  'licence.intune_grace': problem(
    'high',
    'customer_admin',
    'The license that includes Intune has expired and works only in its grace period.',
    ['open_licences'],
  ),
  'licence.intune_pending': problem(
    'medium',
    'customer_admin',
    'Intune is part of a license, but Microsoft has not finished setting it up.',
    ['verify_again', 'open_licences'],
  ),
  'licence.intune_setup_failed': problem(
    'high',
    'customer_admin',
    'Intune is part of a license, but Microsoft could not set it up.',
    ['open_licences', 'open_service_health'],
  ),
  'licence.premium_missing': problem(
    'medium',
    'customer_admin',
    'Microsoft Graph refuses this without a premium license, such as Microsoft Entra ID P1.',
    ['open_licences'],
  ),
  'intune.not_available': problem(
    'high',
    'customer_admin',
    'Intune answers that it does not serve this tenant. Microsoft may still be setting it up.',
    ['open_licences', 'open_intune', 'verify_again'],
  ),
  'intune.mdm_authority_unset': problem(
    'high',
    'customer_admin',
    'Intune is licensed but is not the authority for managing devices yet.',
    ['open_intune'],
  ),
  'intune.mdm_authority_other': problem(
    'medium',
    'customer_admin',
    'Devices are managed by an authority other than Intune.',
    ['open_intune'],
  ),
  'capability.not_required': problem(
    'info',
    'nobody',
    'Not checked: the permission is not granted, and no permission profile of the connection requires it.',
    [],
  ),
  'gdap.not_readable': problem(
    'info',
    'nobody',
    'Not checked: the application is not allowed to read delegated administration relationships. They are for information only.',
    [],
  ),
  'licence.intune_missing': problem(
    'high',
    'customer_admin',
    'The tenant has no license that includes Intune.',
    ['open_licences'],
  ),

  // The way to Microsoft.
  'throttled.graph': outage(
    'Microsoft Graph is throttling this tenant for longer than a verification can wait.',
    ['verify_again'],
  ),
  'throttled.tenant': outage('Entra is throttling this directory.', ['verify_again']),
  'throttled.token_loop': transient(
    'Entra saw too many identical token requests. Wait at least five minutes.',
    ['verify_again'],
  ),
  'provider.transient': outage('Microsoft returned a temporary error.', [
    'verify_again',
    'open_service_health',
  ]),
  'provider.internal': problem('high', 'microsoft', 'Microsoft returned an internal error.', [
    'open_service_health',
  ]),
  'provider.unmapped': problem(
    'high',
    'tenantatlas',
    'Microsoft returned a code that this version does not recognize. The code is in the evidence.',
    ['report_code'],
  ),
  'provider.bad_response': transient(
    'The response is not one that Microsoft sends. A proxy or firewall may be intercepting the traffic.',
    ['verify_again'],
  ),
  'network.tls_untrusted': ours(
    'This machine does not trust the certificate shown for Microsoft’s host. A proxy that inspects TLS is the usual cause: set NODE_EXTRA_CA_CERTS to a file with its CA certificate.',
    ['trust_proxy_ca', 'verify_again'],
  ),
  'network.dns': ours(
    'This machine cannot resolve the name of Microsoft’s host. Check its DNS, or set HTTPS_PROXY if the network requires a proxy.',
    ['verify_again'],
  ),
  'network.refused': ours(
    'The connection to Microsoft was refused before it reached Microsoft. Check the firewall of this machine’s network.',
    ['verify_again'],
  ),
  'network.reset': ours(
    'The connection to Microsoft was reset. Check the firewall and the proxy of this machine’s network.',
    ['verify_again'],
  ),
  'network.timeout': ours(
    'Microsoft did not respond in time. Check the firewall and the proxy of this machine’s network.',
    ['verify_again'],
  ),
  'network.unreachable': ours('This machine could not connect to Microsoft. Check its network.', [
    'verify_again',
  ]),
  'proxy.unreachable': ours('The proxy named in HTTPS_PROXY cannot be reached. Check its address.', [
    'verify_again',
  ]),
  'proxy.authentication_required': ours(
    'The proxy requires a user name and password. Add them to HTTPS_PROXY, percent-encoded; NTLM and Negotiate are not supported.',
    ['verify_again'],
  ),
  'proxy.bad_answer': ours(
    'A proxy or gateway on the way to Microsoft did not let the connection through. Check HTTPS_PROXY, and allow Microsoft’s hosts in the proxy.',
    ['verify_again'],
  ),
  // In reports from before the causes above were distinguished.
  'network.proxy': ours('The HTTP proxy refused the connection to Microsoft.', ['verify_again']),
  'network.redirect_refused': problem(
    'critical',
    'provider_admin',
    'The answer was a redirect to another host. It was not followed, and no credential was sent there.',
    ['verify_again'],
  ),

  // The run itself.
  'check.precondition_failed': problem(
    'info',
    'nobody',
    'Not checked, because a check it depends on did not pass.',
    [],
  ),
  'worker.lost': problem(
    'high',
    'tenantatlas',
    'The worker was lost on every attempt. Results up to then are kept; the rest is unknown.',
    ['verify_again'],
  ),
  'sync.safety_stop': problem(
    'high',
    'provider_admin',
    'More than half of the known groups were missing from the directory’s answer, so none were removed.',
    ['open_directory', 'open_connection'],
  ),
  // Why a schedule did not run for a tenant.
  'scope.busy': problem('low', 'nobody', 'Another run used the connection for the whole window.', [
    'verify_again',
  ]),
  'schedule.overlapped': problem(
    'low',
    'provider_admin',
    'Another schedule ran the same operation at that time.',
    ['open_tenant'],
  ),
  'schedule.missed': problem(
    'medium',
    'tenantatlas',
    'No worker was running at the time the schedule was due.',
    ['verify_again'],
  ),
  'schedule.frozen': problem('info', 'nobody', 'The workspace or tenant was frozen.', ['open_tenant']),
  'schedule.paused': problem(
    'info',
    'nobody',
    'The schedule was paused or deleted before the tenant’s turn.',
    ['open_tenant'],
  ),
  'backup.item_too_large': problem(
    'medium',
    'tenantatlas',
    'A policy is too large for a backup, so it is not in this one.',
    ['report_code'],
  ),
  'backup.item_incomplete': transient(
    'Microsoft did not return all of a policy’s settings, so the policy is not in this backup.',
    ['verify_again'],
  ),
  'backup.list_incomplete': transient(
    'Microsoft’s list omitted a policy that still exists, so the list cannot be trusted.',
    ['verify_again'],
  ),
  'backup.not_offered': problem('info', 'microsoft', 'Microsoft does not let applications read this.', []),
  'run.cancelled': problem('info', 'nobody', 'The run was cancelled before it was finished.', [
    'verify_again',
  ]),
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as readonly ReasonCode[];

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}

function blocking(actor: Actor, message: string, nextSteps: readonly NextStepKey[]): Reason {
  return { message, severity: 'critical', blocking: true, retryable: false, actor, nextSteps };
}

/** Resolves on its own; the honest verdict is `unknown`, and no one is to blame. */
function transient(message: string, nextSteps: readonly NextStepKey[]): Reason {
  return { message, severity: 'medium', blocking: false, retryable: true, actor: 'nobody', nextSteps };
}

/** The same, and for Microsoft to fix. */
function outage(message: string, nextSteps: readonly NextStepKey[]): Reason {
  return { ...transient(message, nextSteps), actor: 'microsoft' };
}

/** The way from this machine to Microsoft: for the machine's operator, and never Microsoft's fault. */
function ours(message: string, nextSteps: readonly NextStepKey[]): Reason {
  return {
    message,
    severity: 'medium',
    blocking: false,
    retryable: true,
    actor: 'provider_admin',
    nextSteps,
  };
}

function waiting(message: string, nextSteps: readonly NextStepKey[]): Reason {
  return { message, severity: 'low', blocking: false, retryable: true, actor: 'nobody', nextSteps };
}

function problem(
  severity: Severity,
  actor: Actor,
  message: string,
  nextSteps: readonly NextStepKey[],
): Reason {
  return { message, severity, blocking: false, retryable: false, actor, nextSteps };
}

/** One code per rung, so that an alert can follow the ladder. */
function expiring(severity: Severity, message: string): Reason {
  return problem(severity, 'provider_admin', message, ['open_app_credentials', 'replace_credential']);
}

/** We built the request: all a reader can do is report it. */
function defect(message: string): Reason {
  return {
    message,
    severity: 'high',
    blocking: false,
    retryable: false,
    actor: 'tenantatlas',
    nextSteps: ['report_code'],
  };
}
