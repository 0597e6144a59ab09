import { hashOf, toCanonicalForm } from './canonical-form.ts';
import { policyKindRow, type PolicyKind } from './policy-kinds.ts';
import type { ReadPolicy } from './reading.ts';
import { cutSecrets, type SecretState } from './secret-marks.ts';
import { isStorableId, isTooDeep } from './storable.ts';

/** Stored with every version: another number means that the same policy may have another hash. */
export const formVersion = 1;

/** What a policy says, as it is stored: without its secrets, its assignments and its place in time. */
export interface NewVersion {
  readonly contentHash: string;
  readonly payload: unknown;
  readonly secretState: SecretState;
  readonly sizeBytes: number;
}

/** What one policy may weigh, as Microsoft sends it and as it is stored; the largest seen has a quarter of a megabyte. */
export const policyMaxBytes = 8 * 1024 * 1024;

/** null: it is larger, or deeper, than a backup can hold. */
export function toVersion(kind: PolicyKind, { payload: read }: ReadPolicy): NewVersion | null {
  if (isTooDeep(read)) return null;
  const { form, assignments, secrets } = policyKindRow(kind);
  const { payload, secretState } = cutSecrets(
    assignments === null ? read : without(read, assignments),
    secrets,
  );
  const sizeBytes = Buffer.byteLength(JSON.stringify(payload));
  if (sizeBytes > policyMaxBytes) return null;
  return { contentHash: hashOf(toCanonicalForm(form, payload)), payload, secretState, sizeBytes };
}

function without(payload: unknown, name: string): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids that a policy names in properties of these names, in its content or as those who get it. */
export function idsNamedBy(policy: unknown, fields: readonly string[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown, isNamed: boolean): void => {
    if (typeof value === 'string') {
      if (isNamed && guid.test(value)) found.add(value.toLowerCase());
    } else if (Array.isArray(value)) value.forEach((one) => look(one, isNamed));
    else if (typeof value === 'object' && value !== null)
      for (const [name, of] of Object.entries(value)) look(of, fields.includes(name));
  };
  look(policy, false);
  return [...found];
}

/** Ids of the settings that a policy of the catalog uses, at any depth. */
export function settingsUsedBy(payload: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null)
      for (const [name, of] of Object.entries(value))
        if (name !== 'settingDefinitionId' || typeof of !== 'string') look(of);
        else if (isStorableId(of)) found.add(of);
  };
  look(payload);
  return [...found];
}
