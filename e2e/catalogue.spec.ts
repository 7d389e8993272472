import { expect, test } from '@playwright/test';

test('a reader goes from the frame to a field, an item and what was published under it', async ({
  page,
}) => {
  await page.goto('/disclosure/statutory');
  await page.getByRole('main').getByRole('link', { name: '公开标准目录' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('公开标准目录');
  await page.getByRole('main').getByRole('link', { name: '养老服务', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('养老服务领域公开标准目录');
  const row = page.getByRole('row').filter({ hasText: '设施规划和建设' });
  await expect(row.getByRole('link', { name: /养老服务设施规划建设/ })).toBeVisible();
  await row.getByRole('link', { name: '设施规划和建设' }).click();
  await page
    .getByRole('link', { name: /养老服务设施规划建设和运营管理办法/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/documents\/yifeng-2026-elder-care-measures$/);
  await page
    .getByRole('link', { name: /养老服务 · 服务政策/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/disclosure\/catalogue\/elder-care\//);
});

test('a catalogue can be read by level, and an empty item says where to ask', async ({ page }) => {
  await page.goto('/disclosure/catalogue/elder-care');
  const all = await page.getByRole('row').count();
  await page.getByRole('link', { name: '乡级', exact: true }).click();
  await expect(page).toHaveURL(/level=township/);
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  await page.goto('/disclosure/catalogue/elder-care/elder-care-03');
  await page.getByRole('main').getByRole('link', { name: '申请公开', exact: true }).click();
  await expect(page).toHaveURL(/\/applications$/);
});

test('the catalogue is given out as a spreadsheet', async ({ request }) => {
  const whole = await request.get('/disclosure/catalogue/download');
  expect(whole.headers()['content-type']).toContain('spreadsheetml');
  expect((await whole.body()).subarray(0, 2).toString()).toBe('PK');
  const none = await request.get('/disclosure/catalogue/download?domain=nothing');
  expect(none.status()).toBe(400);
});
