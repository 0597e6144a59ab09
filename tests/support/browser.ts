import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';

/** One Chromium for a test file; each person gets a context of their own, as if on another machine. */
export interface TestBrowser extends AsyncDisposable {
  signIn(url: string, displayName: string, options?: PersonOptions): Promise<Page>;
  /** Somebody who has not signed in yet. */
  newPage(options?: PersonOptions): Promise<Page>;
}

export interface PersonOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  /** Where to land after signing in; the workspace without it. */
  readonly path?: string;
}

export async function startTestBrowser(): Promise<TestBrowser> {
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const newPage: TestBrowser['newPage'] = async ({ colorScheme = 'light', width = 1280 } = {}) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 800 },
      locale: 'en-GB',
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };
  return {
    newPage,
    async signIn(url, displayName, options = {}) {
      const page = await newPage(options);
      await page.goto(`${url}/sign-in?return=${encodeURIComponent(options.path ?? '/')}`);
      await page.getByText(displayName, { exact: true }).click();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
      return page;
    },
    async [Symbol.asyncDispose]() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

/** docs/screenshots when asked for (npm run screenshots); else aside, so that a test run leaves the repository as it was. */
const folder = fileURLToPath(
  new URL(
    process.env.SCREENSHOTS === undefined
      ? '../../node_modules/.cache/screenshots/'
      : '../../docs/screenshots/',
    import.meta.url,
  ),
);

/** The documents' pictures are made by the tests, so they show the product as it is. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}

/** Two frames for the other theme to be put on, and then the end of every transition it began: else a picture shows half of each. */
const settled = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)).then(() => undefined))`;

/** A page in a state that lasts: in the light theme, in the dark one, and in the narrowest window WCAG speaks of (320 px). */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await takeScreenshot(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(settled);
  await takeScreenshot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 800 });
  await takeScreenshot(page, `${name}-320`);
  if (before !== null) await page.setViewportSize(before);
}
