import { eq } from 'drizzle-orm';
import type { Tx } from '../engine/client.ts';
import { tenants, workspaces } from '../tables/tenancy.ts';

export interface FreezePlace {
  readonly workspaceId: number;
  /** null: the whole workspace. */
  readonly tenantId: number | null;
}

export interface Freeze {
  readonly until: Date;
  readonly reason: string;
  readonly byUserId: number;
}

/** null ends it. Returns whether there was one, also one that had ended on its own. */
export async function setFreeze(
  tx: Tx,
  { workspaceId, tenantId }: FreezePlace,
  freeze: Freeze | null,
): Promise<boolean> {
  const table = tenantId === null ? workspaces : tenants;
  const id = tenantId ?? workspaceId;
  const [former] = await tx
    .select({ until: table.frozenUntil })
    .from(table)
    .where(eq(table.id, id))
    .for('no key update');
  const { until = null, reason = null, byUserId = null } = freeze ?? {};
  await tx
    .update(table)
    .set({ frozenUntil: until, frozenReason: reason, frozenByUserId: byUserId })
    .where(eq(table.id, id));
  return former !== undefined && former.until !== null;
}
