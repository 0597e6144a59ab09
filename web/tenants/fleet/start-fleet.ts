import { useSend } from '../../api/action.ts';
import { graphql } from '../../gql/gql.ts';
import type { FleetVerification } from './fleet-verification.ts';

/** Only the runs' ids: see api/fresh-answers.ts. Their state comes by subscription and by the counts. */
const VerifyFleetMutation = graphql(`
  mutation VerifyFleet($workspaceId: ID!, $tenantIds: [ID!], $idempotencyKey: String!) {
    startWorkspaceVerification(
      input: { workspaceId: $workspaceId, tenantIds: $tenantIds, idempotencyKey: $idempotencyKey }
    ) {
      started
      deduped
      scopeBusy
      blocked
      results {
        result
        run {
          id
        }
      }
    }
  }
`);

/** Tenants in one request: answered within seconds, and far below the API's 1,000. */
const tenantsAtOnce = 200;

export interface FleetStart {
  readonly workspaceId: string;
  /** null: every tenant. */
  readonly tenantIds: readonly string[] | null;
  /** The same for a repetition: whatever was lost on the way, nothing is started twice. */
  readonly idempotencyKey: string;
}

export function useStartFleet(): (start: FleetStart) => Promise<FleetVerification> {
  const send = useSend(VerifyFleetMutation);
  return async ({ workspaceId, tenantIds, idempotencyKey }) => {
    let fleet: FleetVerification = {
      workspaceId,
      runIds: [],
      started: 0,
      deduped: 0,
      scopeBusy: 0,
      blocked: 0,
    };
    for (const [index, chunk] of toChunks(tenantIds).entries()) {
      const key = `${idempotencyKey}.${index}`;
      const answer = await send({ workspaceId, tenantIds: chunk, idempotencyKey: key });
      fleet = withAnswer(fleet, answer.startWorkspaceVerification);
    }
    return fleet;
  };
}

interface Answer extends Omit<FleetVerification, 'workspaceId' | 'runIds'> {
  readonly results: readonly { readonly result: string; readonly run: { readonly id: string } }[];
}

function withAnswer(fleet: FleetVerification, answer: Answer): FleetVerification {
  const underWay = answer.results.filter(({ result }) => result === 'STARTED' || result === 'DEDUPED');
  return {
    workspaceId: fleet.workspaceId,
    runIds: [...fleet.runIds, ...underWay.map(({ run }) => run.id)],
    started: fleet.started + answer.started,
    deduped: fleet.deduped + answer.deduped,
    scopeBusy: fleet.scopeBusy + answer.scopeBusy,
    blocked: fleet.blocked + answer.blocked,
  };
}

function toChunks(ids: readonly string[] | null): (string[] | null)[] {
  if (ids === null) return [null];
  return Array.from({ length: Math.ceil(ids.length / tenantsAtOnce) }, (_, index) =>
    ids.slice(index * tenantsAtOnce, (index + 1) * tenantsAtOnce),
  );
}
