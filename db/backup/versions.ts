import { and, eq } from 'drizzle-orm';
import { formVersion, type NewVersion } from '../../core/backup/version.ts';
import { toStorable } from '../../core/backup/storable.ts';
import type { PolicyKind } from '../../core/backup/policy-kinds.ts';
import type { SettingDefinition } from '../../core/backup/settings.ts';
import type { Db, Tx } from '../engine/client.ts';
import { isOneOf } from '../engine/is-one-of.ts';
import { policyVersions, settingDefinitions } from '../tables/backup.ts';

export interface VersionPlace {
  readonly workspaceId: number;
  /** A version with a secret in it is this directory's alone. */
  readonly entraTenantId: string;
  readonly kind: PolicyKind;
}

export interface StoredVersions {
  /** Row ids in the order of the versions asked for. */
  readonly ids: readonly number[];
  /** How many of them were not known before. */
  readonly added: number;
}

/** Rows of one insert: 8 parameters each, of the 65,535 that the protocol allows. */
const rowsAtOnce = 500;

/**
 * Stores what is not known yet. Versions are found by what they say, so one that a lost attempt has stored is the same one:
 * safe to repeat, and safe beside another backup of the workspace.
 */
export async function storeVersions(
  tx: Tx,
  place: VersionPlace,
  versions: readonly NewVersion[],
): Promise<StoredVersions> {
  const known = await findVersions(tx, place, versions);
  const fresh = new Map(
    versions.flatMap((version) => {
      const key = keyOf(place, version);
      return known.has(key) ? [] : [[key, version] as const];
    }),
  );
  const rows = [...fresh.values()].map((version) => toRow(place, version));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tx
      .insert(policyVersions)
      .values(rows.slice(start, start + rowsAtOnce))
      .onConflictDoNothing();
  }
  const all = rows.length === 0 ? known : await findVersions(tx, place, versions);
  return { ids: versions.map((version) => getId(all, keyOf(place, version))), added: rows.length };
}

async function findVersions(
  tx: Tx,
  { workspaceId, entraTenantId, kind }: VersionPlace,
  versions: readonly NewVersion[],
): Promise<ReadonlyMap<string, number>> {
  const hashes = [...new Set(versions.map(({ contentHash }) => contentHash))];
  if (hashes.length === 0) return new Map();
  const rows = await tx
    .select({ id: policyVersions.id, directory: policyVersions.directory, hash: policyVersions.contentHash })
    .from(policyVersions)
    .where(
      and(
        eq(policyVersions.workspaceId, workspaceId),
        isOneOf(policyVersions.directory, ['', entraTenantId]),
        eq(policyVersions.kind, kind),
        eq(policyVersions.normaliserVersion, formVersion),
        isOneOf(policyVersions.contentHash, hashes),
      ),
    );
  return new Map(rows.map(({ id, directory, hash }) => [`${directory} ${hash}`, id]));
}

function directoryOf({ entraTenantId }: VersionPlace, { secretState }: NewVersion): string {
  return secretState === 'none' ? '' : entraTenantId;
}

function keyOf(place: VersionPlace, version: NewVersion): string {
  return `${directoryOf(place, version)} ${version.contentHash}`;
}

function toRow(place: VersionPlace, version: NewVersion): typeof policyVersions.$inferInsert {
  const { workspaceId, kind } = place;
  return {
    workspaceId,
    directory: directoryOf(place, version),
    kind,
    normaliserVersion: formVersion,
    ...version,
    payload: toStorable(version.payload),
  };
}

function getId(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`version ${key} is not there after it was stored`);
  return id;
}

/** Of these, the settings of which no one has asked Microsoft yet what it calls them. */
export async function findUnnamedSettings(
  db: Db,
  cloud: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: settingDefinitions.id })
    .from(settingDefinitions)
    .where(and(eq(settingDefinitions.cloud, cloud), isOneOf(settingDefinitions.id, ids)));
  const known = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !known.has(id)));
}

export async function storeDefinitions(
  db: Db,
  cloud: string,
  definitions: readonly SettingDefinition[],
): Promise<void> {
  const unique = [...new Map(definitions.map((one) => [one.id, one])).values()];
  if (unique.length === 0) return;
  await db
    .insert(settingDefinitions)
    .values(unique.map((definition) => ({ cloud, ...definition })))
    .onConflictDoNothing();
}
