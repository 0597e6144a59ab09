import { toLine } from '../text.ts';

/** Why someone was sent back to the sign-in page, which has a sentence for each. Public: never rename one. */
export type SignInProblem =
  /** Microsoft knows them, but no one has added them here. */
  | 'not_a_member'
  /** They pressed Cancel or refused consent. */
  | 'cancelled'
  /** Took too long, was used twice, or started in another browser. */
  | 'expired'
  /** The response could not be verified. */
  | 'failed'
  /** By this machine's clock, a token is not valid yet or no longer valid. */
  | 'clock'
  /** Microsoft cannot be reached. */
  | 'unavailable';

/** Longer than any of our paths, so anything longer is not one. */
const longestPath = 2_000;

/**
 * Where to go after sign-in: a path of this site, and `/` for anything else. The browser's own parser decides,
 * because only it knows that `/\evil.example`, `/<tab>/evil.example` and `/.//evil.example` lead elsewhere.
 */
export function toLocalPath(wanted: string | null | undefined): string {
  // Never requested: a host that no one can own stands in for ours.
  const here = 'http://here.invalid';
  if (wanted == null || wanted.length > longestPath || !wanted.startsWith('/')) return '/';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  return origin === here && isPage(pathname) ? pathname + search + hash : '/';
}

/**
 * `/auth/…` acts instead of showing a page: returning there would sign in forever. Compared the way a router reads
 * it.
 */
function isPage(pathname: string): boolean {
  const plain = decodeWhole(pathname);
  if (plain === null) return false;
  const { pathname: read } = new URL(`http://here.invalid/${plain.replaceAll('\\', '/').slice(1)}`);
  return ![pathname, plain, read].some((path) => path.startsWith('//') || /^\/auth(\/|$)/i.test(path));
}

/** null for a percent sign that encodes nothing. Terminates, because every round shortens the text. */
function decodeWhole(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodeWhole(decoded);
  } catch {
    return null;
  }
}

/** A person as one Entra directory knows them. IDs are lower-case GUIDs. */
export interface EntraIdentity {
  readonly tenantId: string;
  /** Never reused and never changed: together with the directory's ID, the only identity of a person. */
  readonly objectId: string;
  readonly displayName: string;
  /**
   * Lower-case user principal name, for members of the directory; null for guests. An administrator of the directory
   * assigns it, so it can be trusted within the directory. A guest's is assigned by another directory.
   */
  readonly userName: string | null;
}

type Claims = Readonly<Record<string, unknown>>;

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Claims of a token whose signature, issuer and audience are valid. null if the token is from another directory or
 * does not say who it is about. `email` is not read: its owner can set it to anything.
 */
export function readEntraIdentity(claims: Claims, tenantId: string): EntraIdentity | null {
  const objectId = text(claims['oid'])?.toLowerCase();
  if (text(claims['tid'])?.toLowerCase() !== tenantId) return null;
  if (objectId === undefined || !guidPattern.test(objectId)) return null;
  const name = text(claims['preferred_username'])?.toLowerCase();
  const isUserName = name !== undefined && /^[^@\s]{1,64}@[^@\s]{1,255}$/.test(name);
  return {
    tenantId,
    objectId,
    displayName: text(claims['name']) ?? name ?? 'Someone',
    userName: isUserName && isMember(claims, tenantId) ? name : null,
  };
}

/** `idp` names where a guest signed in; for members it is absent or the directory itself. `acct` is optional. */
function isMember(claims: Claims, tenantId: string): boolean {
  const { idp, acct } = claims;
  const isGuest = acct !== undefined && Number(acct) !== 0;
  const isHome =
    idp === undefined || (typeof idp === 'string' && idp.toLowerCase().split('/').includes(tenantId));
  return isHome && !isGuest;
}

function text(value: unknown): string | undefined {
  const line = typeof value === 'string' ? toLine(value) : '';
  return line === '' ? undefined : line;
}
