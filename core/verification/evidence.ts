import { createHash } from 'node:crypto';
import type { Pointer } from '../provider/provider.ts';
import type { ReportCheck } from './report.ts';

/**
 * Pointers that differ from one question to the next although the tenant is the same: they lead a support case to a
 * request, and say nothing about the tenant. Every other kind is identity, also one that is new here: an acknowledgement
 * that ends too early is asked for again, one that outlives its reason hides a fault.
 */
const volatileKinds: ReadonlySet<string> = new Set([
  'request_id',
  'client_request_id',
  'trace_id',
  'correlation_id',
  'retry_after',
  'retry_after_seconds',
  'timestamp',
  'reason_table_version',
  'measured_skew_seconds',
]);

function isIdentity({ kind }: Pointer): boolean {
  return !volatileKinds.has(kind);
}

/** What a check rests on, as one comparable text: in any order, each pointer once, without what is volatile. */
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
