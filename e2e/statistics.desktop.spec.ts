import { expect, test } from '@playwright/test';
import { Office } from './review-steps';
import { signIn } from './staff';

test('an editor compiles a quarter, which is examined, approved and read by the public', async ({
  page,
  baseURL,
}) => {
  const office = await Office.open(baseURL);
  const quarter = { year: 2025, quarter: 4 };
  const { id } = await office.draft('quarterly-notices', quarter);
  const twin = await office.editor.post('/api/quarterly-notices?draft=true&depth=0', {
    data: quarter,
  });
  expect(twin.status()).toBe(400);
  expect(await twin.text()).toContain('2025年第4季度已经有一份通报');
  const early = await office.editor.patch(`/api/quarterly-notices/${id}?draft=true&depth=0`, {
    data: { review: { action: 'submit' } },
  });
  expect(await early.text()).toContain('还没有汇总');

  await signIn(page, 'editor');
  await page.goto(`/admin/collections/quarterly-notices/${id}`);
  await page.getByRole('button', { name: '汇总本季度' }).click();
  const figures = page.getByRole('region', { name: '各单位情况' }).first();
  await expect(figures.getByText('数据截至2025年12月31日')).toBeVisible({ timeout: 30_000 });
  await expect(figures.getByRole('row', { name: /^合计/ })).toBeVisible();
  await expect(page.getByText('现将2025年第四季度')).toBeVisible();

  await office.take('quarterly-notices', id, 'submit', 'examine', 'approve');
  const answer = await office.editor.patch(`/api/quarterly-notices/${id}?depth=0`, {
    data: { _status: 'published' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await page.goto('/statistics/notices/2025-q4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2025年第四季度政府信息公开工作情况通报',
  );
  await expect(page.getByText('二、发现的问题')).toBeVisible();
  await office.close();
});
