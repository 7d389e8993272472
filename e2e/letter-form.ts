import { expect, type Page } from '@playwright/test';

/** A letter, up to the page on which it is read once more. */
export async function fillLetter(page: Page, title: string): Promise<void> {
  await page.goto('/letters/new');
  await page.getByLabel('咨询', { exact: true }).check();
  await page.getByLabel('标题').fill(title);
  await page.getByLabel('内容', { exact: true }).fill('晚上从学校回家的路上很黑，请修一下。');
  await page.getByLabel('怎么称呼你？').fill('示例·周某');
  await page.getByLabel('联系电话').fill('0795-0000123');
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
}

export const goOn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '继续', exact: true }).click();

export const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '提交', exact: true }).click();

/** The two keys of a receipt, as they stand on the page. */
export async function readLetterReceipt(
  page: Page,
  title = '信已寄出',
): Promise<{ number: string; code: string }> {
  // The sum of the challenge may take its time on a busy machine.
  await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 30_000 });
  const [number = '', code = ''] = await page
    .getByRole('main')
    .getByRole('definition')
    .allInnerTexts();
  expect(number).toMatch(/^(LX|JC|GZ)\d{4}-\d{5}-[\dX]$/);
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  return { number, code };
}

export async function openLetter(page: Page, number: string, code: string): Promise<void> {
  await page.goto('/letters/status');
  await page.getByLabel('编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
}
