import { expect, test, type Browser, type Page } from '@playwright/test';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('without script a reader goes from the frame to a field, a township and whom to ask there', async ({
  browser,
}) => {
  const page = await withoutScript(browser);
  await page.goto('/disclosure/grassroots');
  const row = page.getByRole('row').filter({ hasText: '养老服务' });
  await expect(row).toContainText('项有内容');
  await row.getByRole('link', { name: '养老服务' }).click();
  await page.getByLabel('乡镇（场）公开的内容').selectOption('xinchang');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page).toHaveURL(/township=xinchang/);
  await page.getByRole('link', { name: '查看它的全部领域' }).click();
  await expect(heading(page)).toHaveText('宜丰县新昌镇人民政府政务公开');
  await page.getByRole('link', { name: '机构职责和联系方式' }).click();
  await expect(page.getByRole('region', { name: '职能依据' })).toContainText('组织法');
  await page.context().close();
});

test('a reader is asked before a link leaves government, and nobody is forwarded', async ({
  page,
  request,
}) => {
  await page.goto('/leave?to=https%3A%2F%2Fwww.example.com%2Fa%3Fb%3D1');
  await expect(heading(page)).toHaveText('你将离开本站');
  await expect(page.getByText('https://www.example.com/a?b=1')).toBeVisible();
  const link = page.getByRole('link', { name: '前往 www.example.com' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  for (const to of ['javascript:alert(1)', 'https://www.gov.cn@www.example.com/', '//a.example']) {
    const response = await request.get(`/leave?to=${encodeURIComponent(to)}`, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain('没有可以前往的网址');
  }
});

test('the keyboard alone reaches the parts of taking part, and each says in its head where it stands', async ({
  page,
}) => {
  await page.goto('/');
  const door = page.getByRole('link', { name: '问政府·找错' });
  await door.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('互动交流');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '写信问政府' })).toBeVisible();
  await expect(page.locator('meta[name="ColumnName"]')).toHaveAttribute('content', '互动交流');
  // Next.js now and then leaves the link of the page before; what a program loads has its own alone.
  await expect(page.locator('link[rel="canonical"][href$="/participate"]')).toHaveCount(1);
  const loaded = await (await page.request.get('/participate')).text();
  expect(loaded.match(/rel="canonical"/g)).toHaveLength(1);
});

test('a number on the page of statutory contents is the number of its list', async ({ page }) => {
  await page.goto('/disclosure/statutory');
  for (const id of ['categories', 'themes']) {
    const item = page
      .locator(`section#${id} li, #${id} li`)
      .filter({ has: page.getByRole('link') });
    const first = item.first();
    const count = /([\d,]+) 件/.exec(await first.innerText())?.[1];
    const address = await first.getByRole('link').getAttribute('href');
    const list = await page.request.get(address ?? '');
    expect(await list.text(), `${id}: ${address}`).toContain(`共 ${count} 条`);
  }
});

test('search engines find an index of files that hold every document', async ({ request }) => {
  const index = await (await request.get('/sitemap.xml')).text();
  expect(index).toContain('/sitemaps/documents-1.xml');
  const documents = await request.get('/sitemaps/documents-1.xml');
  expect(documents.headers()['content-type']).toContain('xml');
  expect(await documents.text()).toContain('/documents/yifeng-2026-elder-care-measures</loc>');
  expect((await request.get('/sitemaps/documents-9.xml')).status()).toBe(404);
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
});

async function withoutScript(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}
