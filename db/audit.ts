import type { NewAuditEntry } from '../core/audit.ts';
import type { Tx } from './client.ts';
import { auditEntries } from './tables/identity.ts';

/** In the transaction of what it tells of: commit gives both, rollback neither. Entries are never changed again. */
export async function appendAudit(tx: Tx, { data = {}, ...entry }: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data });
}
