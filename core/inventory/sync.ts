import { reasons, type ReasonCode } from '../reasons/reasons.ts';
import type { FinalOutcome, RunFailure, SummaryCounts } from '../runs/run.ts';
import type { CollectionKind, ItemChange, ListedItem } from './inventory.ts';

/** One collection as a sync has read it: completely or not. */
export type Part =
  | { readonly kind: CollectionKind; readonly status: 'read'; readonly items: readonly ListedItem[] }
  | { readonly kind: CollectionKind; readonly status: 'unreadable'; readonly reason: ReasonCode };
export type ReadPart = Extract<Part, { status: 'read' }>;

/** `total` and `completed` count parts; a kind has a count only when it was read completely. */
export function toProgress(total: number, parts: readonly Part[]): SummaryCounts {
  const counts = parts.flatMap((part) => (part.status === 'read' ? [[part.kind, part.items.length]] : []));
  return { total, completed: parts.length, ...(Object.fromEntries(counts) as Record<string, number>) };
}

export function countChanges(changes: readonly ItemChange[]): SummaryCounts {
  const count = (...wanted: ItemChange['change'][]) =>
    changes.filter(({ change }) => wanted.includes(change)).length;
  return { appeared: count('appeared'), changed: count('changed', 'renamed'), gone: count('gone') };
}

export interface SyncConclusion {
  readonly outcome: Extract<FinalOutcome, 'succeeded' | 'partially_succeeded' | 'failed'>;
  readonly failures: readonly RunFailure[];
}

export function concludeSync(parts: readonly Part[], isStopped: boolean): SyncConclusion {
  const failures = parts.flatMap((part) =>
    part.status === 'read' ? [] : [toFailure(`part.${part.kind}`, part.reason)],
  );
  if (isStopped) failures.push(toFailure('safety_stop', 'sync.safety_stop'));
  if (failures.length === 0) return { outcome: 'succeeded', failures };
  const isAnythingRead = parts.some(({ status }) => status === 'read');
  return { outcome: isAnythingRead ? 'partially_succeeded' : 'failed', failures };
}

function toFailure(code: string, reason: ReasonCode): RunFailure {
  return { code, reason_code: reason, message: reasons[reason].message };
}
