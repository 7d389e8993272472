import type { Locator, Page } from '@playwright/test';

/** Chooses in one of the admin's selects: a combobox that the admin ties to its label only by place. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page
    .locator('.field-type:is(.select, .relationship)')
    .filter({ has: page.locator('label', { hasText: new RegExp(`^${label}\\W*$`) }) });
  await field.getByRole('combobox').fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The writing area of a rich text; the admin gives it no name of its own, so it is found by its label. */
export const richText = (page: Page, label: string): Locator =>
  page.locator('.rich-text-lexical').filter({ hasText: label }).getByRole('textbox').first();
