export const connectionStatuses = ['needs_consent', 'connected', 'error', 'disabled'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const healthStatuses = ['unknown', 'healthy', 'degraded', 'unhealthy'] as const;
export type HealthStatus = (typeof healthStatuses)[number];

export const credentialTypes = ['client_secret', 'certificate', 'federated'] as const;
export type CredentialType = (typeof credentialTypes)[number];

export const providerNames = ['microsoft'] as const;

export interface ProviderConnection {
  readonly id: number;
  readonly workspaceId: number;
  readonly tenantId: number;
  readonly provider: string;
  readonly entraTenantId: string;
  readonly displayName: string;
  readonly isDefault: boolean;
  readonly cloud: string;
  readonly status: ConnectionStatus;
  readonly healthStatus: HealthStatus;
  readonly scopesGranted: readonly string[];
  readonly lastHealthCheckAt: Date | null;
  readonly lastErrorReasonCode: string | null;
  readonly lastErrorMessage: string | null;
  /** Settings of the connection, e.g. PermissionProfileSetting. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What may be known about a credential besides its type, application and expiry. Stored next to the payload. */
export interface CredentialDetails {
  /** SHA-1 of the certificate in upper-case hex: what Entra's portal shows. */
  readonly thumbprint?: string;
  readonly thumbprint_sha256?: string;
  readonly token_file?: string;
}

/** What may be known about a credential, whose payload is write-only. */
export interface CredentialMetadata {
  readonly connectionId: number;
  readonly type: CredentialType;
  readonly clientId: string;
  readonly expiresAt: Date | null;
  readonly details: CredentialDetails;
  readonly updatedAt: Date;
}

/** A credential that is being tried out next to the one in use. */
export interface CredentialCandidate extends CredentialMetadata {
  readonly rehearsalRunId: number;
}

/**
 * What was learned with one credential says nothing about another, so the connection counts as new. Consent was given
 * to the application and stays as long as the application does.
 */
export function statusWithNewCredential(
  status: ConnectionStatus,
  { sameApplication }: { readonly sameApplication: boolean },
): ConnectionStatus {
  if (status === 'disabled') return 'disabled';
  return status === 'connected' && sameApplication ? 'connected' : 'needs_consent';
}

/** A connection that is enabled again has the health its latest verification found. */
export function statusWhenEnabled(health: HealthStatus): ConnectionStatus {
  if (health === 'healthy') return 'connected';
  return health === 'unhealthy' ? 'error' : 'needs_consent';
}
