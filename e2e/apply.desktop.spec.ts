import { expect, test, type Page } from '@playwright/test';
import { readReceipt, sampleCard } from './application-form';
import { serial, visitorAddress } from './sample';

test('an organisation applies with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': visitorAddress() });
  await page.goto('/applications/new');
  await reach(page, '自然人');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('商业企业')).toBeChecked();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('是哪个单位，怎么联系？');
  await expect(page.getByLabel('证件号码')).toHaveCount(0);
  await reach(page, '单位全称');
  await page.keyboard.type('示例竹业有限公司');
  await reach(page, '统一社会信用代码');
  // A person's number in the organisation's place.
  await page.keyboard.type(sampleCard());
  await reach(page, '电子邮箱');
  await page.keyboard.type('office@mail.example.cn');
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert').filter({ hasText: '请先改正' });
  await expect(summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('统一社会信用代码')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('91350100M000100Y43');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('要什么信息？');
  await reach(page, '信息名称');
  await page.keyboard.type(`${serial()} 号毛竹收购补贴核查结果`);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎么给你？');
  await reach(page, '纸质件');
  await page.keyboard.press('Space');
  await reach(page, '在本网站凭查询码查看');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('邮寄', { exact: true })).toBeChecked();
  await reach(page, '收件地址');
  await page.keyboard.type('示例县示例镇示例路1号');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
  await expect(page.getByRole('main')).toContainText('示例竹业有限公司');
  await reachButton(page, '提交申请');
  await page.keyboard.press('Enter');
  await readReceipt(page);
});

/** Tabs on until a field has the keyboard; it must come, and not run in a circle. */
const reach = (page: Page, label: string): Promise<void> =>
  tabTo(page, () => page.getByLabel(label, { exact: true }).evaluate(hasFocus));

const reachButton = (page: Page, name: string): Promise<void> =>
  tabTo(page, () => page.getByRole('button', { name }).evaluate(hasFocus));

const hasFocus = (element: Element): boolean => element === document.activeElement;

async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  expect(await isThere(), 'the keyboard never came to it').toBe(true);
}
