import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { signIn } from './staff';

test('an officer finds a letter on the one desk, routes it and words a reply, which a leader sends', async ({
  browser,
  page,
}) => {
  await signIn(page, 'officer');
  await page
    .getByRole('link', { name: /待办答复/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '待办答复' })).toBeVisible();
  const first = page.getByRole('row').nth(1);
  await expect(first).toContainText('逾期');
  const found = await new AxeBuilder({ page }).include('main').analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);

  await page.goto('/admin/answers-desk?kind=letter');
  await page.getByRole('link', { name: '【样例】建议把农技课程放到网上' }).click();
  const panel = page.getByRole('region', { name: '办理', exact: true });
  await panel.getByRole('button', { name: '分办', exact: true }).click();
  await panel.getByLabel(/办理机关/).selectOption({ label: '宜丰县农业农村局' });
  await panel.getByRole('button', { name: '确认分办' }).click();
  await expect(panel.getByRole('status').first()).toContainText('已完成：分办');
  await panel.getByRole('button', { name: '拟答复', exact: true }).click();
  await panel.getByLabel(/内容/).fill('你好。培训视频已放到网站。');
  await panel.getByRole('button', { name: '确认拟答复' }).click();
  await expect(panel).toContainText('请由另一位同事审核');
  const address = page.url();

  const other = await browser.newContext();
  const leader = await other.newPage();
  await signIn(leader, 'leader');
  await leader.goto(address);
  const theirs = leader.getByRole('region', { name: '办理', exact: true });
  await theirs.getByRole('button', { name: '审核并答复', exact: true }).click();
  await theirs.getByRole('button', { name: '确认审核并答复' }).click();
  await expect(theirs.getByRole('status').first()).toContainText('已答复');
  await other.close();
});
