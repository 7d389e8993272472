import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

// The tables of an annual report in the admin, as journeys find their way in them.

export const editorOf = (page: Page): Locator =>
  page.getByRole('region', { name: '统计表', exact: true });
export const cellBar = (page: Page): Locator => page.getByRole('region', { name: '当前格' });
export const findingsOf = (page: Page): Locator =>
  page.getByRole('region', { name: '勾稽关系核对' });
export const cell = (page: Page, name: string): Locator =>
  editorOf(page).getByRole('textbox', { name, exact: true });

export const RECEIVED = '一、本年新收政府信息公开申请数量，自然人';

export const autosaved = (page: Page) =>
  page.waitForResponse((response) => response.url().includes('autosave=true') && response.ok());

export async function barriers(page: Page, selector: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(selector);
  const chosen = rules
    ? axe.withRules(rules)
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
