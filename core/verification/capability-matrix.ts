import type { PermissionState } from '../connections/permission-profiles.ts';
import type { VerificationReport } from './report.ts';
import type { ReportCheck } from './report-facts.ts';
import type { TenantPermission } from '../tenants/tenant.ts';
import { workloadDefinitions, workloads, type Workload } from '../workloads.ts';

export const capabilityStates = [
  'verified',
  'declared',
  'pending',
  'missing',
  'unknown',
  'not_checked',
] as const;
export type CapabilityState = (typeof capabilityStates)[number];

export interface CapabilityRow {
  readonly workload: Workload;
  readonly label: string;
  readonly read: CapabilityState;
  /** Never `verified`: writes are not tried on a customer's tenant. */
  readonly write: CapabilityState;
  /** Whether the tenant is required to allow writing; without, a missing permission is no fault. */
  readonly writeRequired: boolean;
  readonly checkKey: string;
  readonly reasonCode: string | null;
  /** What the check says about it; null when it passed. */
  readonly message: string | null;
}

/**
 * What can be read and written in a tenant, workload by workload: from the stored report, and for writes the tenant is
 * required to allow from the permission inventory. Nothing is made up: without a report everything is `not_checked`.
 */
export function toCapabilityMatrix(
  report: VerificationReport | null,
  permissions: readonly Pick<TenantPermission, 'permission' | 'state'>[],
): CapabilityRow[] {
  return workloads.map((workload) => {
    const checkKey = `capability.${workload}`;
    const check = report?.checks.find(({ key }) => key === checkKey);
    return {
      workload,
      label: workloadDefinitions[workload].label,
      read: check === undefined ? 'not_checked' : readStates[check.status],
      ...writeState(workload, check, permissions),
      checkKey,
      reasonCode: check?.reason_code ?? null,
      message: check === undefined || check.reason_code === null ? null : check.message,
    };
  });
}

const readStates: Record<ReportCheck['status'], CapabilityState> = {
  pass: 'verified',
  fail: 'missing',
  warn: 'pending',
  unknown: 'unknown',
  skip: 'not_checked',
  running: 'not_checked',
};

function writeState(
  workload: Workload,
  check: ReportCheck | undefined,
  permissions: readonly Pick<TenantPermission, 'permission' | 'state'>[],
): Pick<CapabilityRow, 'write' | 'writeRequired'> {
  const [permission] = workloadDefinitions[workload].write;
  const required = permissions.find((candidate) => candidate.permission === permission);
  if (required !== undefined) {
    return { write: permissionWrites[required.state as PermissionState], writeRequired: true };
  }
  return { write: seenState(check), writeRequired: false };
}

function seenState(check: ReportCheck | undefined): CapabilityState {
  switch (check?.evidence.find(({ kind }) => kind === 'write')?.value) {
    case 'declared':
      return 'declared';
    case 'not_granted':
      return 'missing';
    case 'unknown':
      return 'unknown';
    case undefined:
    default:
      return 'not_checked';
  }
}

const permissionWrites: Record<PermissionState, CapabilityState> = {
  effective: 'declared',
  granted_not_yet_effective: 'pending',
  revoked_still_effective: 'declared',
  missing: 'missing',
  unverifiable: 'unknown',
};
