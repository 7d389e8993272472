import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PAGE_KINDS } from './page-kinds';

/** WCAG 2.2 AA, and what axe's makers hold to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const { name, open } of PAGE_KINDS) {
      test(`${name} has no barrier that axe can find`, async ({ page }) => {
        await open(page);
        await expectNoBarrier(page);
      });
    }
  });
}

async function expectNoBarrier(page: Page): Promise<void> {
  // A page that a form leads to comes with its title a moment after its text.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
  expect(found).toEqual([]);
}
