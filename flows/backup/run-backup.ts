import { concludeBackup, toBackupProgress, describePart } from '../../core/backup/backup.ts';
import { policyKindNames } from '../../core/backup/policy-kinds.ts';
import { compareTimeline } from '../../core/backup/timeline.ts';
import type { Provider } from '../../core/provider/provider.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import { isCloudName } from '../../core/clouds.ts';
import { findConnectionForWork } from '../../db/connections/connections.ts';
import type { Hints } from '../../db/engine/changes.ts';
import type { Tx } from '../../db/engine/client.ts';
import { finishRun, recordCounts } from '../../db/runs/run-writes.ts';
import { insertSet, nextSeq } from '../../db/backup/sets.ts';
import { listKnownPolicies, writeTimeline, type Timeline } from '../../db/backup/timeline.ts';
import { openCredentialForWork, type CredentialOpener } from '../connections/open-credential.ts';
import { toCorrelationId } from '../runs/correlation-id.ts';
import { workOnRun, type WorkDependencies } from '../runs/work-on-run.ts';
import { readKind, unreadableKind, type KindRead, type KindReader } from './read-kind.ts';

export interface BackupDependencies extends WorkDependencies, CredentialOpener {
  readonly hints: Hints;
  readonly provider: Provider;
}

/**
 * One attempt at a backup: kind by kind, each shown as it is read and its new versions stored at once, because a version is
 * found by what it says and a lost attempt's are the next one's. The set, and with it the timeline, is written in the
 * completing transaction: there is all of a backup or none.
 */
export async function runBackup(
  dependencies: BackupDependencies,
  runId: number,
  signal: AbortSignal,
): Promise<void> {
  const work = { runId, signal, countsAtStart: toBackupProgress(policyKindNames.length, []) };
  await workOnRun(dependencies, work, async ({ run }, whileWanted) => {
    const target = await openTarget(dependencies, run);
    const kinds = await readKinds(dependencies, run, target, whileWanted);
    if (kinds === null) return;
    const at = dependencies.now();
    await dependencies.database.transaction((tx) => completeBackup(tx, run, { ...target, kinds, at }));
  });
}

interface Target {
  readonly timeline: Timeline;
  readonly connectionId: number;
  readonly cloud: string;
  readonly work: NonNullable<Awaited<ReturnType<typeof findConnectionForWork>>>;
}

async function openTarget({ database }: BackupDependencies, run: OperationRun): Promise<Target> {
  const { tenantId, providerConnectionId: connectionId } = run;
  if (tenantId === null || connectionId === null)
    throw new TypeError(`backup ${run.id} has no tenant or no connection`);
  const work = await findConnectionForWork(database.db, connectionId, run);
  if (work === null) throw new TypeError(`connection ${connectionId} of run ${run.id} is gone`);
  const { entraTenantId, cloud } = work.connection;
  return { timeline: { tenantId, entraTenantId }, connectionId, cloud, work };
}

/** null: another attempt has taken over, or the run has ended. */
async function readKinds(
  { database, hints, provider, ...opener }: BackupDependencies,
  run: OperationRun,
  { timeline, cloud, work }: Target,
  signal: AbortSignal,
): Promise<KindRead[] | null> {
  const credential = openCredentialForWork(opener, work);
  if (credential.kind === 'refused')
    return policyKindNames.map((kind) => unreadableKind(kind, credential.reason));
  if (!isCloudName(cloud)) return policyKindNames.map((kind) => unreadableKind(kind, 'connection.invalid'));
  const options = { correlationId: toCorrelationId(run), signal, priority: 'low', use: 'backup' } as const;
  const { entraTenantId } = timeline;
  await using session = provider.openSession({ cloud, entraTenantId }, credential.secret, options);
  const reader: KindReader = { database, session, timeline, cloud, workspaceId: run.workspaceId };
  const kinds: KindRead[] = [];
  for (const kind of policyKindNames) {
    const read = await readKind(
      reader,
      kind,
      kinds.flatMap(({ names }) => names.get(kind) ?? []),
    );
    kinds.push(read);
    const counts = toBackupProgress(
      policyKindNames.length,
      kinds.map(({ part }) => part),
    );
    const event = { kind: 'part_finished', message: describePart(read.part) } as const;
    const attempt = { runId: run.id, attempt: run.attempt };
    if (!(await database.transaction((tx) => recordCounts(tx, attempt, counts, event)))) return null;
    hints.announce(run.id);
  }
  return kinds;
}

interface Ending extends Pick<Target, 'timeline' | 'connectionId'> {
  readonly kinds: readonly KindRead[];
  readonly at: Date;
}

/** Ends the run and writes the set; nothing when the attempt was superseded. A backup in which nothing was read leaves no set. */
async function completeBackup(
  tx: Tx,
  run: OperationRun,
  { timeline, connectionId, kinds, at }: Ending,
): Promise<void> {
  const parts = kinds.map(({ part }) => part);
  const { outcome, failures } = concludeBackup(parts);
  const known = await listKnownPolicies(tx, timeline);
  const seen = kinds.flatMap(({ policies }) => policies);
  const changes = compareTimeline(known, seen, new Set(kinds.flatMap(({ gone }) => gone)));
  const summaryCounts = {
    ...toBackupProgress(parts.length, parts),
    appeared: changes.appeared.length,
    changed: changes.changed.length,
    gone: changes.gone.length,
  };
  const message = `Completed: ${outcome.replace('_', ' ')}.`;
  const ending = { outcome, failures, report: null, summaryCounts, message, at };
  if (!(await finishRun(tx, { runId: run.id, attempt: run.attempt }, ending)) || outcome === 'failed') return;
  const seq = await nextSeq(tx, timeline);
  const origin = run.initiatorUserId === null ? 'scheduled' : 'manual';
  await insertSet(tx, { ...timeline, connectionId, operationRunId: run.id, origin, seq, takenAt: at, parts });
  await writeTimeline(tx, { ...timeline, seq, at }, changes);
}
