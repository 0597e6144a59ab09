import type { CloudName } from './clouds.ts';
import type { CollectionKind, ListedItem } from './inventory.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * The port a provider implements. A provider gathers evidence and never judges it: what an answer means for the
 * tenant is decided in core/checks. Nothing here throws for something the outside world did.
 */
export interface Provider {
  /** Opens no connection: the first `collect` does. Dispose to drop keep-alive sockets and secrets from memory. */
  openSession(target: ProviderTarget, credential: ProviderSecret, options: SessionOptions): ProviderSession;
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
}

export interface ProviderSession extends AsyncDisposable {
  /** Asks once per kind and session; a second call for the same kind returns the first answer. */
  collect<K extends EvidenceKind>(kind: K): Promise<Answer<EvidenceByKind[K]>>;
  /**
   * A collection page by page. An unreadable page is the last one: what came before it is a part of the collection and
   * says nothing about what it lacks. Rejects like `collect` when the caller gives up.
   */
  list(kind: CollectionKind): AsyncIterable<Answer<readonly ListedItem[]>>;
}

/** What the provider can be asked for, and the shape of each answer. */
export interface EvidenceByKind {
  token: TokenEvidence;
  organization: OrganizationEvidence;
  service_principal: ServicePrincipalEvidence;
  app_role_assignments: AppRoleAssignmentsEvidence;
}
export type EvidenceKind = keyof EvidenceByKind;

export type Answer<T> =
  { readonly kind: 'read'; readonly value: T; readonly pointers: readonly Pointer[] } | Unreadable;

/** The outside world did not give the fact: why, and what identifies the refusal. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: ReasonCode;
  /** Request ids, HTTP status, AADSTS code: pointers for a support case, never secrets. */
  readonly pointers: readonly Pointer[];
}

/** Shape of report evidence: a kind from a small vocabulary (`request_id`, `aadsts`, `http_status`, …) and a value. */
export interface Pointer {
  readonly kind: string;
  readonly value: string;
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
