import { hashAssignments, readAssignments } from '../../core/backup/assignments.ts';
import { statusOf } from '../../core/backup/backup.ts';
import { policyKindNames, policyKindRow, type PolicyKind } from '../../core/backup/policy-kinds.ts';
import type { PolicyGap, PolicyReading, ReadPolicy } from '../../core/backup/reading.ts';
import { policyKey, type BackupPart, type SeenPolicy } from '../../core/backup/timeline.ts';
import { idsNamedBy, settingsUsedBy, toVersion, type NewVersion } from '../../core/backup/version.ts';
import type { ProviderSession } from '../../core/provider/provider.ts';
import type { ReasonCode } from '../../core/reasons/reasons.ts';
import { listKnownIds, type Timeline } from '../../db/backup/timeline.ts';
import { findUnnamedSettings, storeDefinitions, storeVersions } from '../../db/backup/versions.ts';
import type { Database } from '../../db/engine/client.ts';

export interface KindReader {
  readonly database: Database;
  readonly session: ProviderSession;
  readonly timeline: Timeline;
  readonly cloud: string;
  readonly workspaceId: number;
}

/** One kind of a backup: its versions are stored, its place on the timeline is not. */
export interface KindRead {
  readonly part: BackupPart;
  readonly policies: readonly SeenPolicy[];
  /** Keys of policies that Microsoft no longer has. */
  readonly gone: readonly string[];
  /** Ids that they name, by the kind of what is named. */
  readonly names: ReadonlyMap<PolicyKind, readonly string[]>;
}

export function unreadableKind(kind: PolicyKind, reason: ReasonCode): KindRead {
  const part = { kind, status: statusOf(reason), reason, count: 0, gaps: [] };
  return { part, policies: [], gone: [], names: new Map() };
}

/** Keeps no more of a kind in memory than what the timeline needs: the payloads end with this call. */
export async function readKind(
  reader: KindReader,
  kind: PolicyKind,
  referenced: readonly string[],
): Promise<KindRead> {
  const { database, session, timeline } = reader;
  const known = await listKnownIds(database.db, timeline, kind);
  const reading = await session.readPolicies(kind, { known, referenced: [...new Set(referenced)] });
  if (reading.kind === 'unreadable') return unreadableKind(kind, reading.reason);
  const { versions, gaps } = toVersions(kind, reading);
  const ids = await store(reader, kind, versions);
  const policies = versions.map(({ policy }, index) => toSeen(kind, policy, ids[index] ?? 0));
  const status = gaps.length === 0 ? 'read' : 'partial';
  return {
    part: { kind, status, reason: null, count: policies.length, gaps },
    policies,
    gone: reading.gone.map((externalId) => policyKey({ kind, externalId })),
    names: namesIn(reading.policies),
  };
}

function namesIn(policies: readonly ReadPolicy[]): KindRead['names'] {
  const rows = policyKindNames.map((kind) => [kind, policyKindRow(kind).namedBy] as const);
  return new Map(
    rows
      .filter(([, fields]) => fields.length > 0)
      .map(([kind, fields]) => [kind, policies.flatMap((policy) => idsNamedBy(policy, fields))]),
  );
}

interface Versioned {
  readonly policy: ReadPolicy;
  readonly version: NewVersion;
}

function toVersions(kind: PolicyKind, reading: PolicyReading) {
  const versions: Versioned[] = [];
  const gaps: PolicyGap[] = [...reading.gaps];
  for (const policy of reading.policies) {
    const { externalId, name } = policy;
    const version = toVersion(kind, policy);
    if (version === null) gaps.push({ externalId, name, reason: 'backup.item_too_large' });
    else versions.push({ policy, version });
  }
  return { versions, gaps };
}

async function store(
  reader: KindReader,
  kind: PolicyKind,
  versions: readonly Versioned[],
): Promise<readonly number[]> {
  const { database, timeline, workspaceId } = reader;
  const place = { workspaceId, entraTenantId: timeline.entraTenantId, kind };
  const stored = await database.transaction((tx) =>
    storeVersions(
      tx,
      place,
      versions.map(({ version }) => version),
    ),
  );
  if (kind === 'settings_catalog' && stored.added > 0) await nameSettings(reader, versions);
  return stored.ids;
}

/** Microsoft is asked what its settings are called only where a backup has found one for the first time. */
async function nameSettings(
  { database, session, cloud }: KindReader,
  versions: readonly Versioned[],
): Promise<void> {
  const used = versions.map(({ policy, version }) => ({ policy, ids: settingsUsedBy(version.payload) }));
  const unnamed = await findUnnamedSettings(database.db, cloud, [...new Set(used.flatMap(({ ids }) => ids))]);
  for (const { policy, ids } of used) {
    if (!ids.some((id) => unnamed.has(id))) continue;
    const definitions = await session.readDefinitions(policy.externalId);
    await storeDefinitions(database.db, cloud, definitions);
    for (const { id } of definitions) unnamed.delete(id);
  }
}

function toSeen(kind: PolicyKind, policy: ReadPolicy, versionId: number): SeenPolicy {
  const { externalId, name, platform } = policy;
  const assignments = readAssignments(policy.assignments);
  return {
    kind,
    externalId,
    name,
    platform,
    versionId,
    assignments,
    assignmentsHash: hashAssignments(assignments),
  };
}
