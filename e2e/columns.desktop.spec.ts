import { expect, test } from '@playwright/test';
import { restAs, signIn } from './staff';

test('an editor adds a column, retires it, and its address still answers with what it held', async ({
  page,
  baseURL,
}) => {
  const editor = await restAs('editor', baseURL);
  const made = await editor.post('/api/columns?locale=zh-CN', {
    data: {
      name: '试点栏目',
      slug: 'pilot-column',
      description: '只在试点期间更新。',
      group: '专题专栏',
      order: 900,
    },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { doc } = await made.json();
  for (const address of ['/disclosure/statutory', '/site-map']) {
    await expect
      .poll(async () => (await page.request.get(address)).text(), { message: address })
      .toContain('试点栏目');
  }

  await signIn(page, 'editor');
  await page.goto(`/admin/collections/columns/${doc.id}`);
  await page.getByLabel('已停用').check();
  await page.getByRole('button', { name: '保存' }).first().click();
  await expect(page.getByText(/更新成功|已更新|保存成功/).first()).toBeVisible();

  await page.goto('/disclosure/columns/pilot-column');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('试点栏目');
  await expect(page.getByText('这个栏目已经停用')).toBeVisible();
  await expect
    .poll(async () => (await page.request.get('/disclosure/statutory')).text())
    .not.toContain('试点栏目');

  // Nobody files a new text under it: the office is told why.
  const filed = await editor.post('/api/documents?draft=true&locale=zh-CN', {
    data: { title: '放进停用栏目的文件', kind: 'notice', columns: [doc.id] },
  });
  expect(filed.status()).toBe(400);
  expect(await filed.text()).toContain('栏目“试点栏目”已经停用');
  const below = await editor.post('/api/columns?locale=zh-CN', {
    data: { name: '下级栏目', slug: 'below-the-pilot', parent: doc.id },
  });
  expect(below.status()).toBe(400);
  await editor.dispose();
});

test('the office sees which columns are empty or past their interval', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/admin/collections/columns');
  const summary = page.getByText(/个栏目中，\d+ 个还没有内容，\d+ 个超过更新期限/);
  await summary.click();
  await expect(page.getByRole('columnheader', { name: '上次更新' })).toBeVisible();
});
