import { expect, type Locator, type Page } from '@playwright/test';

/** Chooses in one of the admin's selects: a combobox that the admin ties to its label only by place. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page
    .locator('.field-type:is(.select, .relationship)')
    .filter({ has: page.locator('label', { hasText: new RegExp(`^${label}\\W*$`) }) });
  await field.getByRole('combobox').fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Saves the open record and waits until the admin says so. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('更新成功')).toBeVisible();
}

/** The writing area of a rich text; the admin gives it no name of its own, so it is found by its label. */
export const richText = (page: Page, label: string): Locator =>
  page.locator('.rich-text-lexical').filter({ hasText: label }).getByRole('textbox').first();

/** The day in a date field, which the admin gives no name either. */
export const dayIn = (page: Page, field: string): Locator =>
  page.locator(`#field-${field}`).getByRole('textbox');
