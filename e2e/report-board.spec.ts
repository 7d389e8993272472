import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from './staff';

test('a clerk sees on one board who has not published, and reminds an agency', async ({
  page,
  isMobile,
}) => {
  await signIn(page, 'clerk');
  await page.goto('/admin/collections/annual-reports');
  await page.getByRole('link', { name: '打开年报编制情况，看谁还没有报' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '年报编制情况' })).toBeVisible();
  await page.getByLabel('年度').selectOption('2026');
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(/year=2026/);

  const line = (agency: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: agency }) });
  await expect(line('宜丰县统计局')).toContainText('待审查');
  await expect(line('宜丰县司法局')).toContainText('已退回');
  await expect(line('宜丰县民政局')).toContainText(/≠/);
  await expect(line('宜丰县公安局').getByRole('link', { name: /新建报告/ })).toBeVisible();
  const county = page.getByRole('region', { name: '全县汇总' });
  await expect(county).toContainText('宜丰县统计局');

  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);

  // Each of the two windows reminds another agency: one is reminded once a day.
  const agency = isMobile ? '宜丰县公安局' : '宜丰县教育体育局';
  await page.getByRole('button', { name: `提醒${agency}` }).click();
  await expect(line(agency).getByRole('status')).toContainText('已记下要提醒的 1 个机关');
  await expect(line(agency)).toContainText('等待发送');
  await page.getByRole('button', { name: `提醒${agency}` }).click();
  await expect(line(agency).getByRole('status')).toContainText('没有可以提醒的');

  await page.getByRole('link', { name: /^数字对不上 \d/ }).click();
  await expect(line('宜丰县民政局')).toBeVisible();
  await expect(line('宜丰县公安局')).toHaveCount(0);
});

test('an editor sees the own agency alone, and begins its report from there', async ({
  page,
  isMobile,
}) => {
  // A report that was begun is there for good: each of the two windows begins another year's.
  const year = isMobile ? '2019' : '2026';
  await signIn(page, 'editor');
  await page.goto(`/admin/annual-report-board?year=${year}`);
  const rows = page.getByRole('rowheader');
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('button', { name: /提醒/ })).toHaveCount(0);
  await page.getByRole('link', { name: /新建报告/ }).click();
  await expect(page.getByLabel(/^年度/)).toHaveValue(year);
  await expect(page.locator('.field-type.relationship').first()).toContainText(
    '宜丰县人民政府办公室',
  );
});
