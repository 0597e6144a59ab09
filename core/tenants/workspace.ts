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
  /** Grows with every change of who may see what in it. */
  readonly accessEpoch: number;
}

/** How far verifications that belong together are: `waiting` and the four ends add up to `total`. */
export interface VerificationProgress {
  readonly total: number;
  readonly waiting: number;
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  /** Cancelled, lost, or failed on our side: what was known of the tenant stands. */
  readonly withoutVerdict: number;
}

/** Tenants that one reason keeps from being ready. */
export interface ReasonCluster {
  /** Of several ways in which Microsoft could not be reached: the commonest. */
  readonly code: string;
  /** Names what the tenants have in common. */
  readonly message: string;
  /** Microsoft, or the way to it, failed: there is nothing to do but wait. */
  readonly isTransport: boolean;
  readonly tenantCount: number;
  /** Of those, the ones it keeps from being managed at all. */
  readonly blockedCount: number;
  /** A few of them, for example. */
  readonly tenantIds: readonly number[];
}

export interface User {
  readonly id: number;
  readonly displayName: string;
  readonly email: string | null;
}

/**
 * Tenants of a workspace by their latest verdict, counted over those the viewer is entitled to. `running` counts those
 * with an attempt under way, whatever their verdict: it is in none of the others' sums.
 */
export interface VerificationOverview {
  readonly ready: number;
  readonly needsAttention: number;
  readonly blocked: number;
  readonly running: number;
  readonly neverVerified: number;
  readonly total: number;
}
