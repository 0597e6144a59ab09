import { and, eq, max } from 'drizzle-orm';
import { isComplete, type SetOrigin } from '../../core/backup/backup.ts';
import type { BackupPart } from '../../core/backup/timeline.ts';
import type { Tx } from '../engine/client.ts';
import { backupSetGaps, backupSetParts, backupSets } from '../tables/backup.ts';
import type { Timeline } from './timeline.ts';

export interface NewSet extends Timeline {
  readonly connectionId: number;
  readonly operationRunId: number;
  readonly origin: Extract<SetOrigin, 'scheduled' | 'manual'>;
  readonly seq: number;
  readonly takenAt: Date;
  readonly parts: readonly BackupPart[];
}

/** One connection of a tenant reaches a directory and one run works on it, so no one else takes this place. */
export async function nextSeq(tx: Tx, { tenantId, entraTenantId }: Timeline): Promise<number> {
  const [row] = await tx
    .select({ seq: max(backupSets.seq) })
    .from(backupSets)
    .where(and(eq(backupSets.tenantId, tenantId), eq(backupSets.entraTenantId, entraTenantId)));
  return (row?.seq ?? 0) + 1;
}

export async function insertSet(tx: Tx, { parts, ...set }: NewSet): Promise<number> {
  const [inserted] = await tx
    .insert(backupSets)
    .values({
      ...set,
      kinds: parts.map(({ kind }) => kind),
      completeness: isComplete(parts) ? 'complete' : 'partial',
      itemCount: parts.reduce((sum, { count }) => sum + count, 0),
    })
    .returning({ id: backupSets.id });
  if (inserted === undefined) throw new Error('insert into backup_sets returned no row');
  const { id: setId } = inserted;
  await tx
    .insert(backupSetParts)
    .values(
      parts.map(({ kind, status, reason, count }) => ({ setId, kind, status, reasonCode: reason, count })),
    );
  const gaps = parts.flatMap(({ kind, gaps: of }) =>
    of.map(({ externalId, name, reason }) => ({ setId, kind, externalId, name, reasonCode: reason })),
  );
  if (gaps.length > 0) await tx.insert(backupSetGaps).values(gaps);
  return setId;
}
