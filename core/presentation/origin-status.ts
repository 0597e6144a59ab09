import type { OperationType } from '../runs/operation-types.ts';
import type { OperationRun, RunOutcome } from '../runs/run.ts';
import { badgeFor, type Badge, type badgeDomains } from './badges.ts';

/** What the product TenantAtlas comes from calls the state of a sync, for clients that use its terms. */
export interface OriginStatus {
  readonly word: string;
  readonly badge: Badge;
}

type WordOf<D extends 'inventory_sync_run' | 'entra_group_sync_run'> = keyof (typeof badgeDomains)[D] &
  string;

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

/** null: the origin has no term for it. */
const origins = {
  'provider.connection.check': null,
  'inventory.sync': { domain: 'inventory_sync_run', words: inventoryWords },
  'entra.groups.sync': { domain: 'entra_group_sync_run', words: groupWords },
} as const satisfies Record<OperationType, unknown>;

/** null for a run that is not a sync. The run itself says why it failed or was skipped. */
export function originStatusOf({
  type,
  status,
  outcome,
}: Pick<OperationRun, 'type' | 'status' | 'outcome'>): OriginStatus | null {
  const origin = origins[type];
  if (origin === null) return null;
  const word = status === 'queued' ? 'pending' : origin.words[outcome];
  return { word, badge: badgeFor(origin.domain, word) };
}
