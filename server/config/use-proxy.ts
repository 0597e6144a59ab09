import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import type { ProxySettings } from './proxy.ts';

/** The sandbox and what else is on this machine: a proxy could not reach it, and must not learn of it. */
const alwaysDirect = ['127.0.0.1', 'localhost', '::1', '[::1]'];

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
