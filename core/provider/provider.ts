import type { PolicyKind } from '../backup/policy-kinds.ts';
import type { PolicyQuestion, PolicyReading } from '../backup/reading.ts';
import type { SettingDefinition } from '../backup/settings.ts';
import type { CloudName } from '../clouds.ts';
import type { CollectionKind, ListedItem } from '../inventory/inventory.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import { workloads, type Workload } from '../workloads.ts';

/**
 * The port a provider implements. A provider gathers evidence and never judges it: what an answer means for the
 * tenant is decided in core/checks. Nothing here throws for something the outside world did.
 */
export interface Provider {
  /** Opens no connection: the first `collect` does. Dispose to drop keep-alive sockets and secrets from memory. */
  openSession(target: ProviderTarget, credential: ProviderSecret, options: SessionOptions): ProviderSession;
  /** Where a directory lives, by GUID or by domain name: public knowledge, so no credential is needed. */
  discover(identifier: string, signal: AbortSignal): Promise<Discovery>;
}

export interface ProviderTarget {
  readonly cloud: CloudName;
  /** Directory GUID, lower case. */
  readonly entraTenantId: string;
}

/** Decrypted for the length of one session. Never logged, never stored, never part of evidence. */
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
  /** Sent as client-request-id, so that Microsoft's support can find the calls of one run. */
  readonly correlationId: string;
  /** Aborting rejects the pending `collect` with the signal's reason: the caller gave up, the world did not fail. */
  readonly signal: AbortSignal;
  /** `low` for what no one waits for: when Microsoft has to slow someone down, it begins there. */
  readonly priority?: 'low' | 'normal';
  /** `backup`: under limits of its own, so that hours of reading keep no verification waiting. */
  readonly use?: 'backup';
}

export interface ProviderSession extends AsyncDisposable {
  /** Asks once per kind and session; a second call for the same kind returns the first answer. */
  collect<K extends EvidenceKind>(kind: K): Promise<Answer<EvidenceByKind[K]>>;
  /**
   * A collection page by page. An unreadable page is the last one: what came before it is a part of the collection and
   * says nothing about what it lacks. Rejects like `collect` when the caller gives up.
   */
  list(kind: CollectionKind): AsyncIterable<Answer<readonly ListedItem[]>>;
  /**
   * All policies of one kind, each whole or named as a gap. Unreadable: the list did not come to its end, or left something
   * out. Takes as long as Microsoft asks for, up to a bound of its own; rejects like `collect` when the caller gives up.
   */
  readPolicies(kind: PolicyKind, question: PolicyQuestion): Promise<PolicyReading | Unreadable>;
  /** What Microsoft calls the settings of one policy of the settings catalog; none where it does not say. */
  readDefinitions(policyId: string): Promise<readonly SettingDefinition[]>;
}

/** What the provider can be asked for, and the shape of each answer. */
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

/** Every kind, in the order in which a verification asks. */
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

/** The outside world did not give the fact: why, and what identifies the refusal. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: ReasonCode;
  /** The service understood the question and said no: an answer, unlike a fault on the way. */
  readonly refused?: true;
  /** Request ids, HTTP status, AADSTS code: pointers for a support case, never secrets. */
  readonly pointers: readonly Pointer[];
}

/** Shape of report evidence: a kind from a small vocabulary (`request_id`, `aadsts`, `http_status`, …) and a value. */
export interface Pointer {
  readonly kind: string;
  readonly value: string;
}

/** What can be said of a credential without showing it to anyone. Unreadable: it cannot be used, and why. */
export interface CredentialShapeEvidence {
  readonly suspicions: readonly CredentialSuspicion[];
}
export type CredentialSuspicion = 'looks_like_secret_id' | 'surrounding_whitespace';

/** From public discovery documents: asked for without any credential. */
export interface DirectoryEvidence {
  /** The clouds that know the directory: the connection's own first, the others asked only when that one does not. */
  readonly sightings: readonly DirectorySighting[];
  /** How far this machine's clock is ahead of Microsoft's; null: the answer carried no time. */
  readonly clockAheadSeconds: number | null;
}
export interface Discovery {
  /** More than one: the domain is another directory in another cloud, and a person has to choose. */
  readonly sightings: readonly DirectorySighting[];
  /** Clouds that gave no answer: what they know is not known here. */
  readonly unanswered: readonly CloudName[];
}
export interface DirectorySighting {
  readonly cloud: CloudName;
  /** Directory GUID, lower case. */
  readonly directoryId: string;
  readonly region: string | null;
}

export interface TokenEvidence {
  /** Decoded for evidence only; null when the token is opaque, which Microsoft allows. */
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
  /** null: the directory answered that it has none (404), which is a fact and not a failure to read. */
  readonly servicePrincipal: {
    readonly id: string;
    readonly accountEnabled: boolean;
    readonly appOwnerOrganizationId: string | null;
  } | null;
}

export interface AppRoleAssignmentsEvidence {
  /** Names of the Microsoft Graph application permissions granted, sorted; ids the directory could not name are left as ids. */
  readonly granted: readonly string[];
}

/** About the credential in use, and not about any credential of the application. */
export interface CredentialExpiryEvidence {
  /**
   * `directory`: read from the application or its service principal; `certificate`: from the certificate itself;
   * `not_needed`: nothing that expires; `elsewhere`: the application belongs to another directory, which alone could
   * tell; `unlisted`: neither lists the credential in a way that it could be told from others.
   */
  readonly source: 'directory' | 'certificate' | 'not_needed' | 'elsewhere' | 'unlisted';
  readonly expiresAt: Date | null;
  /** Until when another credential of the application is valid; null: there is none, or no one could tell. */
  readonly anotherUntil: Date | null;
}

export interface LicencesEvidence {
  readonly intune: readonly IntunePlan[];
  /** Plans that sound like Intune and are not. */
  readonly lookalikes: readonly string[];
}
export interface IntunePlan {
  readonly plan: string;
  readonly sku: string;
  /** `grace`: no longer paid for, still working; `pending`, `failed`: bought, and not set up by Microsoft. */
  readonly state: 'enabled' | 'grace' | 'inactive' | 'pending' | 'failed';
  /** Microsoft's word for how far the plan is set up, where it is not simply Success. */
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
