import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { demoPeople } from '../../db/seed/world.ts';
import { signIn } from './api-client.ts';

/** A connection to the run's one Chromium; each person gets a context of their own, as if on another machine. */
export interface TestBrowser extends AsyncDisposable {
  /** With a session from the API: what the sign-in page does is the matter of its own tests. */
  signIn(url: string, displayName: string, options?: PersonOptions): Promise<Page>;
  /** Someone who has not signed in yet. */
  newPage(options?: PersonOptions): Promise<Page>;
}

/** Of a window on a desk (CSS pixels); the height of every window. */
const desktop = 1280;
const height = 800;

export interface PersonOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  /** Where to land after signing in; the workspace without it. */
  readonly path?: string;
}

export async function startTestBrowser(): Promise<TestBrowser> {
  const browser = await chromium.connect(inject('chromium'));
  const contexts: BrowserContext[] = [];
  const newPage: TestBrowser['newPage'] = async ({ colorScheme = 'light', width = desktop } = {}) => {
    const context = await browser.newContext({
      colorScheme,
      // An icon that turns is painted sixty times a second, in software: it took half of a core for each page.
      reducedMotion: 'reduce',
      viewport: { width, height },
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
      const [name = '', value = ''] = (await sessionOf(url, displayName)).split('=');
      await page.context().addCookies([{ name, value, url }]);
      await page.goto(`${url}${options.path ?? '/'}`);
      return page;
    },
    async [Symbol.asyncDispose]() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

async function sessionOf(url: string, displayName: string): Promise<string> {
  const person = demoPeople.find((one) => one.displayName === displayName);
  if (person === undefined) throw new Error(`There is no demo person ${displayName}.`);
  await using client = await signIn(url, person.email);
  return client.headers['cookie'] ?? '';
}

/** Taken by npm run screenshots only: some 300 pictures cost a test run a minute and a half. */
const isTakingScreenshots = process.env.SCREENSHOTS !== undefined;
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

/** The documents' pictures are made by the tests, so they show the product as it is. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (!isTakingScreenshots) return;
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}

/**
 * Until the page stands still: two frames for what was asked for to begin, such as another theme or a dialog, and then the
 * end of every transition, or else one sees half of each. A transition that stands still, as in rows that are not rendered,
 * is not waited for: none of ours takes half a second. Neither is one that follows the scrolling and not the time.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(standsStill);
}

const standsStill = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.race([new Promise((done) => setTimeout(done, 2_000)), Promise.allSettled(document.getAnimations()
    .filter(({ timeline, effect }) => timeline === document.timeline && effect.getComputedTiming().endTime !== Infinity)
    .filter(({ effect }) => effect.target.checkVisibility({ contentVisibilityAuto: true }))
    .map(({ finished }) => finished))]).then(() => undefined))`;

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** Shows the open page in another window or by another light, as a person turns a phone or the sun goes down. */
export async function showAs(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  await settled(page);
}

/** The narrowest window that WCAG's reflow criterion speaks of, in CSS pixels. */
export const narrow = 320;

/** A page in a state that lasts: in the light theme, in the dark one, and in the narrowest window. */
export async function takeScreenshots(page: Page, name: string): Promise<void> {
  if (!isTakingScreenshots) return;
  const { width } = page.viewportSize() ?? { width: desktop };
  await takeScreenshot(page, name);
  await showAs(page, { colorScheme: 'dark', width });
  await takeScreenshot(page, `${name}-dark`);
  await showAs(page, { colorScheme: 'light', width: narrow });
  await takeScreenshot(page, `${name}-320`);
  await showAs(page, { colorScheme: 'light', width });
}
