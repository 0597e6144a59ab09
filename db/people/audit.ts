import { sql } from 'drizzle-orm';
import type { AuditData, AuditSubjectType, NewAuditEntry } from '../../core/people/audit.ts';
import { createOwnerList } from '../access/owner-list.ts';
import type { Tx } from '../engine/client.ts';
import { auditEntries } from '../tables/identity.ts';

/** In the transaction of the change it records: commit gives both, rollback neither. Entries are never changed. */
export async function appendAudit(tx: Tx, { data = {}, ...entry }: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, data });
}

const auditColumns = {
  id: auditEntries.id,
  workspaceId: auditEntries.workspaceId,
  actorUserId: auditEntries.actorUserId,
  action: auditEntries.action,
  subjectType: sql<AuditSubjectType>`${auditEntries.subjectType}`,
  subjectId: auditEntries.subjectId,
  data: sql<AuditData>`${auditEntries.data}`,
  at: auditEntries.at,
};

/** The workspace's entries. */
export const { page: pageAuditEntries, count: countAuditEntries } = createOwnerList(
  { page: 'pageAuditEntries', count: 'countAuditEntries' },
  auditEntries,
  auditColumns,
);
