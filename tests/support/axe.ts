import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the page as it is now, dialogs included: empty when it is accessible and fits the window. */
export async function problemsOf(page: Page): Promise<string[]> {
  // A tooltip floats outside every landmark; what it says is the description of its button.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(process.env.LEG === '1').withTags(rules).exclude('[role=tooltip]').analyze();
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(overflow > 0 ? [`wider than the window by ${overflow} px`] : []),
  ];
}
