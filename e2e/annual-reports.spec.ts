import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const REPORT = '/annual-reports/county-government/2020';

test('a reader takes an annual report along in each format', async ({ page }) => {
  await page.goto(REPORT);
  const starts = {
    'Word 文档': 'PK',
    'PDF 文件': '%PDF-',
    'Excel 工作簿': 'PK',
    网页文件: '<!doctype html>',
    'CSV 数据': '\ufeffagency,year,layout',
    'JSON 数据': '{',
    纯文本: '\ufeff宜丰县2020年',
  };
  const part = page.getByRole('region', { name: '下载', exact: true });
  for (const [name, start] of Object.entries(starts)) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      part.getByRole('link', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('宜丰县2020年');
    const bytes = readFileSync(await download.path());
    expect(bytes.toString('utf8').slice(0, start.length)).toBe(start);
  }
});

test('a program gets statuses for reports and formats that are not there', async ({ request }) => {
  expect((await request.get(`${REPORT}/download?format=exe`)).status()).toBe(400);
  expect((await request.get('/annual-reports/county-government/1999/download')).status()).toBe(404);
  expect((await request.get('/annual-reports/nobody/2020/download')).status()).toBe(404);
  const first = await request.get(`${REPORT}/download?format=json`);
  const report = (await first.json()) as { tables: { applications: { granted: object } } };
  expect(report.tables.applications.granted).toMatchObject({ natural: null, total: 20 });
  const again = await request.get(`${REPORT}/download?format=json`, {
    headers: { 'If-None-Match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
  const schema = await request.get('/schemas/annual-report.schema.json');
  expect(schema.ok()).toBe(true);
});

test('a figure names all the heads that stand over and beside it', async ({ page }) => {
  await page.goto(REPORT);
  const heads = await page.evaluate(() => {
    const table = document.querySelector('#applications table');
    const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find((each) =>
      each.textContent?.includes('保护第三方'),
    );
    const figure = row?.querySelector('td:last-child');
    return (figure?.getAttribute('headers') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
  });
  expect(heads).toEqual([
    '三、本年度办理结果',
    '（三）不予公开',
    '4.保护第三方合法权益',
    '申请人情况',
    '总计',
  ]);
  expect(await doubleIds(page)).toEqual([]);
});

test('each chart stands beside its figures', async ({ page }) => {
  await page.goto(REPORT);
  const charts = page.getByRole('region', { name: '图表' });
  await expect(charts.getByRole('img').first()).toBeVisible();
  const table = charts.getByRole('table', { name: '申请的办理结果' });
  await expect(table.getByRole('row', { name: '予以公开 20' })).toBeVisible();
});

test('a reader compares the years of an agency', async ({ page }) => {
  await page.goto('/annual-reports');
  await page.getByRole('link', { name: '各年数字并列' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('历年年度报告对照');
  const table = page.getByRole('table', { name: /历年年度报告对照/ });
  await expect(table.getByRole('columnheader', { name: '2020年' })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: '规范性文件 · 本年新制作数量' })).toBeVisible();
  await page.getByText('两种格式有什么不同').click();
  await expect(page.getByText('政府集中采购只在 2019 年格式里有')).toBeVisible();
  expect(await doubleIds(page)).toEqual([]);
});

test('a reader sees who published when, and whether in time', async ({ page }) => {
  await page.goto('/annual-reports');
  const table = page.getByRole('table', { name: '各机构哪一年的报告什么时候公布' });
  await expect(table.getByText('没有报告').first()).toBeVisible();
  await table.getByRole('link', { name: /2020年度报告/ }).click();
  await expect(page).toHaveURL(new RegExp(`${REPORT}$`));
});

const doubleIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
