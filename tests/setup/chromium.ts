import type { TestProject } from 'vitest/node';
import { launchChromium } from './launch-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's one Chromium is reached. */
    chromium: string;
  }
}

/** One Chromium for all browser tests of a run, of whichever project: starting one takes longer than many a test. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if ('chromium' in root.getProvidedContext()) return undefined;
  const server = await launchChromium();
  root.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
