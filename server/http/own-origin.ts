import type { IncomingMessage } from 'node:http';

/**
 * A browser sends our cookies from any page, and says which in `Origin`. Programs send none. A page of ours may be under
 * the public address or under the one it was asked at.
 */
export function isOwnOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
