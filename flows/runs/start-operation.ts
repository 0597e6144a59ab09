import type { Viewer } from '../../core/access/access.ts';
import { randomUUID } from 'node:crypto';
import type { JobPlace, Urgency } from '../../core/runs/jobs.ts';
import type { NextStep } from '../../core/reasons/next-steps.ts';
import { operationTypes, type OperationType, type StartableType } from '../../core/runs/operation-types.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import type { OperationRun, RunTrigger } from '../../core/runs/run.ts';
import { hashInput } from '../../core/runs/idempotency.ts';
import {
  decideStart,
  directoryOf,
  identityOf,
  type GateConnection,
  type GateDecision,
} from '../../core/runs/start-gate.ts';
import { badInput, notFound } from '../../core/fault.ts';
import { hasSafetyStop } from '../../core/inventory/inventory.ts';
import type { Database, Tx } from '../../db/engine/client.ts';
import { lockConnectionForStart, type LockedConnection } from '../../db/connections/connections.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import type { Queue } from '../../db/engine/queue.ts';
import { insertQueuedRun, type NewRun } from '../../db/runs/run-writes.ts';
import { findActiveRun, listRunsById } from '../../db/runs/runs.ts';
import { findTenantForStart } from '../../db/tenants/tenants.ts';
import { answerOnce } from './answer-once.ts';
import { assertCapability } from '../access/assert-capability.ts';
import { auditStart, recordRefusal, stepContext, type GateTenant } from './record-refusal.ts';

export interface StartDependencies {
  readonly database: Database;
  readonly queue: Queue;
  readonly keyring: Pick<Keyring, 'knows'>;
  readonly now: () => Date;
}

export interface StartRequest {
  readonly type: OperationType;
  readonly tenantId: number;
  /** null: the tenant's default connection for the provider. */
  readonly connectionId: number | null;
  /** The same key from the same user within a day gets the first request's answer. */
  readonly idempotencyKey?: string | null;
  /** For a sync with a safety stop: remove even if most of what is known would disappear. */
  readonly acceptRemovals?: boolean;
  /** Omitted: someone is waiting for this one. */
  readonly urgency?: Urgency;
  /** Tries the connection's candidate credential instead of the one in use: see rehearse-credential.ts. */
  readonly rehearsal?: boolean;
  /** Left out: the viewer, or for the program itself a re-check. */
  readonly trigger?: Extract<RunTrigger, 'consent' | 'schedule'>;
}

/** Business outcomes are data: the caller can act on each of them. */
export interface StartAnswer {
  readonly result: 'started' | 'deduped' | 'scope_busy' | 'blocked';
  /** The run that was started, is already active, is in the way, or records the refusal. */
  readonly run: OperationRun;
  readonly reason: ReasonCode | null;
  readonly nextSteps: readonly NextStep[];
}

/**
 * Only enqueues: never calls the provider. One transaction: resolve the connection, lock it, decide, write the run,
 * send the job; commit gives all of it, rollback none. Safe to repeat: a second start finds the first one's run.
 * Throws NOT_FOUND for a tenant or connection the viewer is not entitled to, FORBIDDEN without the capability,
 * IDEMPOTENCY_KEY_REUSED for a key that belongs to a different request.
 */
export async function startOperation(
  dependencies: StartDependencies,
  viewer: Viewer,
  request: StartRequest & { readonly type: StartableType },
): Promise<StartAnswer> {
  return await dependencies.database.transaction((tx) =>
    startInTransaction(tx, dependencies, viewer, request),
  );
}

/** The start gate for flows that write more than the start in their transaction. */
export async function startInTransaction(
  tx: Tx,
  dependencies: Omit<StartDependencies, 'database'>,
  viewer: Viewer,
  request: StartRequest,
): Promise<StartAnswer> {
  const tenant = await findTenantForStart(tx, viewer, request.tenantId);
  if (tenant === null) throw notFound();
  assertCapability(tenant.role, viewer, operationTypes[request.type].capability);
  if (request.acceptRemovals === true && !hasSafetyStop(request.type)) {
    throw badInput(
      'acceptRemovals',
      `${request.type} has no safety stop, so there are no removals to accept.`,
    );
  }
  const { idempotencyKey: key = null, type, tenantId, connectionId } = request;
  if (key === null) return await passGate(tx, dependencies, viewer, { tenant, request });
  const inputHash = hashInput(['start', type, tenantId, connectionId, request.acceptRemovals === true]);
  const { workspaceId } = tenant;
  const claim = { workspaceId, userId: viewer.userId, key, inputHash, at: dependencies.now() };
  return await answerOnce<StartAnswer, StoredAnswer>(tx, claim, {
    decide: () => passGate(tx, dependencies, viewer, { tenant, request }),
    toStored: ({ run, ...answer }) => ({ ...answer, runId: run.id }),
    recall: async ({ runId, ...answer }) => ({ ...answer, run: await getRun(tx, viewer, runId) }),
  });
}

export type StoredAnswer = Omit<StartAnswer, 'run'> & { readonly runId: number };

