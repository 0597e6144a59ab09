import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';

/** One Chromium for a test file; each person gets a context of their own, as if on another machine. */
export interface TestBrowser extends AsyncDisposable {
  signIn(url: string, displayName: string, options?: PersonOptions): Promise<Page>;
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
  return {
    async signIn(url, displayName, { colorScheme = 'light', width = 1280, path: landing = '/' } = {}) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        locale: 'en-GB',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(`${url}/sign-in?return=${encodeURIComponent(landing)}`);
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

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

/** The README's pictures are made by the tests, so they show the product as it is. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
