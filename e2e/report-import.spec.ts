import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sidewaysScroll } from './screen';
import { signIn } from './staff';

/** A report of 2021's layout as a page, with a cell that can't be read and one that has to be guessed. */
const page2021 = (year: number): Buffer =>
  Buffer.from(`<!doctype html><meta charset="utf-8"><h1>某局${year}年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2><p>全年公开信息12条。</p><script>document.title = '被脚本改过';</script>
<h2>二、主动公开政府信息情况</h2>
<table><tr><th colspan="4">第二十条第（一）项</th></tr>
<tr><th>信息内容</th><th>本年制发件数</th><th>本年废止件数</th><th>现行有效件数</th></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
<tr><td>行政规范性文件</td><td>约20</td><td>3</td><td>十二</td></tr></table>`);

test('an editor looks at what was read beside the file, and keeps it as a draft', async ({ page }, {
  project,
}) => {
  // Each run of the journey has a year of its own, so that neither finds the other's draft.
  const year = project.name === 'phone' ? 2024 : 2025;
  await signIn(page, 'editor');
  await page.goto('/admin/collections/annual-reports');
  await page.getByRole('link', { name: '导入已有的年度报告' }).click();

  const field = page.getByLabel('选择文件');
  await field.setInputFiles({
    name: '年报.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-'),
  });
  await expect(page.getByRole('alert').filter({ hasText: '年报.pdf是 PDF' })).toBeVisible();

  const file = { name: '年报.html', mimeType: 'text/html', buffer: page2021(year) };
  await field.setInputFiles(file);
  await expect(page.getByRole('heading', { name: '已读取年报.html。' })).toBeFocused();
  await expect(page).not.toHaveTitle(/被脚本改过/);
  await expect(page.getByText('平台上没有叫这个名字的机构')).toBeVisible();
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue(String(year));

  const form = page.getByRole('region', { name: '读出的报告' });
  const source = page.getByRole('region', { name: '原文', exact: true });
  const unread = form.getByRole('button', { name: '行政规范性文件，本年制发件数：空，没有读出' });
  await unread.focus();
  await expect(source.getByRole('button', { name: '约20' })).toHaveAttribute('data-marked', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(
    form.getByRole('button', { name: '行政规范性文件，本年废止件数：3，读出' }),
  ).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(source.getByRole('button', { name: '十二' })).toBeFocused();
  await expect(
    form.getByRole('button', { name: '行政规范性文件，现行有效件数：12，推断，请核对' }),
  ).toHaveAttribute('data-marked', 'true');

  expect(await sidewaysScroll(page)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);

  await page.getByLabel('报告机构').selectOption({ index: 1 });
  await expect(page.getByText(`这个机构 ${year} 年还没有报告。`)).toBeVisible();
  await page.getByRole('button', { name: '存为草稿' }).click();
  const saved = page.getByRole('status').filter({ hasText: '已存为草稿' });
  await expect(saved).toBeFocused();

  // The same again: somebody's draft is there now, and goes only when that is confirmed.
  await page.getByLabel('换一个文件').setInputFiles(file);
  await page.getByLabel('报告机构').selectOption({ index: 1 });
  await expect(page.getByRole('button', { name: '存为草稿' })).toBeDisabled();
  await page.getByLabel('用这份文件替换现有的草稿').check();
  await page.getByRole('button', { name: '存为草稿' }).click();
  await saved.getByRole('link').click();
  await expect(page).toHaveURL(/\/admin\/collections\/annual-reports\/\w+/);
});
