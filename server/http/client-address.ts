import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Whose X-Forwarded-For is believed: no one's, as many proxies as the number says, or the addresses listed. */
export type TrustProxy = false | number | string;
export type IsTrusted = (address: string, hop: number) => boolean;

const names: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** A number is how many proxies are in front, counted from here. */
export function toTrust(trust: TrustProxy): IsTrusted {
  if (trust === false) return () => false;
  if (typeof trust === 'number') return (_address, hop) => hop < trust;
  const list = new BlockList();
  const entries = trust.split(',').map((entry) => entry.trim());
  for (const entry of entries.flatMap((name) => names[name] ?? [name])) add(list, entry);
  return (address) => list.check(plain(address), familyOf(plain(address)));
}

function add(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  if (isIP(address) === 0) return;
  if (bits === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(bits), familyOf(address));
}

/** Who sent the request: the first address, seen from here, that is not one of the proxies that are trusted. */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isTrusted: IsTrusted,
): string {
  const forwarded = headers['x-forwarded-for'];
  const list = (typeof forwarded === 'string' ? forwarded : '').split(',').map((entry) => entry.trim());
  const hops = [socket.remoteAddress ?? '', ...list.filter((entry) => entry !== '').reverse()];
  const own = hops.findIndex((address, hop) => isIP(plain(address)) === 0 || !isTrusted(address, hop));
  return hops.at(own) ?? '';
}

/** Whom a limit is for: an IPv6 address's network, because whoever has one has all the addresses in it. */
export function toNetwork(address: string): string {
  const own = plain(address);
  if (!isIPv6(own)) return own;
  // URL's parser writes every spelling of an address in the same way.
  const [head = '', tail = ''] = new URL(`http://[${own}]`).hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const after = tail.split(':').filter((group) => group !== '');
  const missing = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return `${[...groups, ...missing, ...after].slice(0, 4).join(':')}::/64`;
}

/** Some proxies write the client's port behind its address: every connection would be someone else. */
function plain(address: string): string {
  return address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
