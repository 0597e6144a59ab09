/**
 * What each kind of evidence is to a comparison. `identity`: read from the tenant, so another value is another finding.
 * `volatile`: another with every question (clocks, timings, counters, ids of requests), compared nowhere. `context`: what
 * the sentence names and we knew before we asked, compared nowhere either.
 */
export type EvidenceRole = 'identity' | 'volatile' | 'context';

const roles: Readonly<Record<string, EvidenceRole>> = {
  request_id: 'volatile',
  client_request_id: 'volatile',
  trace_id: 'volatile',
  correlation_id: 'volatile',
  timestamp: 'volatile',
  // A connection that is cut has one of several names, by the moment it was cut in.
  error_code: 'volatile',
  graph_message: 'volatile',
  retry_after: 'volatile',
  retry_after_seconds: 'volatile',
  reason_table_version: 'volatile',
  measured_skew_seconds: 'volatile',
  clock_ahead_seconds: 'volatile',

  app_id: 'context',
  cloud: 'context',
  expected_directory_id: 'context',
  permission: 'context',
  precondition_title: 'context',

  aadsts: 'identity',
  another_credential_until: 'identity',
  app_owner_directory_id: 'identity',
  credential_type: 'identity',
  directory_id: 'identity',
  expired_at: 'identity',
  expires_at: 'identity',
  expiry_source: 'identity',
  found_in_cloud: 'identity',
  graph_code: 'identity',
  graph_inner_code: 'identity',
  host: 'identity',
  http_status: 'identity',
  intune_plan_enabled: 'identity',
  intune_plan_grace: 'identity',
  intune_plan_inactive: 'identity',
  intune_plan_pending: 'identity',
  intune_plan_failed: 'identity',
  mdm_authority: 'identity',
  not_applicable: 'identity',
  not_intune: 'identity',
  oauth_error: 'identity',
  permission_effective: 'identity',
  permission_granted_but_refused: 'identity',
  permission_granted_not_yet_effective: 'identity',
  permission_missing: 'identity',
  permission_revoked_still_effective: 'identity',
  permission_unverifiable: 'identity',
  policy_id: 'identity',
  precondition: 'identity',
  proxy_status: 'identity',
  reason: 'identity',
  region: 'identity',
  required_any_of: 'identity',
  service_principal_id: 'identity',
  thumbprint_sha256: 'identity',
  token_appid: 'identity',
  token_tid: 'identity',
  waited_for: 'identity',
  write: 'identity',
};

/**
 * null: not declared. Such a kind is compared: an acknowledgement that ends too early is asked for again, one that
 * outlives its reason hides a fault. A test walks what every scenario leaves, so that none stays undeclared.
 */
export function roleOf(kind: string): EvidenceRole | null {
  return Object.hasOwn(roles, kind) ? (roles[kind] ?? null) : null;
}
