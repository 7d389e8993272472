import { expect, type Page } from '@playwright/test';

/** The number of a sample card: its check character is right and nobody holds it. */
export const SAMPLE_CARD = '11010519491231002X';

/** Fills in the form for a person who wants an electronic file, shown on this site. */
export async function fillApplication(page: Page, wanted: string): Promise<void> {
  await page.getByLabel('姓名或者单位名称').fill('示例·周某');
  await page.getByLabel('证件种类').selectOption({ label: '居民身份证' });
  await page.getByLabel('证件号码').fill(SAMPLE_CARD);
  await page.getByLabel('联系电话').fill('0795-0000123');
  await page.getByLabel('信息名称').fill(wanted);
  await page.getByLabel('电子文件').check();
  await page.getByLabel('在本网站凭查询码查看').check();
}

/** The two keys of a receipt, as they stand on the page. */
export async function readReceipt(page: Page): Promise<{ number: string; code: string }> {
  await expect(page.getByRole('heading', { name: '申请已提交' })).toBeVisible();
  const [number = '', code = ''] = await page
    .getByRole('main')
    .getByRole('definition')
    .allInnerTexts();
  expect(number).toMatch(/^YF\d{4}-\d{5}-[\dX]$/);
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  return { number, code };
}

/** Asks for a case with the two keys of its receipt. */
export async function openCase(page: Page, number: string, code: string): Promise<void> {
  await page.getByLabel('回执编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
}
