import { expect, test } from '@playwright/test';

/** The demo document that was corrected after it was published. */
const CORRECTED = '/documents/yifeng-2026-elder-care-measures';

test('a reader learns that a text was corrected, and reads what it said before', async ({
  page,
}) => {
  await page.goto(CORRECTED);
  await expect(page.getByText(/更正：首次公布的文本与审定稿不一致/)).toBeVisible();
  await page.getByRole('link', { name: '历次版本（2）' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('历次版本');
  await page.getByRole('link', { name: '第 1 版', exact: true }).click();
  await expect(page.getByText('这是第 1 版，不是现行文本')).toBeVisible();
  await expect(page.getByText('按照每百户不少于20平方米配套建设')).toBeVisible();
  await page.getByRole('link', { name: '与现行文本比较' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('第 1 版与第 2 版比较');
  await expect(page.getByText('正文新增 1 段，修改 3 段。')).toBeVisible();
});

test('a difference is read without colour and without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(`${CORRECTED}/versions/1/2`);
  const added = page.locator('ins', { hasText: '30平方米' });
  const removed = page.locator('del', { hasText: '20平方米' });
  await expect(added).toHaveCSS('text-decoration-line', 'underline');
  await expect(removed).toHaveCSS('text-decoration-line', 'line-through');
  // Spoken where neither line can be seen.
  await expect(added).toContainText('新增');
  await expect(removed).toContainText('删去');
  const unchanged = page.getByText(/段没有变化/).first();
  await unchanged.click();
  await expect(page.getByText('本办法适用于本县行政区域内养老服务设施的规划')).toBeVisible();
  await context.close();
});

test('two versions are chosen in either order, and what is no version leads back to the list', async ({
  page,
}) => {
  await page.goto(`${CORRECTED}/versions/compare?from=2&to=1`);
  await expect(page).toHaveURL(`${CORRECTED}/versions/1/2`);
  await page.goto(`/en${CORRECTED}/versions/compare?from=2&to=nothing`);
  await expect(page).toHaveURL(`/en${CORRECTED}/versions`);
  const absent = await page.goto(`${CORRECTED}/versions/3`);
  expect(absent?.status()).toBe(404);
});

test('measures are compared with the provisions that they replaced', async ({ page }) => {
  await page.goto('/documents/yifeng-2026-parking-measures');
  await page.getByRole('link', { name: /与《宜丰县城区停车管理暂行规定》.*逐字比较/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('两份文件比较');
  await expect(page.getByText(/^正文新增 \d+ 段/)).toBeVisible();
});

test('the number of an article is a link to it, and copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(CORRECTED);
  await expect(page.getByText(/可以复制那一处的链接/)).toBeVisible();
  await page.getByRole('link', { name: '第七条', exact: true }).last().click();
  await expect(page).toHaveURL(/#article-7$/);
  await expect(page.getByRole('status').filter({ hasText: '已复制链接' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#article-7$/);
  const item = page.locator('#article-3-item-2');
  await expect(item).toContainText('社区养老设施');
  await item.getByRole('link', { name: '（二）' }).click();
  await expect(page).toHaveURL(/#article-3-item-2$/);
});
