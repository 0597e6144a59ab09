import { capabilitiesOf, lackOf, wireNameOf, type Viewer } from '../../core/access/access.ts';
import { Fault, notFound } from '../../core/fault.ts';
import { hashInput } from '../../core/runs/idempotency.ts';
import { operationTypes, verificationType } from '../../core/runs/operation-types.ts';
import type { Tx } from '../../db/engine/client.ts';
import { tenantsOf, type EntitledTenant } from '../../db/tenants/fleet.ts';
import { answerOnce } from '../runs/answer-once.ts';
import { workspaceFor } from '../access/workspace-for.ts';
import { startMany } from '../runs/start-many.ts';
import type { StartAnswer, StartDependencies } from '../runs/start-operation.ts';

export interface FleetRequest {
  readonly workspaceId: number;
  /** null: every tenant the viewer may verify, except archived ones. */
  readonly tenantIds: readonly number[] | null;
  readonly idempotencyKey: string | null;
}

/** In one transaction: this many connections are locked against single starts, for some milliseconds. */
const startsAtOnce = 50;

/**
 * One answer per tenant, never all or nothing: fifty at a time are started in a transaction, so a fleet of hundreds
 * holds no lock for long and what has started stays started whatever happens to the rest. Its jobs wait behind single
 * starts. With a key, a repeated request (even after an interruption) starts what is missing and returns the first
 * one's answers for the rest. Throws NOT_FOUND if any of the tenants is not the viewer's, without saying which.
 */
export async function startWorkspaceVerification(
  dependencies: StartDependencies,
  viewer: Viewer,
  request: FleetRequest,
): Promise<StartAnswer[]> {
  const { workspaceId, idempotencyKey: key } = request;
  const tenantIds = await dependencies.database.transaction(async (tx) => {
    // No one has a higher role on a tenant than in its workspace.
    await workspaceFor(tx, viewer, workspaceId, operationTypes[verificationType].capability);
    const choose = () => chooseTenants(tx, viewer, request);
    if (key === null) return await choose();
    const inputHash = hashInput(['start_workspace', workspaceId, sorted(request.tenantIds)]);
    const claim = { workspaceId, userId: viewer.userId, key, inputHash, at: dependencies.now() };
    const asStored = (ids: number[]) => ids;
    return await answerOnce<number[], number[]>(tx, claim, {
      decide: choose,
      toStored: asStored,
      recall: async (ids) => await stillEntitled(tx, viewer, workspaceId, ids),
    });
  });
  const answers: StartAnswer[] = [];
  for (let start = 0; start < tenantIds.length; start += startsAtOnce) {
    const some = { tenantIds: tenantIds.slice(start, start + startsAtOnce) };
    const started = await dependencies.database.transaction((tx) =>
      startMany(tx, dependencies, viewer, { ...some, type: verificationType, idempotencyKey: key }),
    );
    answers.push(...started);
  }
  return answers;
}

async function chooseTenants(
  tx: Tx,
  viewer: Viewer,
  { workspaceId, tenantIds }: FleetRequest,
): Promise<number[]> {
  const { capability } = operationTypes[verificationType];
  const mayVerify = ({ role }: EntitledTenant) => capabilitiesOf(role, viewer.scopes).includes(capability);
  const selector = tenantIds === null ? ({ all: true } as const) : { tenantIds };
  const entitled = await tenantsOf(tx, viewer, workspaceId, selector);
  if (tenantIds !== null && entitled.length < new Set(tenantIds).size) throw notFound();
  const chosen = entitled.filter(mayVerify);
  const isRefused = tenantIds === null ? chosen.length === 0 : chosen.length < entitled.length;
  if (isRefused && entitled.length > 0) {
    throw new Fault('FORBIDDEN', lackOf(capability), { capability: wireNameOf(capability) });
  }
  return chosen.map(({ id }) => id);
}

/** A tenant that the viewer has lost since the first request gets no answer. */
async function stillEntitled(
  tx: Tx,
  viewer: Viewer,
  workspaceId: number,
  ids: readonly number[],
): Promise<number[]> {
  return (await tenantsOf(tx, viewer, workspaceId, { tenantIds: ids })).map(({ id }) => id);
}

function sorted(ids: readonly number[] | null): number[] | null {
  return ids === null ? null : [...new Set(ids)].sort((a, b) => a - b);
}
