import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PAGE_KINDS } from './page-kinds';
import { sidewaysScroll } from './screen';

/** WCAG 2.2 AA, and what axe's makers hold to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The colours are the same on both screens, so each of the two sets is looked at on one of them.
for (const { name, open } of PAGE_KINDS) {
  test(`${name} has no barrier that axe finds, and is not wider than the screen`, async ({ page }, {
    project,
  }) => {
    await page.emulateMedia({ colorScheme: project.name === 'phone' ? 'dark' : 'light' });
    await open(page);
    // A page that a form leads to comes with its title a moment after its text.
    await expect(page).toHaveTitle(/\S/);
    expect(await sidewaysScroll(page)).toBe(0);
    await unstick(page);
    expect(await barriers(page)).toEqual([]);
  });
}

/** A bar that stays in reach covers what lies below it until one scrolls, and axe does not scroll. */
const unstick = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
    }
  });

async function barriers(page: Page): Promise<string[]> {
  // The pages hold no frames of others: axe need not open a page of its own to put results together.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
