import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const REPORT = '/website-reports/county-government/2025';

test('a reader finds the report on the website among the annual reports and takes it along', async ({
  page,
}) => {
  await page.goto('/annual-reports');
  const reports = page.getByRole('region', { name: '政府网站工作年度报表' });
  await expect(reports.getByText('按时')).toBeVisible();
  await reports.getByRole('link', { name: /宜丰县人民政府网站工作年度报表/ }).click();
  await expect(page).toHaveURL(new RegExp(`${REPORT}$`));
  await expect(page.getByRole('row', { name: /收到留言数量（单位：条） 412/ })).toBeVisible();
  const files = page.getByRole('region', { name: '下载', exact: true });
  for (const [name, start] of [
    ['Word 文档', 'PK'],
    ['PDF 文件', '%PDF-'],
    ['CSV 数据', '\ufeffagency,year,field'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      files.getByRole('link', { name }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('网站工作年度报表');
    const bytes = readFileSync(await download.path());
    expect(bytes.toString('utf8').slice(0, start.length)).toBe(start);
  }
});

test('an answer of the form names all the heads beside it, on one column of a phone too', async ({
  page,
}) => {
  await page.goto(REPORT);
  const heads = await page.evaluate(() => {
    const row = [...document.querySelectorAll('tbody tr')].find((each) =>
      each.textContent?.includes('平均办理时间'),
    );
    return (row?.querySelector('td')?.getAttribute('headers') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
  });
  expect(heads).toEqual(['互动交流', '留言办理', '平均办理时间（单位：天）']);
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(isTooWide).toBe(false);
});

test('the year’s list of normative documents goes out on paper as on the page', async ({
  page,
  request,
}) => {
  await page.goto('/documents/changes?year=2021&kind=normative');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '2021年行政规范性文件修改、废止和失效清单',
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: / DOCX$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('2021年行政规范性文件');
  const html = await request.get('/lists/changes.html?year=2021&kind=normative');
  expect(await html.text()).toContain('宜丰县政府投资项目管理办法');
  expect((await request.get('/lists/agencies.pdf')).status()).toBe(404);
});
