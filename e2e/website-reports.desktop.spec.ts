import { expect, test } from '@playwright/test';
import { restAs, signIn } from './staff';

test('an editor lets the year be compiled, says why a figure differs, and sees what does not fit', async ({
  page,
  baseURL,
}) => {
  const editor = await restAs('editor', baseURL);
  const { user } = await (await editor.get('/api/users/me?depth=0')).json();
  const made = await editor.post('/api/website-reports?draft=true&depth=0', {
    data: { agency: user.agency, year: 2024 },
  });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()).doc;

  await signIn(page, 'editor');
  await page.goto(`/admin/collections/website-reports/${id}`);
  await page.getByRole('button', { name: '汇总全年数据' }).click();
  const kept = page.getByLabel('维护数量（单位：个）');
  await expect(kept).not.toHaveValue('');
  await kept.fill('９9');
  await page.getByLabel('问题整改数量（单位：个）').fill('5');
  await page.getByLabel('发现问题数量（单位：个）').fill('4');
  await page.getByLabel('为什么不同').fill('含正在归档的专题');
  await page.getByLabel('为什么不同').press('Tab');
  const findings = page.getByRole('region', { name: '检查结果' });
  await expect(findings.getByText('“问题整改数量” 5 多于“发现问题数量” 4。')).toBeVisible();
  await expect(findings.getByText(/没有写明原因/)).toHaveCount(0);
  await expect
    .poll(async () => {
      const answer = await editor.get(`/api/website-reports/${id}?draft=true&depth=0`);
      return (await answer.json()).handChanges;
    })
    .toMatchObject([{ field: 'topics-kept', entered: 99, why: '含正在归档的专题' }]);
});
