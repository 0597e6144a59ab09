import type { Role } from '../access/access.ts';
import type { OperationRun } from '../runs/run.ts';
import { verdictOf, type JudgedRun, type Verdict } from '../runs/verdict.ts';

export const tenantStatuses = ['onboarding', 'active', 'archived'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

/**
 * Who chose a tenant's name: a person, Microsoft Graph, or no one yet (then it is the domain or ID it was added by).
 */
export const nameSources = ['person', 'graph', 'nobody'] as const;
export type NameSource = (typeof nameSources)[number];

/** Longer than any organization's name, and the same limit as for a name that a person enters. */
export const longestName = 200;

/**
 * A name from outside: on one line, limited in length, without characters that control a terminal or the text
 * direction.
 */
export function tidyName(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .toWellFormed();
}

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
  /** Until then no schedule starts anything; compared with the time by whoever reads it. */
  readonly frozenUntil: Date | null;
  readonly frozenReason: string | null;
  readonly frozenByUserId: number | null;
}

export const readinesses = ['ready', 'needs_attention', 'blocked', 'running', 'never_verified'] as const;
export type Readiness = (typeof readinesses)[number];

/**
 * Can we manage this tenant right now: `running` during an attempt, otherwise the latest verdict. Attempt and
 * standing may have been read one after the other: if they are about the same run, the attempt wins.
 */
export function readinessOf(
  latest: (JudgedRun & Pick<OperationRun, 'id'>) | null,
  standing: Pick<VerificationStanding, 'verdict' | 'underWayRunId'> | null,
): Readiness {
  if (latest === null) return 'never_verified';
  const other = standing?.underWayRunId ?? latest.id;
  if (latest.status !== 'completed' || other !== latest.id) return 'running';
  return verdictOf(latest) ?? standing?.verdict ?? 'never_verified';
}

export interface TenantPermission {
  readonly permission: string;
  readonly requiredFor: string;
  readonly granted: boolean;
  readonly state: string;
  /** When the directory was first seen to list the grant. */
  readonly grantedSince: Date | null;
  readonly checkedAt: Date;
}

/** A tenant's standing according to its verifications that have a verdict; the others say nothing about it. */
export interface VerificationStanding {
  /** null: never verified. */
  readonly verdict: Verdict | null;
  /** The run that found it. */
  readonly verdictRunId: number | null;
  /** The latest attempt that has not ended. */
  readonly underWayRunId: number | null;
  /** null: never ready yet. */
  readonly lastGoodAt: Date | null;
  /** The first not-ready verification since then; null if the latest is ready or there is none. */
  readonly firstFailedAt: Date | null;
}

export type StandingOfTenant = VerificationStanding & { readonly tenantId: number };

export const tenantOrderFields = ['name', 'readiness', 'latest_verification'] as const;
export const orderDirections = ['asc', 'desc'] as const;

/** How a list of tenants is sorted; ascending `readiness` starts with the most urgent. */
export interface TenantOrder {
  readonly field: (typeof tenantOrderFields)[number];
  readonly direction: (typeof orderDirections)[number];
}

export const byName: TenantOrder = { field: 'name', direction: 'asc' };

/** A directory's GUID as it is stored: lower case. */
export function isDirectoryId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Which tenants of a workspace a list shows; null means any. */
export interface TenantFilter {
  readonly workspaceId: number;
  readonly search: string | null;
  readonly status: readonly TenantStatus[] | null;
  readonly readiness: readonly Readiness[] | null;
  /** Code of a reason that keeps them from being ready. */
  readonly reason?: string | null;
}
