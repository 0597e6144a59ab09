import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settled } from './browser.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the page as it is now, dialogs included: empty when it is accessible and fits the window. */
export async function problemsOf(page: Page): Promise<string[]> {
  await settled(page);
  // A tooltip floats outside every landmark; what it says is the description of its button.
  const { violations } = await new AxeBuilder({ page })
    // Else every element that is as it should be is described, too, and that is sent through three processes.
    .options({ resultTypes: ['violations'] })
    // Our pages have no frames, and putting the results of frames together takes a second page.
    .setLegacyMode()
    .withTags(rules)
    .exclude('[role=tooltip]')
    .analyze();
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(overflow > 0 ? [`wider than the window by ${overflow} px`] : []),
  ];
}
