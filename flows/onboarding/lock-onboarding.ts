import type { Viewer } from '../../core/access/access.ts';
import type { AuditAction, AuditData } from '../../core/people/audit.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { endOf, type OnboardingSession } from '../../core/onboarding/onboarding.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Tx } from '../../db/engine/client.ts';
import { lockSession } from '../../db/onboarding/onboarding-writes.ts';
import { listTenantsById } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';

export interface LockedOnboarding {
  readonly session: OnboardingSession;
  readonly tenant: Tenant;
}

/** For every change of a session: locked until the transaction ends, and authorized. Throws NOT_FOUND or FORBIDDEN. */
export async function lockOnboarding(tx: Tx, viewer: Viewer, sessionId: number): Promise<LockedOnboarding> {
  const session = await lockSession(tx, viewer, sessionId);
  const [tenant] = session === null ? [] : await listTenantsById(tx, viewer, [session.tenantId]);
  if (session === null || tenant === undefined) throw notFound();
  assertCapability(tenant.role, viewer, 'tenant.manage');
  return { session, tenant };
}

export function assertInProgress(session: OnboardingSession): void {
  const end = endOf(session);
  if (end !== null) throw new Fault('CONFLICT', end);
}

export async function auditOnboarding(
  tx: Tx,
  { id: subjectId, workspaceId }: Pick<OnboardingSession, 'id' | 'workspaceId'>,
  entry: { readonly actorUserId: number | null; readonly action: AuditAction; readonly data?: AuditData },
): Promise<void> {
  await appendAudit(tx, { ...entry, workspaceId, subjectType: 'tenant_onboarding_session', subjectId });
}
