import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const LAST_YEAR = new Date().getFullYear() - 1;

test('a visitor reads the year in charts, each with its table, and takes a table along', async ({
  page,
}) => {
  await page.goto('/statistics');
  const years = page.getByRole('navigation', { name: '选择年度' });
  await years.getByRole('link', { name: `${LAST_YEAR}年` }).click();
  await expect(page).toHaveURL(new RegExp(`/statistics/${LAST_YEAR}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${LAST_YEAR}年公开工作统计`);
  const charts = page.getByRole('img', { name: /^柱状图/ });
  expect(await charts.count()).toBeGreaterThan(3);
  for (const section of await page.getByRole('region').filter({ has: charts }).all()) {
    expect(await section.getByRole('table').count()).toBeGreaterThan(0);
  }
  const agencies = page.getByRole('region', { name: '按公开机关', exact: true });
  const row = agencies.getByRole('row').nth(1);
  const count = await row.getByRole('cell').first().innerText();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    agencies.getByRole('link', { name: /CSV$/ }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  const name = await row.getByRole('rowheader').innerText();
  expect(lines[0]).toBe('机关,文件,占比');
  expect(lines[1]?.startsWith(`${name},${count},`)).toBe(true);
  await row.getByRole('link').click();
  await expect(page.getByText(new RegExp(`共\\s*${count}\\s*`)).first()).toBeVisible();
});

test('a quarter is read by agency, and its notice taken along as Word', async ({ page }) => {
  await page.goto('/statistics/notices');
  await page
    .getByRole('main')
    .getByRole('link', { name: /第[一二三四]季度政府信息公开工作情况通报/ })
    .first()
    .click();
  const table = page.getByRole('region', { name: '各单位情况' }).getByRole('table');
  await expect(table.getByRole('row', { name: /^合计/ })).toBeVisible();
  // On a phone the table scrolls inside itself and the name of the row stays.
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isTooWide).toBe(false);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/季度政府信息公开工作情况通报.*\.docx$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a page that is opened is counted, with nothing said of who opened it', async ({ page }) => {
  const told = page.waitForRequest((request) => request.url().endsWith('/api/read'));
  await page.goto('/documents/county-2021-five-year-plan');
  const request = await told;
  expect([request.method(), request.postData()]).toEqual([
    'POST',
    'documents:county-2021-five-year-plan',
  ]);
  expect((await request.allHeaders()).cookie ?? '').toBe('');
  await page.goto('/statistics');
  await expect(page.getByRole('region', { name: '读得最多' }).getByRole('table')).toHaveCount(2);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('charts, tables and notices are all there', async ({ page }) => {
    await page.goto('/statistics');
    await expect(page.getByRole('img', { name: /柱状图：按月公开/ })).toBeVisible();
    await expect(page.getByRole('region', { name: '政务新媒体', exact: true })).toContainText(
      '宜丰发布（样例）',
    );
    await expect(page.getByRole('region', { name: '怎样统计' })).toContainText('关闭脚本的读者');
    await page.getByRole('link', { name: '季度通报' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('季度通报');
  });
});

test('by keyboard, a year is chosen and a wide table scrolled', async ({ page }) => {
  await page.goto('/statistics');
  const year = page
    .getByRole('navigation', { name: '选择年度' })
    .getByRole('link', { name: `${LAST_YEAR}年` });
  await year.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/statistics/${LAST_YEAR}$`));
  const file = page
    .getByRole('region', { name: '按月公开', exact: true })
    .getByRole('link', { name: /CSV$/ });
  await file.focus();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(readFileSync(await download.path(), 'utf8').split('\r\n')).toHaveLength(14);
});
