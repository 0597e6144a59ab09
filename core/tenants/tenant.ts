import type { Role } from '../access/access.ts';
import type { OperationRun } from '../runs/run.ts';

export const tenantStatuses = ['onboarding', 'active', 'archived'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

/** As one viewer sees it: `role` is their effective role, `isCurrent` their choice. */
export interface Tenant {
  readonly id: number;
  readonly workspaceId: number;
  readonly name: string;
  readonly status: TenantStatus;
  /** Directory GUID, lower case. */
  readonly tenantId: string | null;
  readonly externalId: string | null;
  readonly role: Role;
  readonly isCurrent: boolean;
}

export const readinesses = ['ready', 'needs_attention', 'blocked', 'running', 'never_verified'] as const;
export type Readiness = (typeof readinesses)[number];

/** Can we manage this tenant right now: what its latest attempt says, and `running` while that one is under way. */
export function readinessOf(latest: Pick<OperationRun, 'status' | 'reportOverall'> | null): Readiness {
  if (latest === null) return 'never_verified';
  if (latest.status !== 'completed') return 'running';
  return latest.reportOverall ?? 'needs_attention';
}

export interface TenantPermission {
  readonly permission: string;
  readonly requiredFor: string;
  readonly granted: boolean;
  readonly state: string;
  readonly checkedAt: Date;
}

/** Since when a tenant is as it is, by the ends of its verifications; cancelled ones say nothing. */
export interface VerificationStanding {
  /** null: never ready yet. */
  readonly lastGoodAt: Date | null;
  /** The first that was not ready since then; null: the latest is ready, or there is none. */
  readonly firstFailedAt: Date | null;
}

export const tenantOrderFields = ['name', 'readiness', 'latest_verification'] as const;
export const orderDirections = ['asc', 'desc'] as const;

/** How a list of tenants is sorted; `readiness` ascending begins with what needs somebody most. */
export interface TenantOrder {
  readonly field: (typeof tenantOrderFields)[number];
  readonly direction: (typeof orderDirections)[number];
}

export const byName: TenantOrder = { field: 'name', direction: 'asc' };

/** A directory's GUID as it is stored: lower case. */
export function isDirectoryId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Which tenants of a workspace a list is about; null: whatever it is. */
export interface TenantFilter {
  readonly workspaceId: number;
  readonly search: string | null;
  readonly status: readonly TenantStatus[] | null;
  readonly readiness: readonly Readiness[] | null;
  /** Code of a reason that keeps them from being ready. */
  readonly reason?: string | null;
}
