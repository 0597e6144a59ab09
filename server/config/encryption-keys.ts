import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EncryptionKey } from '../../db/connections/envelope.ts';
import type { Logger } from 'pino';
import type { UnusableKeys } from '../../flows/connections/find-unusable-keys.ts';
import { parseEncryptionKeys, type Config } from './config.ts';
import { StartupError } from './startup-error.ts';

/**
 * The keys to stored credentials: ENCRYPTION_KEYS, or on the embedded database one that is made at the first start and
 * kept beside the data, readable by its owner only. Whoever copies the data directory copies the key: fit for trying
 * the program out, not for other people's secrets. None is made where credentials are stored already: under a second key of
 * the same name, whatever is set from then on would be lost once the first one is restored.
 */
export async function loadEncryptionKeys(
  config: Pick<Config, 'encryptionKeys' | 'dataDir'>,
  hasCredentials: () => Promise<boolean>,
): Promise<readonly [EncryptionKey, ...EncryptionKey[]]> {
  if (config.encryptionKeys !== null) return config.encryptionKeys;
  const file = path.join(config.dataDir, 'encryption.key');
  const kept = await readFile(file, 'utf8').catch(ignoreMissing);
  if (kept === null && (await hasCredentials())) throw new StartupError(lostKeySentence(file));
  const text = kept ?? (await createKeyFile(file));
  try {
    const keys = parseEncryptionKeys(text.trim());
    if (keys !== null) return keys;
  } catch {
    // Falls through to the sentence: what exactly is wrong with the file does not help anyone.
  }
  throw new StartupError(
    `${file} does not hold an encryption key. Restore it from a backup, or set ENCRYPTION_KEYS.`,
  );
}

const lostKeySentence = (file: string) =>
  `${file} is missing, and the stored credentials are encrypted with the key in it. Restore it from a backup; or set ENCRYPTION_KEYS to a new key and enter every credential again.`;

async function createKeyFile(file: string): Promise<string> {
  const text = `embedded:${randomBytes(32).toString('base64')}\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return text;
}

function ignoreMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** The program still starts: only the connections under such a key cannot be used, and their checks say so. */
export function warnOfUnusableKeys({ missing, wrong }: UnusableKeys, log: Logger): void {
  if (missing.length > 0) {
    const names = missing.join(', ');
    log.error(
      { missing },
      `Credentials are encrypted with keys that are not in ENCRYPTION_KEYS: ${names}. Add them, or set those credentials again.`,
    );
  }
  if (wrong.length > 0) {
    const names = wrong.join(', ');
    log.error(
      { wrong },
      `ENCRYPTION_KEYS has a different key than the one credentials were encrypted with, under: ${names}. Restore the previous key under its name.`,
    );
  }
}
