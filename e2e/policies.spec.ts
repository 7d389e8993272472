import { expect, test } from '@playwright/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a visitor answers three questions, sees what fits and why, and reads the guide', async ({
    page,
  }) => {
    await page.goto('/policies');
    await page.getByRole('link', { name: '回答三个问题' }).click();
    // Sent without a choice, the question is asked again and says so.
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByRole('alert')).toContainText('请选一项');
    await page.getByLabel('农林牧渔').check();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('你的规模是哪一种？');
    await page.getByLabel('农民合作社、家庭农场').check();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('资金补贴').check();
    await page.getByRole('button', { name: '看结果' }).click();

    const fits = page.getByRole('region', { name: /^适合你的/ });
    const model = fits.getByRole('listitem').filter({ hasText: '示范合作社和示范家庭农场奖励' });
    await expect(model.first()).toContainText('行业：农林牧渔，符合');
    const nearly = page.getByRole('region', { name: /^只差一点的/ });
    await expect(nearly).toContainText(
      '行业不同：这项政策面向住宿餐饮、文化旅游，你选的是农林牧渔',
    );

    // The address holds the answers, so that it can be passed on.
    await page.goto(page.url());
    await fits.getByRole('link', { name: '示范合作社和示范家庭农场奖励' }).click();
    for (const part of ['你能得到什么', '你是否符合条件', '要交哪些材料', '找谁问']) {
      await expect(page.getByRole('heading', { name: part })).toBeVisible();
    }
    await page.getByRole('link', { name: '到文件中阅读第三条' }).click();
    await expect(page).toHaveURL(/agriculture-2025-farm-business-support#article-3$/);
    await expect(page.getByRole('region', { name: '依据本文件的惠企政策' })).toContainText(
      '受理中',
    );
  });

  test('who finds nothing is told what to do', async ({ page }) => {
    await page.goto('/policies/find?trade=construction&size=large&need=loan');
    await expect(page.getByRole('heading', { name: '没有完全适合的政策' })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: '写信问政府' })).toHaveAttribute(
      'href',
      '/letters/new',
    );
    await expect(main.locator('a[href^="tel:"]').first()).toBeVisible();
  });
});

test('a guide whose document was repealed says so, and stands last in the list', async ({
  page,
}) => {
  await page.goto('/policies');
  const last = page.getByRole('main').getByRole('heading', { level: 2 }).last();
  await expect(last).toHaveText('农村电商寄递费补贴');
  await last.getByRole('link').click();
  const told = page.getByText('已于2026年4月1日废止，这项政策不能再申请');
  await expect(told).toBeVisible();
  await told.getByRole('link').click();
  await expect(page).toHaveURL(/\/documents\/yifeng-2023-online-trade-support/);
});

test('the finder is answered by keyboard alone', async ({ page }) => {
  await page.goto('/policies/find?trade=any&size=micro');
  await page.getByLabel('开办创业').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('资金补贴')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('适合你的惠企政策');
  await expect(page.getByRole('region', { name: /^适合你的/ })).toContainText('一次性创业补贴');
});
