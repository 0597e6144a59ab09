import { eq } from 'drizzle-orm';
import type { Tx } from '../engine/client.ts';
import { tenants, workspaces } from '../tables/tenancy.ts';

export interface FreezePlace {
  readonly kind: 'workspace' | 'tenant';
  readonly id: number;
}

export interface Freeze {
  readonly until: Date;
  readonly reason: string;
  readonly byUserId: number;
}

/** null ends it. Returns whether there was one, also one that had ended by itself. */
export async function setFreeze(tx: Tx, { kind, id }: FreezePlace, freeze: Freeze | null): Promise<boolean> {
  const table = kind === 'workspace' ? workspaces : tenants;
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
