import { reasons, type ReasonCode } from '../reasons/reasons.ts';
import type { FinalOutcome, RunFailure, SummaryCounts } from '../runs/run.ts';
import { policyKinds } from './policy-kinds.ts';
import type { BackupPart, PartStatus } from './timeline.ts';

/** Fewer than all kinds were read, or one of them not whole: then the set says nothing about what it lacks. */
export function isComplete(parts: readonly BackupPart[]): boolean {
  return parts.every(({ status }) => status === 'read' || status === 'not_applicable');
}

export const completenesses = ['complete', 'partial'] as const;
export type Completeness = (typeof completenesses)[number];

export const setOrigins = ['scheduled', 'manual', 'pre_restore', 'import'] as const;
export type SetOrigin = (typeof setOrigins)[number];

/** What a refusal says of a kind: Microsoft has none of it here, or we could not see it. */
export function statusOf(reason: ReasonCode): Extract<PartStatus, 'unreadable' | 'not_applicable'> {
  const absent: readonly ReasonCode[] = [
    'licence.intune_missing',
    'licence.premium_missing',
    'backup.not_offered',
  ];
  return absent.includes(reason) ? 'not_applicable' : 'unreadable';
}

/** `total` and `completed` count kinds; `policies` what was read whole. */
export function toBackupProgress(total: number, parts: readonly BackupPart[]): SummaryCounts {
  const policies = parts.reduce((sum, { count }) => sum + count, 0);
  const gaps = parts.reduce((sum, part) => sum + part.gaps.length, 0);
  return { total, completed: parts.length, policies, ...(gaps > 0 && { gaps }) };
}

export interface BackupConclusion {
  readonly outcome: Extract<FinalOutcome, 'succeeded' | 'partially_succeeded' | 'failed'>;
  readonly failures: readonly RunFailure[];
}

/** Succeeded means complete. Where nothing at all could be read there is no backup. */
export function concludeBackup(parts: readonly BackupPart[]): BackupConclusion {
  const failures = parts.flatMap(toFailure);
  if (isComplete(parts)) return { outcome: 'succeeded', failures: [] };
  const isAnythingRead = parts.some(({ status }) => status === 'read' || status === 'partial');
  return { outcome: isAnythingRead ? 'partially_succeeded' : 'failed', failures };
}

function toFailure({ kind, status, reason, gaps }: BackupPart): RunFailure[] {
  const code = status === 'partial' ? (gaps[0]?.reason ?? reason) : reason;
  if (code === null || (status !== 'unreadable' && status !== 'partial')) return [];
  return [{ code: `part.${kind}`, reason_code: code, message: reasons[code].message }];
}

export function describePart({ kind, status, count, gaps }: BackupPart): string {
  const label = policyKinds[kind].label;
  switch (status) {
    case 'read':
      return `${label}: ${count} read.`;
    case 'partial':
      return `${label}: ${count} read, ${gaps.length} could not be read whole.`;
    case 'unreadable':
      return `${label}: could not be read.`;
    case 'not_applicable':
      return `${label}: none to read here.`;
  }
}
