import type { Capability } from '../access/access.ts';
import { toLine } from '../text.ts';

/** What a command line asks for in the browser, with its own listener on the person's machine. */
export interface CliLoginRequest {
  /** Of its listener at 127.0.0.1. */
  readonly port: number;
  /** Comes back unchanged: an answer without it is none of its own. */
  readonly state: string;
  /** SHA-256 of what it will show when it fetches the token. */
  readonly challenge: Buffer;
  /** Its own words for itself; the token will be called so. */
  readonly name: string;
}

/** What the commands of `tenantatlas` need. */
export const cliCapabilities = [
  'view',
  'provider.view',
  'provider.run',
] as const satisfies readonly Capability[];

/** As long as a token's name may be. */
const longestName = 100;
/** Ports below are the system's. */
const lowestPort = 1024;
const highestPort = 65_535;

/** null: no command line of ours has written this. */
export function readCliLogin(query: Readonly<Record<string, unknown>>): CliLoginRequest | null {
  const port = /^\d{4,5}$/.test(text(query, 'port')) ? Number(text(query, 'port')) : 0;
  const state = text(query, 'state');
  const challenge = text(query, 'challenge');
  const name = toLine(text(query, 'name'));
  const isAsking =
    port >= lowestPort &&
    port <= highestPort &&
    /^[\w-]{22,128}$/.test(state) &&
    /^[\w-]{43}$/.test(challenge) &&
    name !== '' &&
    name.length <= longestName;
  return isAsking ? { port, state, challenge: Buffer.from(challenge, 'base64url'), name } : null;
}

function text(query: Readonly<Record<string, unknown>>, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}
