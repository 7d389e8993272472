import { expect, test } from '@playwright/test';

test('a provision leads to its explanation and the explanation to the provision', async ({
  page,
}) => {
  await page.goto('/documents/yifeng-2026-parking-measures');
  await page
    .getByRole('article')
    .getByRole('link', { name: /^一图读懂/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/interpretations\/illustrated-parking-2026/);
  await page.getByText('原文：第十七条').click();
  await expect(page.getByText('政府定价停车收费标准如下')).toBeVisible();
  await page.getByRole('link', { name: '到文件中阅读第十七条' }).click();
  await expect(page).toHaveURL(/#article-17$/);
});

test('a film has captions, and its words stand open below it', async ({ page }) => {
  await page.goto('/interpretations/video-start-a-business');
  const film = page.locator('video');
  await expect(film).toBeVisible();
  const track = await film.locator('track[kind="captions"]').getAttribute('src');
  const captions = await page.request.get(track ?? '');
  expect(await captions.text()).toMatch(/^WEBVTT/);
  await expect(page.getByRole('region', { name: '文字版' })).toContainText('小周');
});

test('each question can be passed on by its own address', async ({ page }) => {
  await page.goto('/interpretations/qa-public-rental');
  await page.getByRole('link', { name: '问3', exact: true }).click();
  await expect(page).toHaveURL(/#question-3$/);
  await expect(page.getByRole('term').nth(2)).toContainText('要交哪些材料');
});
