import type { Verdict } from '../runs/verdict.ts';
import type { OperationType } from '../runs/operation-types.ts';

/** The words of TenantAtlas's origin, for every operation. */
export const scheduleRunStatuses = [
  'running',
  'success',
  'partial',
  'failed',
  'canceled',
  'skipped',
] as const;
export type ScheduleRunStatus = (typeof scheduleRunStatuses)[number];

/** What became of one tenant at one due time. */
export interface ScheduleRun {
  readonly id: number;
  readonly workspaceId: number;
  readonly scheduleId: number;
  readonly tenantId: number;
  readonly operationType: OperationType;
  readonly dueAt: Date;
  readonly status: ScheduleRunStatus;
  readonly reasonCode: string | null;
  /** null exactly when it was skipped. */
  readonly operationRunId: number | null;
  /** For one that was skipped: the run that was in the way. */
  readonly blockingRunId: number | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface ScheduleRunFilter {
  readonly workspaceId: number;
  readonly scheduleId: number | null;
  readonly tenantId: number | null;
  readonly status: readonly ScheduleRunStatus[] | null;
}

/** All of one due time of one schedule, as far as the viewer sees its tenants. */
export interface ScheduleRound {
  readonly scheduleId: number;
  readonly dueAt: Date;
  readonly counts: Readonly<Record<ScheduleRunStatus, number>>;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly endedAt: Date | null;
  readonly reasons: readonly { readonly code: string; readonly tenantCount: number }[];
}

/** One word for all of them: what needs someone most. `running` while one of them is. */
export function statusOfRound(counts: ScheduleRound['counts']): ScheduleRunStatus {
  if (counts.running > 0) return 'running';
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const whole = scheduleRunStatuses.find((status) => counts[status] === total);
  return whole ?? (counts.success + counts.partial > 0 ? 'partial' : 'failed');
}
