import { toLine } from '../text.ts';

/** Why someone was sent back to the sign-in page; the page has a sentence for each. Public: never rename one. */
export type SignInProblem =
  /** Microsoft knows them, no one here has let them in. */
  | 'not_a_member'
  /** They pressed Cancel or refused consent. */
  | 'cancelled'
  /** Took too long, used twice, or started in another browser. */
  | 'expired'
  /** What came back could not be verified. */
  | 'failed'
  /** A token is not valid yet or no more, seen from this machine. */
  | 'clock'
  /** Microsoft cannot be reached. */
  | 'unavailable';

/** Longer than any address of ours; a longer one is no address of ours. */
const longestPath = 2_000;

/**
 * Where to go after sign-in: a path of this site, and `/` for everything else. The browser's own parser decides, because
 * only it knows that `/\evil.example`, `/<tab>/evil.example` and `/.//evil.example` lead elsewhere.
 */
export function toLocalPath(wanted: string | null | undefined): string {
  // Never asked for; a host that no one can own stands for ours.
  const here = 'http://here.invalid';
  if (wanted == null || wanted.length > longestPath || !wanted.startsWith('/')) return '/';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  return origin === here && isPage(pathname) ? pathname + search + hash : '/';
}

/** `/auth/…` acts instead of showing something: going there again would sign in forever. Judged as a router reads it. */
function isPage(pathname: string): boolean {
  const plain = decodeWhole(pathname);
  if (plain === null) return false;
  const { pathname: read } = new URL(`http://here.invalid/${plain.replaceAll('\\', '/').slice(1)}`);
  return ![pathname, plain, read].some((path) => path.startsWith('//') || /^\/auth(\/|$)/i.test(path));
}

/** null when a percent sign begins nothing. Ends, because every round makes the text shorter. */
function decodeWhole(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodeWhole(decoded);
  } catch {
    return null;
  }
}

/** A person as one Entra directory knows them. Ids are GUIDs in lower case. */
export interface EntraIdentity {
  readonly tenantId: string;
  /** Never reused and never changed by anyone: with the directory's id, the one name of a person. */
  readonly objectId: string;
  readonly displayName: string;
  /**
   * User principal name in lower case, for members of the directory; null for guests. An administrator of the directory
   * gives it, so within the directory it is as good as their word. A guest's is given by some other directory.
   */
  readonly userName: string | null;
}

type Claims = Readonly<Record<string, unknown>>;

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Claims of a token whose signature, issuer and audience hold. null when it is not of this directory or says of no one
 * who they are. `email` is not read: its owner's directory lets them write what they like into it.
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

/** `idp` names where a guest signed in, and is left out or the directory itself for its members; `acct` is optional. */
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
