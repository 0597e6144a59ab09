import type { PolicyKind } from '../backup/policy-kinds.ts';
import type { PolicyQuestion, PolicyReading } from '../backup/reading.ts';
import type { SettingDefinition } from '../backup/settings.ts';
import type { CloudName } from '../clouds.ts';
import type { CollectionKind, ListedItem } from '../inventory/inventory.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import { workloads, type Workload } from '../workloads.ts';

/**
 * The port that a provider implements. A provider gathers evidence and never judges it: core/verification decides
 * what an answer means for the tenant. Nothing here throws because of what the outside world did.
 */
export interface Provider {
  /** Opens no connection until the first `collect`. Dispose it to drop keep-alive sockets and secrets from memory. */
  openSession(target: ProviderTarget, credential: ProviderSecret, options: SessionOptions): ProviderSession;
  /** Finds a directory by GUID or domain name: public information, so no credential is needed. */
  discover(identifier: string, signal: AbortSignal): Promise<Discovery>;
}

export interface ProviderTarget {
  readonly cloud: CloudName;
  /** Directory GUID, lower case. */
  readonly entraTenantId: string;
}

/** Decrypted for the duration of one session. Never logged, never stored, never part of evidence. */
export type ProviderSecret =
  | { readonly type: 'client_secret'; readonly clientId: string; readonly clientSecret: string }
  | {
      readonly type: 'certificate';
      readonly clientId: string;
      readonly certificatePem: string;
      readonly privateKeyPem: string;
    }
  | { readonly type: 'federated'; readonly clientId: string; readonly tokenFile: string };

export interface SessionOptions {
  /** Sent as client-request-id, so that Microsoft's support can find the requests of one run. */
  readonly correlationId: string;
  /**
   * Aborting rejects the pending `collect` with the signal's reason: the caller gave up, the outside world did not
   * fail.
   */
  readonly signal: AbortSignal;
  /** `low` for work that no one is waiting for, which is throttled first. */
  readonly priority?: 'low' | 'normal';
  /** `backup`: under separate limits, so that hours of reading do not hold up verifications. */
  readonly use?: 'backup';
}

export interface ProviderSession extends AsyncDisposable {
  /** Asks once per kind and session; a second call for the same kind returns the first answer. */
  collect<K extends EvidenceKind>(kind: K): Promise<Answer<EvidenceByKind[K]>>;
  /**
   * A collection, page by page. An unreadable page is the last one: what came before it is part of the collection and
   * says nothing about the rest. Rejects like `collect` when the caller gives up.
   */
  list(kind: CollectionKind): AsyncIterable<Answer<readonly ListedItem[]>>;
  /**
   * All policies of one kind, each complete or recorded as a gap. Unreadable: the list was cut short or left
   * something out. Takes as long as Microsoft asks for, within its own limit; rejects like `collect` when the caller
   * gives up.
   */
  readPolicies(kind: PolicyKind, question: PolicyQuestion): Promise<PolicyReading | Unreadable>;
  /** What Microsoft calls the settings of one settings-catalog policy; empty if it does not say. */
  readDefinitions(policyId: string): Promise<readonly SettingDefinition[]>;
}

/** What the provider can be asked, and the shape of each answer. */
export interface EvidenceByKind extends Record<ProbeKind, ProbeEvidence> {
  credential_shape: CredentialShapeEvidence;
  directory: DirectoryEvidence;
  token: TokenEvidence;
  organization: OrganizationEvidence;
  service_principal: ServicePrincipalEvidence;
  app_role_assignments: AppRoleAssignmentsEvidence;
  credential_expiry: CredentialExpiryEvidence;
  licences: LicencesEvidence;
  mdm_authority: MdmAuthorityEvidence;
  delegated_admin: DelegatedAdminEvidence;
}
export type ProbeKind = `probe_${Workload}`;
export type EvidenceKind = keyof EvidenceByKind;

/** Every kind, in the order in which a verification asks for it. */
export const evidenceKinds: readonly EvidenceKind[] = [
  'credential_shape',
  'directory',
  'token',
  'organization',
  'service_principal',
  'app_role_assignments',
  'credential_expiry',
  'licences',
  'mdm_authority',
  ...workloads.map((workload): ProbeKind => `probe_${workload}`),
  'delegated_admin',
];

