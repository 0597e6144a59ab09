import { reasons, type ReasonCode } from '../reasons/reasons.ts';
import type { FinalOutcome, RunFailure } from '../runs/run.ts';
import type { BackupPart, PartStatus } from './timeline.ts';

/** Fewer than all kinds were read, or one of them not whole: then the set says nothing about what it lacks. */
export function isComplete(parts: readonly BackupPart[]): boolean {
  return parts.every(({ status }) => status === 'read' || status === 'not_applicable');
}

/** What a refusal says of a kind: Microsoft has none of it here, or we could not see it. */
export function statusOf(reason: ReasonCode): Extract<PartStatus, 'unreadable' | 'not_applicable'> {
  const absent: readonly ReasonCode[] = [
    'licence.intune_missing',
    'licence.premium_missing',
    'backup.not_offered',
  ];
  return absent.includes(reason) ? 'not_applicable' : 'unreadable';
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
