import type { Assignment } from './assignments.ts';
import type { Completeness, SetOrigin } from './backup.ts';
import type { PolicyKind } from './policy-kinds.ts';
import type { SecretState } from './secret-marks.ts';
import type { PartStatus } from './timeline.ts';

/** A policy as a viewer sees it. */
export interface Policy {
  readonly id: number;
  readonly tenantId: number;
  readonly kind: PolicyKind;
  readonly externalId: string;
  readonly name: string;
  readonly platform: string | null;
  readonly firstSeenAt: Date;
  readonly goneAt: Date | null;
  /** How often it changed, and when last. */
  readonly versionCount: number;
  readonly changedAt: Date;
}

/** What a policy said, and who got it, from one backup on. A client knows it by its policy and number. */
export interface PolicyVersion {
  readonly spanId: number;
  readonly policyId: number;
  readonly tenantId: number;
  readonly kind: PolicyKind;
  /** From 1, in the order in which they were seen. */
  readonly number: number;
  readonly since: Date;
  readonly isLatest: boolean;
  readonly secretState: SecretState;
  readonly assignments: readonly Assignment[];
}

/** All that a version says: as much as a quarter of a megabyte. */
export interface PolicyContent {
  readonly spanId: number;
  readonly document: unknown;
}

export interface PolicyFilter {
  readonly tenantId: number;
  readonly kinds: readonly PolicyKind[] | null;
  readonly search: string | null;
  readonly includeGone: boolean;
}

export interface BackupSet {
  readonly id: number;
  readonly tenantId: number;
  readonly operationRunId: number | null;
  readonly origin: SetOrigin;
  readonly completeness: Completeness;
  readonly takenAt: Date;
  readonly itemCount: number;
}

/** What a set says of one kind. */
export interface SetPart {
  readonly setId: number;
  readonly kind: PolicyKind;
  readonly status: PartStatus;
  readonly reasonCode: string | null;
  readonly count: number;
  readonly gapCount: number;
}

/** A policy that a set lacks, although Microsoft listed it. */
export interface SetGap {
  readonly setId: number;
  readonly kind: PolicyKind;
  readonly externalId: string;
  readonly name: string;
  readonly reasonCode: string;
}

export const backupStates = ['protected', 'stale', 'partial', 'never'] as const;
export type BackupState = (typeof backupStates)[number];

export interface BackupHealth {
  readonly state: BackupState;
  readonly lastCompleteAt: Date | null;
  readonly lastSetAt: Date | null;
}

/** A night and the time a slow one takes. */
const freshForMs = 36 * 60 * 60 * 1000;

/** Protected speaks of the last complete backup; a newer one that is partial says so. */
export function backupStateOf(
  { lastCompleteAt, lastSetAt }: Omit<BackupHealth, 'state'>,
  now: Date,
): BackupState {
  if (lastSetAt === null) return 'never';
  if (lastCompleteAt === null) return 'partial';
  if (now.getTime() - lastCompleteAt.getTime() > freshForMs) return 'stale';
  return lastSetAt > lastCompleteAt ? 'partial' : 'protected';
}
