import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../config/loopback.ts';

/**
 * A browser sends our cookies from any page, and says which in `Origin`. Programs send none. A page of ours is under the
 * public address, scheme included; on one's own machine also under its other names. `Host` is what the page wants it to
 * be (DNS rebinding), so it is not asked.
 */
export function isOwnOrigin(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  publicUrl: string,
): boolean {
  const { origin } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  const page = URL.canParse(origin) ? new URL(origin) : null;
  if (page?.protocol !== 'http:' || !isLoopback(new URL(publicUrl).hostname)) return false;
  // Another program on the same machine has another port.
  return isLoopback(page.hostname) && Number(page.port || 80) === socket.localPort;
}

/** Whether the request was sent to this machine's own name or to the public address, and to no name made up elsewhere. */
export function isOwnHost(
  { headers, url = '/' }: Pick<IncomingMessage, 'headers' | 'url'>,
  publicUrl: string,
): boolean {
  // A name and perhaps a port: URL's parser alone would find one of ours in `evil.example@localhost` and `localhost/evil`.
  const host = /^[^/?#@\\\s]+$/.test(headers.host ?? '') ? headers.host : '';
  // A request line with a whole address names the host itself, and `Host` says nothing then (RFC 9112, 3.2.2).
  const address = url.startsWith('/') ? `http://${host}` : url;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return isLoopback(hostname) || hostname === new URL(publicUrl).hostname;
}
