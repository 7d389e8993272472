import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { problemOfCreditCode } from '../domain/applications/identity';

/**
 * The number of a sample card with a right check character, another each time: one person may have
 * only so many open applications.
 */
export function sampleCard(): string {
  let card = randomCard();
  // One in thirty passes for the credit code of an organisation as well.
  while (problemOfCreditCode(card) === null) card = randomCard();
  return card;
}

function randomCard(): string {
  const day = String(randomInt(1, 29)).padStart(2, '0');
  const body = `110105${randomInt(1930, 2000)}12${day}${String(randomInt(1, 1000)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

/** Of what a browser says that it can do, what the journey has to know. */
type Wish = { wanted: string; number?: string };

/** Who applies: a person, with a sample card and a telephone. */
export async function tellWho(page: Page): Promise<void> {
  await page.goto('/applications/new');
  await page.getByLabel('自然人').check();
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('你是谁，怎么联系你？');
  await page.getByLabel('姓名').fill('示例·周某');
  await page.getByLabel('证件种类').selectOption({ label: '居民身份证' });
  await page.getByLabel('证件号码').fill(sampleCard());
  await page.getByLabel('联系电话').fill('0795-0000123');
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('要什么信息？');
}

/** What is wanted; nothing public is like it, unless the journey says so. */
export async function tellWhat(page: Page, { wanted, number }: Wish): Promise<void> {
  await page.getByLabel('信息名称').fill(wanted);
  if (number) await page.getByLabel('文号').fill(number);
  await goOn(page);
}

/** An electronic file, read on this site. */
export async function tellHow(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎么给你？');
  await page.getByLabel('电子文件').check();
  await page.getByLabel('在本网站凭查询码查看').check();
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
}

/** Everything up to the page on which the answers are read once more. */
export async function fillApplication(page: Page, wanted: string): Promise<void> {
  await tellWho(page);
  await tellWhat(page, { wanted });
  await tellHow(page);
}

export const goOn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '继续', exact: true }).click();

export const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '提交申请' }).click();

/** The two keys of a receipt, as they stand on the page. */
export async function readReceipt(page: Page): Promise<{ number: string; code: string }> {
  // The sum of the challenge may take its time on a busy machine.
  await expect(page.getByRole('heading', { name: '申请已提交' })).toBeVisible({ timeout: 30_000 });
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
