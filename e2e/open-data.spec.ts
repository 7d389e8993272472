import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Download, type Page } from '@playwright/test';

test('a reader filters the documents and takes the same list along', async ({ page }) => {
  await page.goto('/documents?kind=notice');
  const told = page.getByText(/^共 [\d,]+ 条/).first();
  const total = Number(/共 ([\d,]+) 条/.exec(await told.innerText())?.[1]?.replaceAll(',', ''));
  expect(total).toBeGreaterThan(0);
  const csv = await downloaded(page, 'CSV');
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const json = JSON.parse((await downloaded(page, 'JSON')).toString('utf8')) as {
    total: number;
    rows: { kind: string }[];
  };
  expect(json.total).toBe(total);
  expect(json.rows).toHaveLength(total);
  expect(new Set(json.rows.map(({ kind }) => kind))).toEqual(new Set(['通知公告']));
  const xlsx = await downloaded(page, 'XLSX');
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
});

test('a reader finds the feed of an agency in the head of its page and among all feeds', async ({
  page,
}) => {
  await page.goto('/agencies');
  const link = page.getByRole('main').locator('a[href^="/agencies/"]').first();
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  const head = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  const address = new URL((await head.getAttribute('href')) ?? '', page.url());
  const feed = await page.request.get(address.pathname);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain(`<title>${name}`);
  await page.goto('/feeds');
  const listed = page.getByRole('main').getByRole('link', { name, exact: true });
  await expect(listed).toHaveAttribute('href', address.pathname);
});

test('a reader downloads the documents and finds the check sum that the page tells', async ({
  page,
}) => {
  await page.goto('/open-data');
  const row = page.getByRole('row', { name: /documents\.jsonl\.gz/ });
  const told = /[0-9a-f]{64}/.exec(await row.innerText())?.[0];
  const waiting = page.waitForEvent('download');
  await row.getByRole('link').click();
  const bytes = await readFile(await (await waiting).path());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(told);
  const [first] = gunzipSync(bytes).toString('utf8').split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    id: expect.any(String),
    text: expect.any(String),
  });
});

test('somebody tries the interface where no script runs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/developers');
  const form = page.getByRole('form', { name: '按条件列出政府文件' });
  await page.locator('#try-listDocuments summary').click();
  await form.getByLabel(/perPage/).fill('1');
  await form.getByRole('button', { name: '取数据' }).click();
  const answer = page.locator('#try-listDocuments');
  await expect(answer.getByText('状态：200')).toBeVisible();
  const address = await answer.getByRole('link', { name: /\/api\/v1\/documents\?/ }).innerText();
  const direct = await page.request.get(new URL(address).pathname + new URL(address).search);
  const body = (await direct.json()) as { items: { title: string }[] };
  await expect(answer.getByRole('region', { name: /^结果/ })).toContainText(
    body.items[0]?.title ?? '',
  );

  await page.goto('/en/developers?operation=listDocuments&page=none');
  await expect(page.getByText('Status: 400')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Answer/ })).toContainText('page');
  await context.close();
});

async function downloaded(page: Page, format: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: `下载本列表 ${format}` }).click();
  const download: Download = await waiting;
  return readFile(await download.path());
}
