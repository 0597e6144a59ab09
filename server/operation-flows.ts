import { acknowledgeCheck, withdrawAcknowledgement } from '../flows/verification/acknowledge-check.ts';
import { acknowledgeFinding } from '../flows/inventory/acknowledge-finding.ts';
import { cancelRun } from '../flows/runs/cancel-run.ts';
import { startOperation, type StartDependencies } from '../flows/runs/start-operation.ts';
import { startVerification } from '../flows/verification/start-verification.ts';
import { startWorkspaceVerification } from '../flows/verification/start-workspace-verification.ts';
import { stopRecheck } from '../flows/verification/stop-recheck.ts';
import type { OperationFlows } from '../schema/flows.ts';

/** The verbs that start and stop operations, and deal with what they found. */
export function bindOperationFlows(gate: StartDependencies): OperationFlows {
  return {
    startVerification: (viewer, request) => startVerification(gate, viewer, request),
    startOperation: (viewer, request) => startOperation(gate, viewer, request),
    startWorkspaceVerification: (viewer, request) => startWorkspaceVerification(gate, viewer, request),
    stopRecheck: (viewer, tenantId) => stopRecheck(gate, viewer, tenantId),
    cancelRun: (viewer, runId) => cancelRun(gate, viewer, runId),
    acknowledgeFinding: (viewer, request) => acknowledgeFinding(gate, viewer, request),
    acknowledgeCheck: (viewer, request) => acknowledgeCheck(gate, viewer, request),
    withdrawAcknowledgement: (viewer, check) => withdrawAcknowledgement(gate, viewer, check),
  };
}
