import { toFinding, type NewFinding } from '../../core/inventory/findings.ts';
import {
  compareItems,
  isSafetyStopDue,
  syncPlans,
  type ItemChange,
  type SyncType,
} from '../../core/inventory/inventory.ts';
import { reasons } from '../../core/reasons/reasons.ts';
import {
  concludeSync,
  countChanges,
  toProgress,
  type Part,
  type ReadPart,
} from '../../core/inventory/sync.ts';
import type { Tx } from '../../db/engine/client.ts';
import { openFindings, type FindingPlace } from '../../db/inventory/findings.ts';
import { hasBaseline, listKnownItems, markItemsGone, upsertItems } from '../../db/inventory/inventory.ts';
import { finishRun, recordCounts } from '../../db/runs/run-writes.ts';

export interface SyncResult {
  readonly type: SyncType;
  readonly attempt: number;
  readonly place: FindingPlace;
  readonly parts: readonly Part[];
  /** A person has confirmed the removals, so the safety stop does not apply. */
  readonly acceptsRemovals: boolean;
  readonly at: Date;
}

/**
 * Compares with what was known, stores what is there now and ends the run, all in `tx`; does nothing if the attempt
 * was superseded. Needs no locks of its own: the database lets only one run at a time work on a connection.
 */
export async function completeSync(tx: Tx, result: SyncResult): Promise<void> {
  const { type, attempt, place, parts, at } = result;
  const deltas: Delta[] = [];
  for (const part of parts) if (part.status === 'read') deltas.push(await compare(tx, result, part));
  const isStopped = deltas.some(({ isStopDue }) => isStopDue);
  const { outcome, failures } = concludeSync(parts, isStopped);
  const findings = deltas.flatMap((delta) => delta.findings);
  const summaryCounts = {
    ...toProgress(parts.length, parts),
    ...countChanges(deltas.flatMap(({ changes }) => changes)),
    ...(syncPlans[type].opensFindings && { findings: findings.length }),
    ...(syncPlans[type].hasSafetyStop && { safety_stop_triggered: isStopped ? 1 : 0 }),
  };
  const run = { runId: place.operationRunId, attempt };
  if (isStopped) {
    const message = reasons['sync.safety_stop'].message;
    await recordCounts(tx, run, summaryCounts, { kind: 'safety_stop', message });
  }
  const message = `Completed: ${outcome.replace('_', ' ')}.`;
  const ending = { outcome, failures, report: null, summaryCounts, message, at };
  if (!(await finishRun(tx, run, ending))) return;
  for (const delta of deltas) await store(tx, place, delta, at);
  await openFindings(tx, place, findings, at);
}

interface Delta {
  readonly part: ReadPart;
  /** What is different, without what a safety stop keeps. */
  readonly changes: readonly ItemChange[];
  readonly isStopDue: boolean;
  readonly findings: readonly NewFinding[];
}

async function compare(tx: Tx, { type, place, acceptsRemovals }: SyncResult, part: ReadPart): Promise<Delta> {
  const { hasSafetyStop, opensFindings } = syncPlans[type];
  const { providerConnectionId: connectionId } = place;
  const known = await listKnownItems(tx, connectionId, part.kind);
  const all = compareItems(known, part.items);
  const isStopDue = hasSafetyStop && !acceptsRemovals && isSafetyStopDue(known, all);
  const changes = isStopDue ? all.filter(({ change }) => change !== 'gone') : all;
  const isDrift = opensFindings && (await hasBaseline(tx, connectionId, type, part.kind));
  const findings = isDrift ? changes.map((change) => toFinding(connectionId, part.kind, change)) : [];
  return { part, changes, isStopDue, findings };
}

async function store(tx: Tx, place: FindingPlace, { part, changes }: Delta, at: Date): Promise<void> {
  const { tenantId, providerConnectionId: connectionId } = place;
  const owner = { tenantId, connectionId, kind: part.kind };
  const gone = changes.filter(({ change }) => change === 'gone');
  await upsertItems(tx, owner, part.items, at);
  await markItemsGone(
    tx,
    owner,
    gone.map(({ item }) => item.externalId),
    at,
  );
}
