import { ConfigProblem } from './config-reader.ts';

export interface ProxySettings {
  /** Like http://proxy.example:3128; may carry a user name and password. */
  readonly url: string;
  /** Hosts that are reached without it, as in NO_PROXY. */
  readonly except: string;
}

/** null: none is set, or NO_PROXY switches it off for every host. Throws ConfigProblem for what is no proxy's address. */
export function toProxySettings(url: string, except: string): ProxySettings | null {
  if (url === '' || except.split(',').some((host) => host.trim() === '*')) return null;
  if (!isProxyUrl(url)) {
    throw new ConfigProblem(
      'must be an address like http://proxy.example:3128 or http://user:password@proxy.example:3128, with \\ in the user name written as %5C.',
    );
  }
  return { url, except };
}

/** A backslash would end the host: http://DOMAIN\user:password@proxy asks a machine called domain. */
function isProxyUrl(text: string): boolean {
  if (text.includes('\\') || !URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && pathname === '/' && search === '';
}
