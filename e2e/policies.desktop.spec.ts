import { expect, test } from '@playwright/test';
import { Office, reviewPanel, takeStep } from './review-steps';
import { signIn } from './staff';

test('an editor is told what a guide lacks, and hands it in once it is whole', async ({
  page,
  baseURL,
}) => {
  const office = await Office.open(baseURL);
  const found = await office.editor.get(
    '/api/documents?where[slug][equals]=yifeng-2026-small-business-measures&depth=0',
  );
  const document = (await found.json()).docs[0].id;
  const title = `创业补贴指南${Date.now()}`;
  const source = { document, anchor: 'article-4', passage: '给予一次性创业补贴5000元' };
  const { id } = await office.draft('policies', {
    title,
    benefit: '补贴5000元',
    eligibility: '首次创业',
    howToApply: '到窗口',
    noMaterials: true,
    process: [{ title: '受理' }],
    timeLimit: '15个工作日',
    phone: '0795-0000163',
    sources: [source],
  });
  await signIn(page, 'editor');
  await page.goto(`/admin/collections/policies/${id}`);
  const panel = page.getByRole('region', { name: '完整性检查' });
  await expect(panel).toContainText('请写经办人或者经办岗位');
  await expect(panel).toContainText('应填 article-3');
  const submit = reviewPanel(page).getByRole('button', { name: '提交审查' });
  await submit.click();
  // Beside the list above the form, the answer to the press names it too.
  await expect(page.getByText(/请写经办人或者经办岗位/)).toHaveCount(2);
  await expect(reviewPanel(page)).toContainText('草稿');

  const whole = { officer: '张某', sources: [{ ...source, anchor: 'article-3' }] };
  const saved = await office.editor.patch(`/api/policies/${id}?draft=true&depth=0`, {
    data: whole,
  });
  expect(saved.status(), await saved.text()).toBe(200);
  await page.reload();
  await expect(panel).toContainText('内容已经完整');
  await expect(panel).toContainText('与文件原文一致');
  await takeStep(page, '提交审查', '待保密审查');
  await office.close();
});