/** `viewer` null: the program itself starts it, no permission is checked, and the run has no initiator. */
export async function passGate(
  tx: Tx,
  dependencies: Omit<StartDependencies, 'database'>,
  viewer: Viewer | null,
  start: GateStart,
): Promise<StartAnswer> {
  const { run, connection, activeRun, decision } = await judgeStart(tx, dependencies, viewer, start);
  switch (decision.kind) {
    case 'started': {
      const { urgency = 'single' } = start.request;
      const started = await queueRun(tx, dependencies, run, { urgency });
      await auditStart(tx, 'operation.started', started);
      return { result: 'started', run: started, reason: null, nextSteps: [] };
    }
    case 'deduped':
    case 'scope_busy':
      if (viewer === null) throw new TypeError('the program looks for a run in the way before it starts one');
      return await answerWithActiveRun(tx, viewer, decision.kind, activeRun);
    case 'blocked': {
      const { reason } = decision;
      const context = stepContext(start.tenant, connection);
      const refused = await recordRefusal(tx, run, reason, context, dependencies.now());
      return { result: 'blocked', reason, ...refused };
    }
  }
}

interface GateStart {
  readonly tenant: GateTenant;
  readonly request: StartRequest;
}

/** Locks the connection and says what the gate decides, and about which run; nothing is written yet. */
export async function judgeStart(
  tx: Tx,
  { keyring }: Pick<StartDependencies, 'keyring'>,
  viewer: Viewer | null,
  { tenant, request }: GateStart,
) {
  const connection = await lockChosenConnection(tx, request);
  const activeRun = connection && (await findActiveRun(tx, connection.id));
  const run = describeRun(viewer, tenant, connection, request);
  const decision = decide(keyring, request, { tenant, connection, activeRun, identity: run.identity });
  return { run, connection, activeRun, decision };
}

/** Run and job, in one transaction. */
export async function queueRun(
  tx: Tx,
  { queue, now }: Pick<StartDependencies, 'queue' | 'now'>,
  run: NewRun,
  place: JobPlace,
): Promise<OperationRun> {
  const jobId = randomUUID();
  const queued = await insertQueuedRun(tx, { ...run, jobId, createdAt: now() });
  await queue.send(tx, run.type, { runId: queued.id }, { id: jobId, ...place });
  return queued;
}

export function decide(
  keyring: Pick<Keyring, 'knows'>,
  request: StartRequest,
  { tenant, connection, activeRun, identity }: Found,
): GateDecision {
  return decideStart({
    tenantStatus: tenant.status,
    tenantDirectory: directoryOf(tenant),
    connection: connection && { ...connection, credential: credentialState(connection, keyring, request) },
    activeRun,
    identity,
  });
}

interface Found {
  readonly tenant: GateTenant;
  readonly connection: LockedConnection | null;
  readonly activeRun: { readonly identity: string } | null;
  readonly identity: string | null;
}

/** Known without decrypting anything: a start has no access to secrets. */
function credentialState(
  { keyId }: LockedConnection,
  keyring: Pick<Keyring, 'knows'>,
  { rehearsal = false }: StartRequest,
): GateConnection['credential'] {
  // A rehearsal has its own credential, which its flow has just read.
  if (rehearsal) return 'usable';
  if (keyId === null) return 'missing';
  return keyring.knows(keyId) ? 'usable' : 'unusable';
}

async function lockChosenConnection(
  tx: Tx,
  { tenantId, connectionId }: StartRequest,
): Promise<LockedConnection | null> {
  if (connectionId === null) return await lockConnectionForStart(tx, tenantId, { provider: 'microsoft' });
  const connection = await lockConnectionForStart(tx, tenantId, { connectionId });
  if (connection === null) throw notFound();
  return connection;
}

export function describeRun(
  viewer: Viewer | null,
  tenant: GateTenant,
  connection: LockedConnection | null,
  { type, trigger, rehearsal = false, acceptRemovals = false }: StartRequest,
): NewRun {
  const { workspaceId, id: tenantId } = tenant;
  const { module } = operationTypes[type];
  const initiator = { initiatorUserId: viewer?.userId ?? null, trigger: trigger ?? triggerOf(viewer) };
  const common = { workspaceId, tenantId, type, ...initiator };
  if (connection === null) {
    const scope = { provider: 'microsoft', module, provider_connection_id: null };
    return { ...common, connectionId: null, identity: null, scope };
  }
  const { id: connectionId, entraTenantId, provider } = connection;
  return {
    ...common,
    connectionId,
    // Unlike any other run's: two rehearsals test two candidates, and neither answers a question about the tenant.
    identity: rehearsal ? null : identityOf({ tenantId, type, connectionId, entraTenantId }),
    scope: {
      provider,
      module,
      provider_connection_id: connectionId,
      target_scope: { entra_tenant_id: entraTenantId, entra_tenant_name: tenant.name },
      ...(rehearsal && { credential: 'candidate' as const }),
      ...(acceptRemovals && { accept_removals: true as const }),
    },
  };
}

export function triggerOf(viewer: Viewer | null): RunTrigger {
  if (viewer === null) return 'recheck';
  return viewer.scopes === null ? 'user' : 'api_token';
}

async function answerWithActiveRun(
  tx: Tx,
  viewer: Viewer,
  result: 'deduped' | 'scope_busy',
  activeRun: { readonly id: number } | null,
): Promise<StartAnswer> {
  if (activeRun === null) throw new TypeError('the gate answered with an active run, but there is none');
  return { result, run: await getRun(tx, viewer, activeRun.id), reason: null, nextSteps: [] };
}

/**
 * Its current state. A tenant's runs stay its own, so a missing one means that the viewer has lost access to the
 * tenant.
 */
async function getRun(tx: Tx, viewer: Viewer, id: number): Promise<OperationRun> {
  const [run] = await listRunsById(tx, viewer, [id]);
  if (run === undefined) throw notFound();
  return run;
}
