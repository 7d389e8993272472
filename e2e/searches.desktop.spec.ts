import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sidewaysScroll } from './screen';
import { signIn, signInHere } from './staff';

test('an editor sees what people search for in vain, and teaches the search the word', async ({
  page,
}) => {
  // A word of nobody's, so that no other journey searches for it.
  const word = '绒绒牌牌';
  const result = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
  for (let n = 0; n < 3; n += 1) {
    await page.goto(`/search?q=${encodeURIComponent(word)}`);
    await expect(result).toHaveCount(0);
  }
  for (let n = 0; n < 3; n += 1) await page.goto('/search?q=%E5%81%9C%E8%BD%A6');
  await result.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await signIn(page, 'editor');
  await page.goto('/admin/searches?days=7');
  const opened = page.getByRole('row', { name: /^停车 \d/ });
  // What another web process has counted it writes within ten seconds.
  await expect(async () => {
    await page.reload();
    await expect(opened.getByRole('cell').nth(2)).not.toHaveText('0', { timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: '没有结果', exact: true }).click();
  const missed = page.getByRole('row', { name: new RegExp(`^${word}`) });
  await expect(async () => {
    await page.reload();
    await expect(missed.getByRole('cell').first()).toHaveText('3', { timeout: 1_000 });
  }).toPass();
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations).toEqual([]);
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole('link', { name: `加同义词：${word}` }).click();
  const words = page.locator('.field-type.text', { hasText: '意思相同的词' });
  await expect(words).toContainText(word);
  await words.getByRole('combobox').fill('停车管理');
  await words.getByRole('combobox').press('Enter');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/search-synonyms\/(?!create)/);

  await page.goto(`/search?q=${encodeURIComponent(word)}`);
  await expect(result.first()).toBeVisible();
});

test('whoever is not signed in signs in first, and comes to the figures asked for', async ({
  page,
}) => {
  await page.goto('/admin/searches?days=90');
  await expect(page).toHaveURL(/\/admin\/login\?redirect=/);
  await signInHere(page, 'editor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('检索统计');
  await expect(page.getByRole('link', { name: '近90天' })).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveTitle('检索统计 · 公开 Gongkai');
});
