import type { Viewer } from '../../core/access/access.ts';
import type { Clock } from '../../core/clock.ts';
import { Fault, notFound } from '../../core/fault.ts';
import type { Finding } from '../../core/inventory/findings.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { listFindingsById, lockFinding, updateFindingAcknowledged } from '../../db/inventory/findings.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';

/**
 * Records that a finding is known and accepted, and why. The first acknowledgement stays on record: a second attempt
 * is a CONFLICT. Throws NOT_FOUND, and FORBIDDEN without the capability.
 */
export async function acknowledgeFinding(
  { database, now }: { readonly database: Database; readonly now: Clock },
  viewer: Viewer,
  { findingId, reason }: { readonly findingId: number; readonly reason: string },
): Promise<Finding> {
  return await database.transaction(async (tx) => {
    const finding = await lockFinding(tx, viewer, findingId);
    if (finding === null) throw notFound();
    const [tenant] = await listTenantsById(tx, viewer, [finding.tenantId]);
    if (tenant === undefined) throw notFound();
    assertCapability(tenant.role, viewer, 'verification.acknowledge');
    if (finding.status !== 'new') throw new Fault('CONFLICT', 'The finding is already acknowledged.');
    await updateFindingAcknowledged(tx, findingId, { userId: viewer.userId, reason, at: now() });
    await appendAudit(tx, {
      workspaceId: finding.workspaceId,
      actorUserId: viewer.userId,
      action: 'finding.acknowledged',
      subjectType: 'finding',
      subjectId: findingId,
      data: { tenant_id: finding.tenantId, reason },
    });
    return await getFinding(tx, viewer, findingId);
  });
}

async function getFinding(tx: Tx, viewer: Viewer, id: number): Promise<Finding> {
  const [finding] = await listFindingsById(tx, viewer, [id]);
  if (finding === undefined) throw new Error(`finding ${id} vanished under its own lock`);
  return finding;
}
