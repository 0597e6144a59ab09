import { toBlockedChecks } from '../../core/verification/checks/results.ts';
import { isCloudName } from '../../core/clouds.ts';
import type { NextStep, StepContext } from '../../core/reasons/next-steps.ts';
import { operationTypes } from '../../core/runs/operation-types.ts';
import { nextStepsFor } from '../../core/reasons/reason-steps.ts';
import { reasons, type ReasonCode } from '../../core/reasons/reasons.ts';
import { buildReport } from '../../core/verification/report.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { appendAudit } from '../../db/people/audit.ts';
import type { Tx } from '../../db/engine/client.ts';
import type { LockedConnection } from '../../db/connections/connections.ts';
import { carryAcknowledgements } from '../../db/verification/acknowledgements.ts';
import { insertBlockedRun, type NewRun } from '../../db/runs/run-writes.ts';
import { findPreviousReportRun } from '../../db/runs/runs.ts';

/** The refusal is a finished run, so that it can be seen, linked to and compared like any other. */
export async function recordRefusal(
  tx: Tx,
  run: NewRun,
  reason: ReasonCode,
  context: StepContext,
  now: Date,
): Promise<{ run: OperationRun; nextSteps: readonly NextStep[] }> {
  const nextSteps = nextStepsFor(reason, context);
  const checks = toBlockedChecks(reason, context);
  const report = operationTypes[run.type].reports
    ? buildReport({
        flow: run.type,
        generatedAt: now,
        previousReportId: await findPreviousReportRun(tx, run),
        checks,
      })
    : null;
  const scope = { ...run.scope, reason_code: reason, next_steps: nextSteps };
  // As said by the check that the reason belongs to.
  const message =
    checks.find(({ reason_code }) => reason_code === reason)?.message ?? reasons[reason].message;
  const failure = { code: 'start.blocked', reason_code: reason, message };
  const blocked = await insertBlockedRun(tx, { ...run, scope }, { failure, report, at: now });
  if (report !== null) await carryAcknowledgements(tx, blocked.id, report, now);
  await auditStart(tx, 'operation.blocked', blocked);
  return { run: blocked, nextSteps };
}

export async function auditStart(
  tx: Tx,
  action: 'operation.started' | 'operation.blocked',
  { id, workspaceId, initiatorUserId, type, tenantId }: OperationRun,
): Promise<void> {
  await appendAudit(tx, {
    workspaceId,
    actorUserId: initiatorUserId,
    action,
    subjectType: 'operation_run',
    subjectId: id,
    data: { type, tenant_id: tenantId },
  });
}

export type GateTenant = Pick<Tenant, 'id' | 'workspaceId' | 'name' | 'status' | 'tenantId' | 'externalId'>;

export function stepContext(tenant: GateTenant, connection: LockedConnection | null): StepContext {
  return {
    tenantId: tenant.id,
    connectionId: connection?.id ?? null,
    cloud: connection !== null && isCloudName(connection.cloud) ? connection.cloud : 'global',
    entraTenantId: connection?.entraTenantId ?? null,
    clientId: connection?.clientId ?? null,
  };
}
