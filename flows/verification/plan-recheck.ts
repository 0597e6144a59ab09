import type { ProviderConnection } from '../../core/connections/connection.ts';
import type { PermissionStanding } from '../../core/connections/permission-profiles.ts';
import { isOverdue } from '../../core/connections/propagation.ts';
import { planAfter } from '../../core/verification/recheck-ladder.ts';
import type { Tx } from '../../db/engine/client.ts';
import type { Queue } from '../../db/engine/queue.ts';
import { deleteRecheck, lockRecheck, upsertRecheck } from '../../db/verification/rechecks.ts';

/**
 * Part of the transaction that completes a verification: report, ladder and job, or none of them. `required` is null
 * if the permissions could not be read.
 */
export async function planRecheck(
  tx: Tx,
  { queue, now }: { readonly queue: Pick<Queue, 'sendRecheck'>; readonly now: Date },
  connection: Pick<ProviderConnection, 'id' | 'tenantId'>,
  required: readonly PermissionStanding[] | null,
  grantedSince: ReadonlyMap<string, Date>,
): Promise<void> {
  const current = await lockRecheck(tx, connection.id);
  const isAwaited = ({ state, permission }: PermissionStanding) =>
    state === 'granted_not_yet_effective' && !isOverdue(grantedSince.get(permission), now);
  const found = required === null ? 'unknown' : required.some(isAwaited) ? 'pending' : 'settled';
  const plan = planAfter(found, current, now);
  switch (plan.kind) {
    case 'keep':
      return;
    case 'end':
      await deleteRecheck(tx, connection.id);
      return;
    case 'schedule': {
      const { attempt, dueAt } = plan.recheck;
      await upsertRecheck(tx, connection, { attempt, dueAt, reason: 'permission.not_yet_effective' });
      await queue.sendRecheck(tx, { connectionId: connection.id, attempt }, dueAt);
    }
  }
}
