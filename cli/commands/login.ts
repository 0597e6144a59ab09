import { text } from 'node:stream/consumers';
import { query } from '../api.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { Problem } from '../problems.ts';
import { readLogins, writeLogins } from '../stored-logins.ts';
import { documents } from '../documents.ts';

/** Stores a token that the API knows, for its address, and makes that address the default. */
export async function login(context: Context): Promise<number> {
  const { options, url, pathOfLogins, terminal } = context;
  const token = (options.token ?? (await readToken(context))).trim();
  if (token === '') throw new Problem('Pass an API token on stdin.', exitCodes.usage);
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

async function readToken({ url, terminal }: Context): Promise<string> {
  if (process.stdin.isTTY)
    terminal.tell(
      `Create an API token at ${url}/account/api-tokens, paste it here, and press Enter and Ctrl-D.`,
    );
  return await text(process.stdin);
}
