export const connectionStatuses = ['needs_consent', 'connected', 'error', 'disabled'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

export const healthStatuses = ['unknown', 'healthy', 'degraded', 'unhealthy'] as const;
export type HealthStatus = (typeof healthStatuses)[number];

export const credentialTypes = ['client_secret', 'certificate', 'federated'] as const;
export type CredentialType = (typeof credentialTypes)[number];

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
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What may be known of a credential: its payload is write-only. */
export interface CredentialMetadata {
  readonly connectionId: number;
  readonly type: CredentialType;
  readonly clientId: string;
  readonly expiresAt: Date | null;
  readonly updatedAt: Date;
}
