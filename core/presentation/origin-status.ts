import type { OperationType } from '../runs/operation-types.ts';
import type { OperationRun, RunOutcome } from '../runs/run.ts';
import { badgeFor, type Badge, type badgeDomains } from './badges.ts';

/** What the product TenantAtlas comes from calls the state of a sync, for clients that use its terms. */
export interface OriginStatus {
  readonly word: string;
  readonly badge: Badge;
}

type WordOf<D extends 'inventory_sync_run' | 'entra_group_sync_run' | 'backup_schedule_run'> =
  keyof (typeof badgeDomains)[D] & string;

const inventoryWords: Record<RunOutcome, WordOf<'inventory_sync_run'>> = {
  pending: 'running',
  succeeded: 'success',
  partially_succeeded: 'partial',
  failed: 'failed',
  blocked: 'skipped',
  cancelled: 'failed',
};

const groupWords: Record<RunOutcome, WordOf<'entra_group_sync_run'>> = {
  pending: 'running',
  succeeded: 'succeeded',
  partially_succeeded: 'partial',
  failed: 'failed',
  blocked: 'failed',
  cancelled: 'failed',
};

const backupWords: Record<RunOutcome, WordOf<'backup_schedule_run'>> = {
  pending: 'running',
  succeeded: 'success',
  partially_succeeded: 'partial',
  failed: 'failed',
  blocked: 'skipped',
  cancelled: 'canceled',
};

/** null: the origin has no term for it. */
const origins = {
  'provider.connection.check': null,
  'inventory.sync': { domain: 'inventory_sync_run', queued: 'pending', words: inventoryWords },
  'entra.groups.sync': { domain: 'entra_group_sync_run', queued: 'pending', words: groupWords },
  // The origin has no word for a backup that waits: it counts as running.
  'backup.run': { domain: 'backup_schedule_run', queued: 'running', words: backupWords },
} as const satisfies Record<OperationType, unknown>;

/** null for a verification. The run itself says why it failed or was skipped. */
export function originStatusOf({
  type,
  status,
  outcome,
}: Pick<OperationRun, 'type' | 'status' | 'outcome'>): OriginStatus | null {
  const origin = origins[type];
  if (origin === null) return null;
  const word = status === 'queued' ? origin.queued : origin.words[outcome];
  return { word, badge: badgeFor(origin.domain, word) };
}
