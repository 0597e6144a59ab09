import type { TestProject } from 'vitest/node';
import { launchChromium } from './launch-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's one Chromium is reached. */
    chromium: string;
  }
}

/** One Chromium for all browser tests of a run: starting one takes longer than many a test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchChromium();
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
