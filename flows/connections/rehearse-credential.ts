import type { Viewer } from '../../core/access/access.ts';
import type { CredentialInput } from '../../core/connections/credential-shape.ts';
import { verificationType } from '../../core/runs/operation-types.ts';
import { appendAudit } from '../../db/people/audit.ts';
import { putCandidate } from '../../db/connections/credentials.ts';
import { checkAndSeal, type CredentialDependencies } from './check-credential.ts';
import { lockConnection } from './lock-connection.ts';
import { startInTransaction, type StartAnswer, type StartDependencies } from '../runs/start-operation.ts';

/**
 * Verifies with a candidate while the credential in use stays in use. Goes through the start gate like every start,
 * and stores the candidate only if the start succeeds, in its transaction: a busy or refused start keeps the previous
 * candidate. The run leaves a report and says nothing about the connection's health.
 */
export async function rehearseCredential(
  dependencies: CredentialDependencies & StartDependencies,
  viewer: Viewer,
  { connectionId, credential }: { readonly connectionId: number; readonly credential: CredentialInput },
): Promise<StartAnswer> {
  return await dependencies.database.transaction(async (tx) => {
    const { tenant, connection } = await lockConnection(tx, viewer, connectionId);
    const candidate = await checkAndSeal(tx, dependencies, {
      connection,
      slot: 'candidate',
      input: credential,
    });
    const answer = await startInTransaction(tx, dependencies, viewer, {
      type: verificationType,
      tenantId: tenant.id,
      connectionId,
      rehearsal: true,
    });
    if (answer.result !== 'started') return answer;
    await putCandidate(tx, connectionId, candidate, answer.run.id);
    await appendAudit(tx, {
      workspaceId: tenant.workspaceId,
      actorUserId: viewer.userId,
      action: 'credential.rehearsed',
      subjectType: 'provider_connection',
      subjectId: connectionId,
      data: { type: candidate.type, client_id: candidate.clientId, operation_run_id: answer.run.id },
    });
    return answer;
  });
}
