import { text } from 'node:stream/consumers';
import { query } from '../api.ts';
import { loginInBrowser } from '../login/browser-login.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { Problem } from '../problems.ts';
import { readLogins, writeLogins } from '../login/stored-logins.ts';
import { documents } from '../documents.ts';

/** Stores a token that the API knows, for its address, and makes that address the default. It comes from the browser, or from stdin. */
export async function login(context: Context): Promise<number> {
  const { options, url, pathOfLogins, terminal } = context;
  const token = (options.token ?? (await findToken(context))).trim();
  if (token === '') throw new Problem('Pass an API token on stdin, or use --web.', exitCodes.usage);
  const { viewer } = await query<{ viewer: { user: { displayName: string } } }>(
    { url, token },
    documents.whoAmI,
    {},
  );
  const stored = await readLogins(pathOfLogins);
  await writeLogins(pathOfLogins, { last: url, tokens: { ...stored.tokens, [url]: token } });
  terminal.tell(`Logged in at ${url} as ${viewer.user.displayName}.`);
  return 0;
}

/** Forgets the token of this address; revoke it in the viewer if others may have seen it. */
export async function logout({ url, pathOfLogins, terminal }: Context): Promise<number> {
  const stored = await readLogins(pathOfLogins);
  const tokens = Object.fromEntries(Object.entries(stored.tokens).filter(([origin]) => origin !== url));
  await writeLogins(pathOfLogins, { last: stored.last === url ? null : stored.last, tokens });
  terminal.tell(`Logged out at ${url}.`);
  return 0;
}

/** Someone at a terminal has a browser; a program has put the token on stdin. */
async function findToken({ options, url, terminal }: Context): Promise<string> {
  if (!options.web && !process.stdin.isTTY) return await text(process.stdin);
  const signal = AbortSignal.timeout(options.timeoutSeconds * 1_000);
  return await loginInBrowser({ url, signal, tell: terminal.tell });
}
