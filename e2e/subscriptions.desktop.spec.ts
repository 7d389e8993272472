import { expect, test } from '@playwright/test';
import { signIn } from './staff';

test('the office sees what was published beside what was told', async ({ page }) => {
  await signIn(page, 'clerk');
  await page.goto('/admin/alerts');
  await expect(page.getByRole('heading', { level: 1, name: '订阅与发布核对' })).toBeVisible();
  await expect(page.getByText('差额').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '没有送达的邮件' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '事件' })).toBeVisible();
  // An editor looks after texts, not after who reads them.
  await page.context().clearCookies();
  await signIn(page, 'editor');
  await page.goto('/admin/alerts');
  await expect(page.getByText('你的账号不能查看订阅情况。')).toBeVisible();
});
