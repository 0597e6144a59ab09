import {
  syncPlans,
  withoutDoubles,
  type CollectionKind,
  type SyncType,
} from '../../core/inventory/inventory.ts';
import type { Provider, ProviderSession } from '../../core/provider/provider.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { isCloudName } from '../../core/clouds.ts';
import { toProgress, type Part } from '../../core/inventory/sync.ts';
import type { Hints } from '../../db/engine/changes.ts';
import { findConnectionForWork } from '../../db/connections/connections.ts';
import { recordCounts } from '../../db/runs/run-writes.ts';
import { completeSync } from './complete-sync.ts';
import { toCorrelationId } from '../runs/correlation-id.ts';
import { openCredentialForWork, type CredentialOpener } from '../connections/open-credential.ts';
import { workOnRun, type WorkDependencies } from '../runs/work-on-run.ts';

export interface SyncDependencies extends WorkDependencies, CredentialOpener {
  readonly hints: Hints;
  readonly provider: Provider;
}

export interface SyncJob {
  readonly type: SyncType;
  readonly runId: number;
  readonly signal: AbortSignal;
}

/**
 * One attempt at reading a directory's collections (core/inventory/inventory.ts says which): part by part, each
 * reported as it is read, everything stored in the completing transaction. A part that could not be read does not
 * affect the others.
 */
export async function runSync(
  dependencies: SyncDependencies,
  { type, runId, signal }: SyncJob,
): Promise<void> {
  const { kinds } = syncPlans[type];
  const work = { runId, signal, countsAtStart: toProgress(kinds.length, []) };
  await workOnRun(dependencies, work, async ({ run, scope }, whileWanted) => {
    if (run.tenantId === null || run.providerConnectionId === null) {
      throw new TypeError(`sync ${runId} has no tenant or no connection`);
    }
    const parts = await readParts(dependencies, run, kinds, whileWanted);
    if (parts === null) return;
    const { workspaceId, tenantId, providerConnectionId, attempt } = run;
    const place = { workspaceId, tenantId, providerConnectionId, operationRunId: runId };
    const acceptsRemovals = scope.accept_removals === true;
    const result = { type, attempt, place, parts, acceptsRemovals, at: dependencies.now() };
    await dependencies.database.transaction((tx) => completeSync(tx, result));
  });
}

/** null: another attempt has taken over, or the run has ended. */
async function readParts(
  { database, hints, provider, ...opener }: SyncDependencies,
  run: OperationRun,
  kinds: readonly CollectionKind[],
  signal: AbortSignal,
): Promise<Part[] | null> {
  const connectionId = run.providerConnectionId ?? 0;
  const work = await findConnectionForWork(database.db, connectionId, run);
  if (work === null) throw new TypeError(`connection ${connectionId} of run ${run.id} is gone`);
  const { connection } = work;
  const credential = openCredentialForWork(opener, work);
  if (credential.kind === 'refused') return allUnreadable(kinds, credential.reason);
  if (!isCloudName(connection.cloud)) return allUnreadable(kinds, 'connection.invalid');
  await using session = provider.openSession(
    { cloud: connection.cloud, entraTenantId: connection.entraTenantId },
    credential.secret,
    { correlationId: toCorrelationId(run), signal },
  );
  const parts: Part[] = [];
  for (const kind of kinds) {
    parts.push(await readPart(session, kind));
    const counts = toProgress(kinds.length, parts);
    const event = { kind: 'part_finished', message: describe(parts.at(-1)) } as const;
    const attempt = { runId: run.id, attempt: run.attempt };
    if (!(await database.transaction((tx) => recordCounts(tx, attempt, counts, event)))) return null;
    hints.announce(run.id);
  }
  return parts;
}

async function readPart(session: ProviderSession, kind: CollectionKind): Promise<Part> {
  const items = [];
  for await (const page of session.list(kind)) {
    if (page.kind === 'unreadable') return { kind, status: 'unreadable', reason: page.reason };
    items.push(...page.value);
  }
  return { kind, status: 'read', items: withoutDoubles(items) };
}

function allUnreadable(
  kinds: readonly CollectionKind[],
  reason: Extract<Part, { status: 'unreadable' }>['reason'],
): Part[] {
  return kinds.map((kind) => ({ kind, status: 'unreadable', reason }));
}

function describe(part: Part | undefined): string {
  if (part === undefined) return '';
  const name = part.kind.replaceAll('_', ' ');
  return part.status === 'read' ? `Read ${part.items.length} ${name}.` : `Could not read ${name}.`;
}
