import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../core/access/access.ts';
import { notFound } from '../../core/fault.ts';
import { hashInput, partKey } from '../../core/runs/idempotency.ts';
import { operationTypes, type StartableType } from '../../core/runs/operation-types.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { Tenant } from '../../core/tenants/tenant.ts';
import { listDefaultConnectionsForStart, type LockedConnection } from '../../db/connections/connections.ts';
import type { Tx } from '../../db/engine/client.ts';
import { claimIdempotencyKeys, storeResponses, type ClaimedKey } from '../../db/runs/idempotency.ts';
import { insertQueuedRuns } from '../../db/runs/queued-runs.ts';
import type { NewRun } from '../../db/runs/run-writes.ts';
import { listActiveIdentities, listRunsById } from '../../db/runs/runs.ts';
import { listTenantsForStart } from '../../db/tenants/tenants.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { keyReused } from './answer-once.ts';
import { recordRefusal, stepContext } from './record-refusal.ts';
import {
  decide,
  describeRun,
  triggerOf,
  type StartAnswer,
  type StartDependencies,
  type StartRequest,
  type StoredAnswer,
} from './start-operation.ts';

export interface StartOfMany {
  readonly type: StartableType;
  readonly tenantIds: readonly number[];
  /** For the whole request; each tenant's start has its own key, derived from it. */
  readonly idempotencyKey: string | null;
}

type Dependencies = Omit<StartDependencies, 'database'>;

/** What to start for one tenant, and over which connection. */
interface Candidate {
  readonly tenant: Tenant;
  readonly connection: LockedConnection | null;
  readonly request: StartRequest;
  readonly run: NewRun;
}

/**
 * The start gate for many tenants and their default connections in one transaction, with a few statements for all of
 * them: one answer per tenant, in the order of `tenantIds`, as startOperation would have given it. Throws as it does.
 */
export async function startMany(
  tx: Tx,
  dependencies: Dependencies,
  viewer: Viewer,
  { type, tenantIds, idempotencyKey: key }: StartOfMany,
): Promise<StartAnswer[]> {
  const tenants = await listTenantsForStart(tx, viewer, tenantIds);
  if (tenants.length < new Set(tenantIds).size) throw notFound();
  for (const { role } of tenants) assertCapability(role, viewer, operationTypes[type].capability);
  const claims = key === null ? null : await claim(tx, dependencies, viewer, { type, tenants, key });
  const known = claims === null ? new Map<number, StartAnswer>() : await recall(tx, viewer, claims);
  const open = tenants.filter(({ id }) => !known.has(id));
  const decided = await passGates(tx, dependencies, viewer, { type, tenants: open });
  if (claims !== null) await store(tx, claims, decided);
  return tenantIds.map((id) => {
    const answer = decided.get(id) ?? known.get(id);
    if (answer === undefined) throw new TypeError(`tenant ${id} got no answer`);
    return answer;
  });
}

type Claims = ReadonlyMap<number, ClaimedKey>;

async function claim(
  tx: Tx,
  { now }: Dependencies,
  viewer: Viewer,
  {
    type,
    tenants,
    key,
  }: { readonly type: StartableType; readonly tenants: readonly Tenant[]; readonly key: string },
): Promise<Claims> {
  const [first] = tenants;
  if (first === undefined) return new Map();
  const keyOf = ({ id }: Tenant) => partKey(key, id);
  // In the form in which startOperation records a request, so that each recognizes the other's keys.
  const asked = tenants.map((tenant) => ({
    key: keyOf(tenant),
    inputHash: hashInput(['start', type, tenant.id, null, false]),
  }));
  const whose = { workspaceId: first.workspaceId, userId: viewer.userId };
  const claimed = await claimIdempotencyKeys(tx, whose, asked, now());
  const claims = new Map<number, ClaimedKey>();
  for (const tenant of tenants) {
    const one = claimed.get(keyOf(tenant));
    if (one === undefined) throw new Error('an idempotency key in use cannot be read');
    if (one.kind === 'reused') throw keyReused();
    claims.set(tenant.id, one);
  }
  return claims;
}

/** What was answered before, with the current state of the runs. */
async function recall(tx: Tx, viewer: Viewer, claims: Claims): Promise<Map<number, StartAnswer>> {
  const stored = [...claims].flatMap(([tenantId, claimed]) =>
    claimed.kind === 'answered' ? [[tenantId, claimed.response as StoredAnswer] as const] : [],
  );
  const runOf = await loadRuns(
    tx,
    viewer,
    stored.map(([, { runId }]) => runId),
  );
  return new Map(
    stored.map(([tenantId, { runId, ...answer }]) => [tenantId, { ...answer, run: runOf(runId) }]),
  );
}

