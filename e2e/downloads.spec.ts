import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { visitorAddress } from './sample';

const DOCUMENT = '宜丰县城区机动车停车管理办法';

/** Packing is counted by address: each journey is another reader. */
test.beforeEach(({ page }) => page.setExtraHTTPHeaders({ 'X-Forwarded-For': visitorAddress() }));

test('a reader takes a document along in each format, under its own name', async ({ page }) => {
  await openDocument(page);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const starts = { Word: 'PK', PDF: '%PDF-', Markdown: '---', OFD: 'PK' };
  for (const [name, start] of Object.entries(starts)) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `下载 ${name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(title.slice(0, 10));
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, start.length).toString()).toBe(start);
  }
  const [all] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '全部下载（ZIP）' }).click(),
  ]);
  expect(all.suggestedFilename()).toMatch(/\.zip$/);
});

test('a reader takes the documents of a filtered list along as one ZIP', async ({ page }) => {
  await page.goto('/documents?kind=plan');
  const part = page.getByRole('heading', { name: '打包下载' });
  await expect(part).toBeVisible();
  await expect(page.getByText('一次最多 200 件')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '文本', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^政府文件\d{4}-\d{2}-\d{2}\.zip$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a ZIP that can’t be made leads back to the list, which says why', async ({ page }) => {
  await page.goto('/documents/download?year=1999&format=pdf');
  await expect(page).toHaveURL(/\/documents\?year=1999&download=none$/);
  await expect(page.getByText('没有打包：没有符合这些条件的文件。')).toBeVisible();
});

test('a program gets statuses, and nothing again that it has', async ({ page, request }) => {
  await openDocument(page);
  const link = page.getByRole('link', { name: '下载文本' });
  const address = (await link.getAttribute('href')) as string;
  const first = await request.get(address);
  expect(first.headers()['content-disposition']).toContain("filename*=UTF-8''");
  const again = await request.get(address, {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  expect((await request.head(address)).status()).toBe(200);
  expect((await request.get(address.replace('txt', 'exe'))).status()).toBe(400);
  expect((await request.get('/documents/no-such-document/download?format=pdf')).status()).toBe(404);
});

async function openDocument(page: Page): Promise<void> {
  await page.goto(`/search?q=${encodeURIComponent(DOCUMENT)}`);
  await page.getByRole('main').locator('a[href^="/documents/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/documents\/[^?]+$/);
}
