import http from 'node:http';

export interface ProxySettings {
  /** Like http://proxy.example:3128; may carry a user name and password. */
  readonly url: string;
  /** Hosts that are reached without it, as in NO_PROXY. */
  readonly except: string;
}

/** The sandbox and what else is on this machine: a proxy could not reach it, and must not learn of it. */
const alwaysDirect = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/** Sends every request that Node's own fetch makes from now on through the proxy. Dispose to undo. */
export function useProxy({ url, except }: ProxySettings): Disposable {
  const direct = [...except.split(',').map((host) => host.trim()), ...alwaysDirect].filter((host) => host);
  const restore = http.setGlobalProxyFromEnv({
    https_proxy: url,
    http_proxy: url,
    no_proxy: direct.join(','),
  });
  return { [Symbol.dispose]: restore };
}
