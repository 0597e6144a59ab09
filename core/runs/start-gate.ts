import { createHash } from 'node:crypto';
import { isCloudName } from '../clouds.ts';
import type { OperationType } from './operation-types.ts';
import type { ReasonCode } from '../reasons/reasons.ts';

/**
 * The one place that decides whether an operation starts. Pure: the flow locks the connection, describes the
 * situation and writes the decision, all in one transaction.
 */
export interface Situation {
  readonly tenantStatus: 'onboarding' | 'active' | 'archived';
  /** The tenant's directory; null if no one has said yet. */
  readonly tenantDirectory: string | null;
  readonly connection: GateConnection | null;
  /** The queued or running run on the connection, if any: read under the connection's row lock. */
  readonly activeRun: { readonly identity: string } | null;
  readonly identity: string | null;
}

export interface GateConnection {
  readonly status: 'needs_consent' | 'connected' | 'error' | 'disabled';
  readonly cloud: string;
  readonly entraTenantId: string;
  /** `unusable`: encrypted under a key that this process does not have. */
  readonly credential: 'missing' | 'unusable' | 'usable';
  /**
   * The customer's known answer. Only a refusal blocks: a new connection is at `needs_consent` until its first
   * verification, which finds out.
   */
  readonly consent: string | null;
}

export type GateDecision =
  | { readonly kind: 'started' }
  | { readonly kind: 'deduped' }
  | { readonly kind: 'scope_busy' }
  | { readonly kind: 'blocked'; readonly reason: ReasonCode };

export function decideStart(situation: Situation): GateDecision {
  const { activeRun, identity } = situation;
  // Before the prerequisites: an active run is the answer, even if the credential has been removed since.
  if (activeRun !== null) return { kind: activeRun.identity === identity ? 'deduped' : 'scope_busy' };
  const reason = missingPrerequisite(situation);
  return reason === null ? { kind: 'started' } : { kind: 'blocked', reason };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The first thing to fix, in the order in which someone would. */
function missingPrerequisite({ tenantStatus, tenantDirectory, connection }: Situation): ReasonCode | null {
  if (tenantStatus === 'archived') return 'tenant.archived';
  if (connection === null) return 'connection.missing';
  const { status, cloud, entraTenantId, credential, consent } = connection;
  if (status === 'disabled') return 'connection.disabled';
  if (!isCloudName(cloud) || !guid.test(entraTenantId)) return 'connection.invalid';
  if (tenantDirectory !== null && tenantDirectory !== entraTenantId) return 'tenant.target_mismatch';
  if (credential === 'missing') return 'credential.missing';
  if (credential === 'unusable') return 'credential.invalid';
  if (consent === 'declined') return 'consent.missing';
  return null;
}

/** A tenant's directory GUID, or else an external ID that happens to be a GUID. */
export function directoryOf(tenant: {
  readonly tenantId: string | null;
  readonly externalId: string | null;
}): string | null {
  if (tenant.tenantId !== null) return tenant.tenantId;
  const external = tenant.externalId?.toLowerCase() ?? '';
  return guid.test(external) ? external : null;
}

export interface RunIdentity {
  readonly tenantId: number;
  readonly type: OperationType;
  readonly connectionId: number;
  readonly entraTenantId: string;
}

/** Two starts with the same identity ask for the same thing: 64 hex digits, stored as `run_identity_hash`. */
export function identityOf({ tenantId, type, connectionId, entraTenantId }: RunIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, type, connectionId, entraTenantId]))
    .digest('hex');
}
