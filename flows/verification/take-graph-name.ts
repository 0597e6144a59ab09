import type { Facts } from '../../core/verification/checks/check.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { tidyName } from '../../core/tenants/tenant.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database } from '../../db/engine/client.ts';
import { replaceUnchosenName } from '../../db/tenants/tenant-writes.ts';

/**
 * A tenant that was added by its domain or id takes the name that Microsoft Graph returns for the connection's
 * directory, unless a person chose one. In its own transaction, before the run ends: locking a tenant leads to
 * locking its connections, and the end of a run already holds one. Safe to repeat.
 */
export async function takeGraphName(
  database: Database,
  { tenantId, workspaceId }: Pick<OperationRun, 'tenantId' | 'workspaceId'>,
  { evidence: { organization }, entraTenantId, now }: Facts,
): Promise<void> {
  if (tenantId === null || organization?.kind !== 'read') return;
  const { id, displayName } = organization.value;
  const name = tidyName(displayName ?? '');
  if (id.toLowerCase() !== entraTenantId || name === '') return;
  await database.transaction(async (tx) => {
    const formerName = await replaceUnchosenName(tx, tenantId, name, now);
    if (formerName === null) return;
    await appendAudit(tx, {
      workspaceId,
      actorUserId: null,
      action: 'tenant.updated',
      subjectType: 'tenant',
      subjectId: tenantId,
      data: { name, former_name: formerName },
    });
  });
}
