import type { Viewer } from '../../core/access/access.ts';
import type { CredentialRule } from '../../core/connections/credential-rules.ts';
import type { CertificateInspection, CredentialInput } from '../../core/connections/credential-shape.ts';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import type { ActivateCredentialRequest } from '../../flows/connections/activate-credential.ts';
import type { CreateConnectionRequest } from '../../flows/connections/create-connection.ts';
import type { StartAnswer } from '../../flows/runs/start-operation.ts';
import type { UpdateConnectionRequest } from '../../flows/connections/update-connection.ts';

export interface CredentialRequest {
  readonly connectionId: number;
  readonly credential: CredentialInput;
}

export interface ReachableCloud {
  readonly name: string;
  readonly label: string;
}

/** The verbs around connections and credentials, bound to their dependencies by server/connection-flows.ts. */
export interface ConnectionFlows {
  /** Answers the new connection's id. */
  createConnection(viewer: Viewer, request: CreateConnectionRequest): Promise<number>;
  updateConnection(viewer: Viewer, request: UpdateConnectionRequest): Promise<void>;
  makeDefaultConnection(viewer: Viewer, connectionId: number): Promise<void>;
  setCredential(viewer: Viewer, request: CredentialRequest): Promise<void>;
  deleteCredential(viewer: Viewer, connectionId: number): Promise<void>;
  rehearseCredential(viewer: Viewer, request: CredentialRequest): Promise<StartAnswer>;
  discardCandidate(viewer: Viewer, connectionId: number): Promise<void>;
  activateCredential(viewer: Viewer, request: ActivateCredentialRequest): Promise<void>;
  credentialRules(
    connection: Pick<ProviderConnection, 'entraTenantId'>,
    workspaceSlug: string,
  ): readonly CredentialRule[];
  inspectCertificate(certificatePem: string): CertificateInspection;
  reachableClouds(): readonly ReachableCloud[];
  /** Calls nobody. `state` comes back with the answer; null where nothing waits for it. null: no such cloud here. */
  adminConsentUrl(
    connection: Pick<ProviderConnection, 'cloud' | 'entraTenantId'>,
    clientId: string,
    state: string | null,
  ): string | null;
}
