import { createHash } from 'node:crypto';
import type { Pointer } from '../provider/provider.ts';
import { roleOf } from './evidence-kinds.ts';
import type { ReportCheck } from './report-facts.ts';

function isIdentity({ kind }: Pointer): boolean {
  return (roleOf(kind) ?? 'identity') === 'identity';
}

/** What a check rests on, as one comparable text: in any order, each pointer once, without what is compared nowhere. */
export function evidenceIdentity(evidence: readonly Pointer[]): string {
  const pointers = evidence.filter(isIdentity).map(({ kind, value }) => JSON.stringify([kind, value]));
  return JSON.stringify([...new Set(pointers)].sort());
}

/** 64 hex digits over a check's judgement and what it rests on: an acknowledgement holds as long as it stays the same. */
export function evidenceHashOf(check: ReportCheck): string {
  const { key, status, severity, blocking, reason_code, evidence } = check;
  return createHash('sha256')
    .update(JSON.stringify([key, status, severity, blocking, reason_code, evidenceIdentity(evidence)]))
    .digest('hex');
}
