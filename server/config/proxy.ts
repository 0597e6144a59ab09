import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { ConfigProblem } from './config-reader.ts';

export interface ProxySettings {
  /** Like http://proxy.example:3128; may carry a user name and password. */
  readonly url: string;
  /** Hosts that are reached without it, as in NO_PROXY. */
  readonly except: string;
}

/** The sandbox and what else is on this machine: a proxy could not reach it, and must not learn of it. */
const alwaysDirect = ['127.0.0.1', 'localhost', '::1', '[::1]'];

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

/**
 * Sends every request that `fetch` makes from now on through the proxy. Dispose to undo.
 *
 * With undici's own fetch and agent: Node 24's fetch tries anew, as fast as it can, when a proxy closes the connection instead
 * of answering CONNECT (nodejs/undici 3897; 60,314 attempts in 31 s), and its dispatcher cannot be exchanged for a mended one.
 */
export function useProxy({ url, except }: ProxySettings): Disposable {
  const direct = [...except.split(',').map((host) => host.trim()), ...alwaysDirect].filter((host) => host);
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: url, httpsProxy: url, noProxy: direct.join(',') });
  const before = globalThis.fetch;
  type Parameters = [input: string | URL, init?: object];
  const throughProxy = (...[input, init]: Parameters) => undiciFetch(input, { ...init, dispatcher });
  globalThis.fetch = throughProxy as unknown as typeof fetch;
  return {
    [Symbol.dispose]() {
      globalThis.fetch = before;
      // What is still being read through it is of no use to anyone by now.
      dispatcher.destroy().catch(() => undefined);
    },
  };
}
