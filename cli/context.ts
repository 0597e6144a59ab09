import type { Target } from './api.ts';
import type { Options } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { Problem } from './problems.ts';
import { readLogins } from './login/stored-logins.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets. */
export interface Context {
  readonly options: Options;
  readonly terminal: Terminal;
  readonly url: string;
  /** null: none was given. */
  readonly token: string | null;
  readonly pathOfLogins: string;
}

export interface Said {
  readonly TENANTATLAS_URL?: string | undefined;
  readonly TENANTATLAS_TOKEN?: string | undefined;
}

export async function findTarget(
  options: Options,
  environment: Said,
  pathOfLogins: string,
): Promise<Pick<Context, 'url' | 'token'>> {
  const stored = await readLogins(pathOfLogins);
  const url = options.url ?? environment.TENANTATLAS_URL ?? stored.last ?? 'http://127.0.0.1:4000';
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Problem('--url must be an address like https://tenantatlas.example.', exitCodes.usage);
  const { origin } = new URL(url);
  const token = options.token ?? environment.TENANTATLAS_TOKEN ?? stored.tokens[origin] ?? null;
  return { url: origin, token };
}

export function targetOf({ url, token }: Context): Target {
  if (token !== null) return { url, token };
  const sentence = `Log in with tenantatlas login, or pass an API token with TENANTATLAS_TOKEN or --token.`;
  throw new Problem(sentence, exitCodes.usage);
}
