import { expect, test, type Page } from '@playwright/test';
import { serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';

const DOCUMENT = 'yifeng-2026-elder-care-measures';

/** To the confirmation and through it; the demonstration shows the link that a mail would hold. */
async function confirm(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible();
  await page.getByRole('link', { name: '打开确认链接' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('确认订阅');
  await page.getByRole('button', { name: '确认订阅' }).click();
  await expect(page.getByRole('heading', { name: '订阅已生效' })).toBeVisible();
}

test('a reader without script follows a document and corrects a slip without losing anything', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': visitorAddress() },
  });
  const page = await context.newPage();
  await page.goto(`/documents/${DOCUMENT}`);
  await page.getByRole('link', { name: '订阅这份文件的变化' }).click();
  await expect(page.getByText('文件变化：').first()).toBeVisible();
  await page.getByLabel('电子邮箱').fill('reader');
  await page.getByLabel('每周').check();
  await page.getByRole('button', { name: '发送确认邮件' }).click();
  const summary = page.getByRole('alert');
  await expect(summary.getByRole('link', { name: /邮箱写法不对/ })).toBeVisible();
  expect(page.url()).not.toContain('reader');
  await expect(page.getByLabel('电子邮箱')).toHaveValue('reader');
  await expect(page.getByLabel('每周')).toBeChecked();
  expect(await sidewaysScroll(page)).toBe(0);
  await page.getByLabel('电子邮箱').fill(`reader-${serial()}@demo.example`);
  await page.getByRole('button', { name: '发送确认邮件' }).click();
  await confirm(page);
  await context.close();
});

test('a reader follows a search with the keyboard alone', async ({ browser }) => {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-forwarded-for': visitorAddress() },
  });
  const page = await context.newPage();
  await page.goto('/search?q=养老');
  await page.getByRole('main').getByRole('link', { name: '邮件订阅' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('检索：养老', { exact: true })).toBeVisible();
  await page.getByLabel('电子邮箱').focus();
  await page.keyboard.type(`reader-${serial()}@demo.example`);
  await page.keyboard.press('Enter');
  await confirm(page);
  await context.close();
});

test('whoever asks for a mailbox that already subscribes is told nothing of it', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': visitorAddress() },
  });
  const page = await context.newPage();
  const email = `reader-${serial()}@demo.example`;
  const told: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    await page.goto('/subscriptions?subject=agency&target=education');
    await page.getByLabel('电子邮箱').fill(email);
    await page.getByRole('button', { name: '发送确认邮件' }).click();
    await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible();
    told.push(await page.getByRole('main').innerText());
  }
  expect(told[1]).toBe(told[0]);
  await context.close();
});

test('a link that is none leaves nothing, by a mail program or by hand', async ({ page }) => {
  const form = { 'List-Unsubscribe': 'One-Click' };
  const answer = await page.request.post('/subscriptions/leave?token=1.x', { form });
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('没有这项订阅');
  // A scanner that opens the link sees a page; nothing has happened.
  await page.goto('/subscriptions/leave?token=1.x');
  await expect(page).toHaveURL(/\/subscriptions\/manage\?/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这项订阅');
});
