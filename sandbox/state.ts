import type { KeyObject } from 'node:crypto';
import { generateKeyPair, type CryptoKey } from 'jose';
import type { AppRole } from './graph/app-roles.ts';
import type { Fault } from './control/faults.ts';
import type { Forgery } from './entra/forgeries.ts';
import type { Item } from './policies/day.ts';

/** Everything that is true in this cloud right now. Tests may change it directly; changes.ts has the usual changes. */
export interface CloudState {
  readonly tenants: Map<string, Tenant>;
  /** One application object per client id, in its home directory; other directories only hold a service principal. */
  readonly applications: Map<string, Application>;
  readonly faults: Fault[];
  readonly received: ReceivedRequest[];
  /** `jti` of every client assertion accepted: each may be used once. */
  readonly usedAssertions: Set<string>;
  /** How far this cloud's clock is ahead of the machine's. */
  clockOffsetMs: number;
  latencyMs: number;
}

export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  readonly domain: string;
  /** What /organization answers: another id than the tenant's own in the scenario `wrong-directory`. */
  organizationId: string;
  readonly graphServicePrincipalId: string;
  readonly servicePrincipals: Map<string, ServicePrincipal>;
  intuneLicensed: boolean;
  latencyMs: number;
  /** Replaces what a list holds, by its Graph path: `/groups`. Absent: the samples. */
  readonly collections: Map<string, readonly Readonly<Record<string, unknown>>[]>;
  /** Its policies by the path of their list and by id (policies/policy-store.ts). */
  readonly policies: Map<string, Map<string, Item>>;
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  accountEnabled: boolean;
  roleAssignments: RoleAssignment[];
}

/** A grant is seen in two places at two times: at once in the directory, later in tokens. Withdrawing it likewise. */
export interface RoleAssignment {
  readonly role: AppRole;
  readonly listed: boolean;
  /** Tokens issued in [from, until) carry it; milliseconds since the epoch of this cloud's clock. */
  readonly effectiveFrom: number;
  readonly effectiveUntil: number;
}

export interface Application {
  readonly appId: string;
  readonly id: string;
  readonly homeTenantId: string;
  readonly displayName: string;
  secrets: Secret[];
  certificates: Certificate[];
  federatedCredentials: FederatedCredential[];
}

export interface Secret {
  readonly value: string;
  readonly keyId: string;
  readonly endDateTime: Date;
}

export interface Certificate {
  readonly keyId: string;
  readonly publicKey: KeyObject;
  /** SHA-256 over the DER, as Graph shows it in `customKeyIdentifier` (hex; base64 is seen too). */
  readonly thumbprint: string;
  readonly startDateTime: Date;
  readonly endDateTime: Date;
}

export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** Enough to prove what reached this cloud; no header values and no bodies, so no secret is kept. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  readonly clientRequestId: string | null;
}

/** State plus what is fixed for the life of one sandbox. */
export interface Cloud {
  readonly origin: string;
  readonly state: CloudState;
  readonly tokenKey: SigningKey;
  /** Signs workload tokens for federated credentials: the part of a foreign issuer is played here too. */
  readonly workloadKey: SigningKey;
  readonly signIn: SignInState;
  /** Aborted when the sandbox is shut down: no one waits any longer for a slow answer. */
  readonly closing: AbortSignal;
}

/** People who are on their way through the sign-in page. */
export interface SignInState {
  readonly codes: Map<string, IssuedCode>;
  /** The next ID token of a sign-in lies like this. */
  nextForgery: Forgery | null;
}

export interface IssuedCode {
  readonly personKey: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly nonce: string | null;
  /** Milliseconds since the epoch of this cloud's clock. */
  readonly expiresAt: number;
}

export interface SigningKey {
  readonly keyId: string;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export async function createSigningKey(keyId: string): Promise<SigningKey> {
  return { keyId, ...(await generateKeyPair('RS256')) };
}

/** By this cloud's clock: the only one that anything of the sandbox goes by. */
export function now({ clockOffsetMs }: Pick<CloudState, 'clockOffsetMs'>): Date {
  return new Date(Date.now() + clockOffsetMs);
}

export function findTenant(state: CloudState, idOrDomain: string): Tenant | null {
  const wanted = idOrDomain.toLowerCase();
  return state.tenants.get(wanted) ?? state.tenants.values().find(({ domain }) => domain === wanted) ?? null;
}

/** Older requests are forgotten: a sandbox that runs for weeks must not grow. */
const receivedLimit = 10_000;

export function remember(state: CloudState, request: ReceivedRequest): void {
  if (state.received.length >= receivedLimit) state.received.shift();
  state.received.push(request);
}