export type Answer<T> =
  { readonly kind: 'read'; readonly value: T; readonly pointers: readonly Pointer[] } | Unreadable;

/** The outside world did not provide the fact: why, and what identifies the refusal. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: ReasonCode;
  /** The service understood the question and refused: an answer, unlike a transport failure. */
  readonly refused?: true;
  /** Request ids, HTTP status, AADSTS code: pointers for a support case, never secrets. */
  readonly pointers: readonly Pointer[];
}

/**
 * The shape of report evidence: a kind from a small vocabulary (`request_id`, `aadsts`, `http_status`, …) and a
 * value.
 */
export interface Pointer {
  readonly kind: string;
  readonly value: string;
}

/** What can be said about a credential without sending it anywhere. Unreadable: it cannot be used, and why. */
export interface CredentialShapeEvidence {
  readonly suspicions: readonly CredentialSuspicion[];
}
export type CredentialSuspicion = 'looks_like_secret_id' | 'surrounding_whitespace';

/** From public discovery documents, without any credential. */
export interface DirectoryEvidence {
  /** The clouds that have the directory: the connection's own first, the others only if that one does not have it. */
  readonly sightings: readonly DirectorySighting[];
  /** How far this machine's clock is ahead of Microsoft's; null if the answer had no time. */
  readonly clockAheadSeconds: number | null;
}
export interface Discovery {
  /** More than one: the domain belongs to a different directory in another cloud, and a person has to choose. */
  readonly sightings: readonly DirectorySighting[];
  /** Clouds that did not answer, so what they have is unknown. */
  readonly unanswered: readonly CloudName[];
}
export interface DirectorySighting {
  readonly cloud: CloudName;
  /** Directory GUID, lower case. */
  readonly directoryId: string;
  readonly region: string | null;
}

export interface TokenEvidence {
  /** Decoded for evidence only; null if the token is opaque, which Microsoft allows. */
  readonly claims: TokenClaims | null;
}
export interface TokenClaims {
  readonly roles: readonly string[];
  readonly tid: string | null;
  readonly appid: string | null;
}

export interface OrganizationEvidence {
  readonly id: string;
  readonly displayName: string | null;
}

export interface ServicePrincipalEvidence {
  /** null: the directory answered that it has none (404), which is a fact and not a read failure. */
  readonly servicePrincipal: {
    readonly id: string;
    readonly accountEnabled: boolean;
    readonly appOwnerOrganizationId: string | null;
  } | null;
}

export interface AppRoleAssignmentsEvidence {
  /**
   * Names of the granted Microsoft Graph application permissions, sorted; IDs the directory could not resolve stay
   * IDs.
   */
  readonly granted: readonly string[];
}

/** About the credential in use, not about any other credential of the application. */
export interface CredentialExpiryEvidence {
  /**
   * `directory`: read from the application or its service principal; `certificate`: from the certificate itself;
   * `not_needed`: does not expire; `elsewhere`: the application belongs to another directory, which alone could say;
   * `unlisted`: neither lists the credential in a way that identifies it.
   */
  readonly source: 'directory' | 'certificate' | 'not_needed' | 'elsewhere' | 'unlisted';
  readonly expiresAt: Date | null;
  /** Until when another credential of the application is valid; null if there is none or it is unknown. */
  readonly anotherUntil: Date | null;
}

export interface LicencesEvidence {
  readonly intune: readonly IntunePlan[];
  /** Plans that sound like Intune but are not. */
  readonly lookalikes: readonly string[];
}
export interface IntunePlan {
  readonly plan: string;
  readonly sku: string;
  /** `grace`: no longer paid for but still working; `pending`, `failed`: bought but not provisioned by Microsoft. */
  readonly state: 'enabled' | 'grace' | 'inactive' | 'pending' | 'failed';
  /** Microsoft's provisioning status of the plan, unless it is simply Success. */
  readonly provisioning?: string;
}

export interface MdmAuthorityEvidence {
  readonly authority: string;
}

/** Graph answered a `$top=1` read of the workload. */
export interface ProbeEvidence {
  readonly items: number;
}

export interface DelegatedAdminEvidence {
  readonly activeRelationships: number;
}
