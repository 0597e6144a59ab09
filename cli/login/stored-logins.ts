import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../problems.ts';

/** What `login` has stored: a token for each address, and which was the last. */
export interface StoredLogins {
  readonly last: string | null;
  readonly tokens: Readonly<Record<string, string>>;
}

export interface Home {
  readonly XDG_CONFIG_HOME?: string | undefined;
  readonly APPDATA?: string | undefined;
  readonly HOME?: string | undefined;
  readonly USERPROFILE?: string | undefined;
}

export function pathOfLogins({ XDG_CONFIG_HOME, APPDATA, HOME, USERPROFILE }: Home): string {
  const folder = XDG_CONFIG_HOME ?? APPDATA ?? join(HOME ?? USERPROFILE ?? '.', '.config');
  return join(folder, 'tenantatlas', 'logins.json');
}

const none: StoredLogins = { last: null, tokens: {} };

export async function readLogins(path: string): Promise<StoredLogins> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return none;
  try {
    return { ...none, ...(JSON.parse(text) as Partial<StoredLogins>) };
  } catch (error) {
    throw new Problem(`${path} cannot be read. Delete it and log in again.`, undefined, { cause: error });
  }
}

/** Readable by its owner alone, also where the file was there before. */
export async function writeLogins(path: string, logins: StoredLogins): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}
