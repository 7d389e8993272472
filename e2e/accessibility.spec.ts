import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PAGE_KINDS } from './page-kinds';

/** WCAG 2.2 AA, and what axe's makers hold to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const { name, open } of PAGE_KINDS) {
  test(`axe finds no barrier on ${name}, in light and on a desk in dark colours too`, async ({
    page,
  }, { project }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page);
    // A page that a form leads to comes with its title a moment after its text.
    await expect(page).toHaveTitle(/\S/);
    expect(await barriers(page, (axe) => axe.withTags(TAGS))).toEqual([]);

    // The colours are the same on both screens.
    if (project.name === 'phone') return;
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page, (axe) => axe.withRules(['color-contrast']))).toEqual([]);
  });
}

async function barriers(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
