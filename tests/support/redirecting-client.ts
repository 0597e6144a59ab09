/** What a browser does between sites: follows redirects, keeps cookies by site and path. No scripts, no pages. */
export interface Browser {
  /** One request, without following. */
  get(address: string): Promise<Response>;
  /** Follows redirects until an answer is none; the address of that answer as people see it. */
  follow(address: string): Promise<{ readonly address: string; readonly response: Response }>;
  cookie(name: string): string | null;
  setCookie(name: string, value: string): void;
  /** Of the application, for calling its API. */
  readonly headers: { readonly cookie: string };
}

/** A redirect loop is not waited for. */
const maxRedirects = 10;

/**
 * `publicUrl` is how people reach the application, `url` where it listens: the tests stand where a TLS proxy would.
 * Cookies are kept for the application only; the sandbox has none.
 */
export function createBrowser({ publicUrl, url }: { publicUrl: string; url: string }): Browser {
  const jar = new Map<string, { readonly value: string; readonly path: string }>();

  const cookiesFor = (path: string) =>
    [...jar]
      .filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split(/; */);
    const [name = '', value = ''] = pair.split('=', 2);
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const expires = attribute('expires');
    if (expires !== undefined && new Date(expires) <= new Date()) jar.delete(name);
    else jar.set(name, { value, path: attribute('path') ?? '/' });
  }

  async function get(address: string): Promise<Response> {
    const { origin, pathname, search } = new URL(address, publicUrl);
    if (origin !== publicUrl) return await fetch(address, { redirect: 'manual' });
    const response = await fetch(url + pathname + search, {
      redirect: 'manual',
      headers: { cookie: cookiesFor(pathname), accept: 'text/html' },
    });
    response.headers.getSetCookie().forEach(keep);
    return response;
  }

  return {
    get,
    async follow(start) {
      let address = new URL(start, publicUrl).href;
      for (let hops = 0; hops < maxRedirects; hops += 1) {
        const response = await get(address);
        const location = response.headers.get('location');
        if (location === null) return { address, response };
        await response.body?.cancel();
        address = new URL(location, address).href;
      }
      throw new Error(`${start} redirects forever`);
    },
    cookie: (name) => jar.get(name)?.value ?? null,
    setCookie: (name, value) => void jar.set(name, { value, path: '/' }),
    get headers() {
      return { cookie: cookiesFor('/') };
    },
  };
}
