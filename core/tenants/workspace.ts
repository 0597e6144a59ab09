import type { Role } from '../access/access.ts';

/** As one viewer sees it: `role` is theirs. */
export interface Workspace {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly role: Role;
  /** IANA name. */
  readonly timeZone: string;
  readonly frozenUntil: Date | null;
  readonly frozenReason: string | null;
  readonly frozenByUserId: number | null;
  /** Increases with every change of who may see what in it. */
  readonly accessEpoch: number;
}

/** Progress of verifications that belong together: `waiting` and the four results add up to `total`. */
export interface VerificationProgress {
  readonly total: number;
  readonly waiting: number;
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  /** Cancelled, lost, or failed on our side: the tenant's previous verdict stands. */
  readonly withoutVerdict: number;
}

/** Tenants that the same reason keeps from being ready. */
export interface ReasonCluster {
  /** Among several ways in which Microsoft could not be reached, the most common one. */
  readonly code: string;
  /** Names what the tenants have in common. */
  readonly message: string;
  /** Microsoft, or the way to it, failed: all anyone can do is wait. */
  readonly isTransport: boolean;
  readonly tenantCount: number;
  /** Those of them that cannot be managed at all because of it. */
  readonly blockedCount: number;
  /** A few of them, as examples. */
  readonly tenantIds: readonly number[];
}

export interface User {
  readonly id: number;
  readonly displayName: string;
  readonly email: string | null;
}

/**
 * The viewer's tenants of a workspace, counted by latest verdict. `running` counts those with an active attempt,
 * whatever their verdict, and is not part of the other sums.
 */
export interface VerificationOverview {
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  readonly running: number;
  readonly neverVerified: number;
  readonly total: number;
}
