import { homeDirectory } from '../../sandbox/people/sign-in-people.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import type { EntraConfig } from '../../server/config/entra-config.ts';
import type { Config } from '../../server/config/config.ts';
import { createBrowser, type Browser } from './redirecting-client.ts';
import { startTestApp, type TestApp } from './test-app.ts';

/** The program with sign-in by a sandbox Entra of its own, both over real HTTP. */
export interface EntraApp extends AsyncDisposable {
  readonly app: TestApp;
  readonly entra: Sandbox;
  openBrowser(): Browser;
  /** Clicks through the account list as the account; ends where the browser ends. */
  signIn(browser: Browser, account: string, returnTo?: string): Promise<URL>;
  /** The address at which Microsoft sends the browser back, not yet visited. */
  reachCallback(browser: Browser, account: string, returnTo?: string): Promise<URL>;
  /** What a script would get from Entra. */
  userToken(request: { account: string; use?: string; forgery?: string }): Promise<string>;
}

export async function startEntraApp(
  overrides: Partial<Config> = {},
  entraOverrides: Partial<EntraConfig> = {},
): Promise<EntraApp> {
  await using stack = new AsyncDisposableStack();
  const entra = stack.use(await createSandbox({ port: 0 }));
  const { tenantId, clientId, clientSecret } = homeDirectory;
  const app = stack.use(
    await startTestApp({
      entra: {
        tenantId,
        clientId,
        clientSecret,
        authority: entra.origin,
        bootstrapOwner: null,
        ...entraOverrides,
      },
      ...overrides,
    }),
  );
  const { publicUrl } = app.config;

  async function reachCallback(browser: Browser, account: string, returnTo?: string): Promise<URL> {
    const query = returnTo === undefined ? '' : `?return=${encodeURIComponent(returnTo)}`;
    const begun = await browser.get(`/auth/entra${query}`);
    const authorize = new URL(begun.headers.get('location') ?? '');
    authorize.searchParams.set('sandbox_account', account);
    const back = await browser.get(authorize.href);
    return new URL(back.headers.get('location') ?? '');
  }

  const running = stack.move();
  return {
    app,
    entra,
    reachCallback,
    openBrowser: () => createBrowser({ publicUrl, url: app.url }),
    async signIn(browser, account, returnTo) {
      const callback = await reachCallback(browser, account, returnTo);
      const { address, response } = await browser.follow(callback.href);
      await response.body?.cancel();
      return new URL(address);
    },
    async userToken(request) {
      const response = await fetch(`${entra.origin}/_control/user-tokens`, {
        method: 'POST',
        body: JSON.stringify(request),
      });
      const { token } = (await response.json()) as { token: string };
      return token;
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
