import type { Db } from '../../db/engine/client.ts';
import type { Keyring } from '../../db/connections/envelope.ts';
import { listSealedSamples } from '../../db/connections/sealed-rows.ts';
import { resealCredential } from './open-credential.ts';

export interface UnusableKeys {
  /** Names of keys that encrypt credentials but are not configured. */
  readonly missing: readonly string[];
  /** Names of configured keys that are not the ones the credentials were encrypted with. */
  readonly wrong: readonly string[];
}

/** Opens one credential per key, so the cost does not grow with their number. */
export async function findUnusableKeys(db: Db, keyring: Keyring): Promise<UnusableKeys> {
  const missing = new Set<string>();
  const wrong = new Set<string>();
  for (const sample of await listSealedSamples(db)) {
    const { kind } = resealCredential(keyring, sample.place, sample);
    if (kind === 'unknown_key') missing.add(sample.keyId);
    if (kind === 'damaged') wrong.add(sample.keyId);
  }
  return { missing: [...missing].sort(), wrong: [...wrong].sort() };
}
