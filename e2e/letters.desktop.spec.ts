import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { openLetter } from './letter-form';
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

test('an officer writes down a call, gives the caller a code, and another one when it is lost', async ({
  page,
}) => {
  test.slow();
  await signIn(page, 'officer');
  await page.goto('/admin/collections/letters/create');
  const intake = page.getByRole('region', { name: '登记收到的来信' });
  await expect(intake).toContainText('以来电当天为收到之日');
  await expect(page.getByLabel('回执编号')).toHaveCount(0);
  // What is missing is said at each field at once, and nothing typed is lost.
  await page.locator('#field-title').fill('独居老人怎样申请送餐');
  await page.locator('#field-body').fill('来电人说，隔壁老人独居，问怎样申请送餐。');
  await page.locator('#field-phone').fill('12');
  const save = page.getByRole('button', { name: '保存', exact: true });
  await save.click();
  await expect(page.getByText('请选择来信类别。').first()).toBeVisible();
  await expect(page.getByText(/这不像一个电话号码/).first()).toBeVisible();
  await page.locator('#field-kind').click();
  await page.getByRole('option', { name: '求助' }).click();
  await page.locator('#field-name').fill('示例·吴某');
  await page.locator('#field-phone').fill('0795-0000188');
  await save.click();
  await expect(page).toHaveURL(/\/letters\/[0-9a-f]+$/);
  await expect(page.locator('#field-receiptNumber')).toHaveValue(/^LX\d{4}-\d{5}-[\dX]$/);
  const number = await page.locator('#field-receiptNumber').inputValue();
  await expect(page.locator('#field-phone')).not.toHaveValue('0795-0000188');

  const panel = page.getByRole('region', { name: '办理', exact: true });
  // Before the slip is there, whose frame lets no script in, axe's neither.
  const found = await new AxeBuilder({ page }).include('section[aria-label="办理"]').analyze();
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  const code = panel.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await panel.getByRole('button', { name: '发查询码', exact: true }).click();
  const first = await code.innerText();
  await expect(page.frameLocator('iframe').getByText(first)).toBeVisible();
  await panel.getByRole('button', { name: '重新发查询码' }).click();
  await expect(panel.getByRole('alert')).toContainText('请写明怎样核对的身份');
  await panel.getByLabel('怎样核对的身份，为什么重新发').fill('持身份证到窗口，纸条丢了');
  await panel.getByRole('button', { name: '重新发查询码' }).click();
  await expect(code).not.toHaveText(first);
  const second = await code.innerText();

  await openLetter(page, number, first);
  await expect(page.getByText('编号和查询码对不上').first()).toBeVisible();
  await openLetter(page, number, second);
  await expect(page.getByText('独居老人怎样申请送餐').first()).toBeVisible();
});