async function store(tx: Tx, claims: Claims, decided: ReadonlyMap<number, StartAnswer>): Promise<void> {
  const answers = [...claims].flatMap(([tenantId, claimed]) => {
    const answer = decided.get(tenantId);
    if (claimed.kind !== 'claimed' || answer === undefined) return [];
    const { run, ...rest } = answer;
    return [{ id: claimed.id, response: { ...rest, runId: run.id } satisfies StoredAnswer }];
  });
  if (answers.length > 0) await storeResponses(tx, answers);
}

async function passGates(
  tx: Tx,
  { queue, keyring, now }: Dependencies,
  viewer: Viewer,
  { type, tenants }: { readonly type: StartableType; readonly tenants: readonly Tenant[] },
): Promise<Map<number, StartAnswer>> {
  const answers = new Map<number, StartAnswer>();
  if (tenants.length === 0) return answers;
  const candidates = await describe(tx, viewer, { type, tenants });
  const connectionIds = candidates.flatMap(({ connection }) => connection?.id ?? []);
  const active = new Map(
    (await listActiveIdentities(tx, connectionIds)).map((run) => [run.connectionId, run]),
  );
  const starting: Candidate[] = [];
  const inTheWay: { tenantId: number; result: 'deduped' | 'scope_busy'; runId: number }[] = [];
  for (const candidate of candidates) {
    const { tenant, connection, request, run } = candidate;
    const activeRun = (connection && active.get(connection.id)) ?? null;
    const decision = decide(keyring, request, { tenant, connection, activeRun, identity: run.identity });
    if (decision.kind === 'started') starting.push(candidate);
    else if (decision.kind === 'blocked') {
      const { reason } = decision;
      const refused = await recordRefusal(tx, run, reason, stepContext(tenant, connection), now());
      answers.set(tenant.id, { result: 'blocked', reason, ...refused });
    } else if (activeRun !== null)
      inTheWay.push({ tenantId: tenant.id, result: decision.kind, runId: activeRun.id });
  }
  const runOf = await loadRuns(
    tx,
    viewer,
    inTheWay.map(({ runId }) => runId),
  );
  for (const { tenantId, result, runId } of inTheWay)
    answers.set(tenantId, { result, run: runOf(runId), reason: null, nextSteps: [] });
  for (const run of await begin(tx, { queue, now }, viewer, { type, starting }))
    if (run.tenantId !== null)
      answers.set(run.tenantId, { result: 'started', run, reason: null, nextSteps: [] });
  return answers;
}

async function describe(
  tx: Tx,
  viewer: Viewer,
  { type, tenants }: { readonly type: StartableType; readonly tenants: readonly Tenant[] },
): Promise<Candidate[]> {
  const locked = await listDefaultConnectionsForStart(
    tx,
    tenants.map(({ id }) => id),
  );
  const connections = new Map(locked.map((connection) => [connection.tenantId, connection]));
  return tenants.map((tenant) => {
    const connection = connections.get(tenant.id) ?? null;
    const request = { type, tenantId: tenant.id, connectionId: null };
    return { tenant, connection, request, run: describeRun(viewer, tenant, connection, request) };
  });
}

async function begin(
  tx: Tx,
  { queue, now }: Pick<Dependencies, 'queue' | 'now'>,
  viewer: Viewer,
  { type, starting }: { readonly type: StartableType; readonly starting: readonly Candidate[] },
): Promise<OperationRun[]> {
  if (starting.length === 0) return [];
  const jobIds = new Map(starting.map(({ tenant }) => [tenant.id, randomUUID()]));
  const jobOf = (tenantId: number | null) => jobIds.get(tenantId ?? 0) ?? '';
  const runs = await insertQueuedRuns(tx, {
    type,
    initiatorUserId: viewer.userId,
    trigger: triggerOf(viewer),
    createdAt: now(),
    runs: starting.map(({ run }) => ({ ...run, jobId: jobOf(run.tenantId) })),
  });
  const jobs = runs.map((run) => ({
    id: jobOf(run.tenantId),
    urgency: 'fleet' as const,
    job: { runId: run.id },
  }));
  await queue.sendMany(tx, type, jobs);
  return runs;
}

/**
 * Their current state. A tenant's runs stay its own, so a missing one means that the viewer has lost access to the
 * tenant.
 */
async function loadRuns(
  tx: Tx,
  viewer: Viewer,
  ids: readonly number[],
): Promise<(id: number) => OperationRun> {
  const runs = new Map(
    ids.length === 0 ? [] : (await listRunsById(tx, viewer, ids)).map((run) => [run.id, run]),
  );
  return (id) => {
    const run = runs.get(id);
    if (run === undefined) throw notFound();
    return run;
  };
}
