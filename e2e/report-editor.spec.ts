import { expect, test } from '@playwright/test';
import {
  autosaved,
  barriers,
  cell,
  cellBar,
  editorOf,
  findingsOf,
  RECEIVED,
} from './report-tables';
import { reviewPanel, takeStep } from './review-steps';
import { signIn } from './staff';

/** Each screen writes the report of a year of its own: an agency has one a year. */
const YEARS: Record<string, number> = { desktop: 2022, phone: 2023 };

const IN_FORCE = '第二十条第（一）项，行政规范性文件，现行有效件数';

test('an editor compiles a report, changes it by hand, sees what does not add up and submits it', async ({
  page,
}, { project }) => {
  await signIn(page, 'editor');
  await page.goto('/admin/collections/annual-reports/create');
  const editor = editorOf(page);
  await expect(editor).toContainText('先选报告机构和年度');
  await page.getByLabel('年度').fill(String(YEARS[project.name]));
  await expect(cell(page, IN_FORCE)).toHaveValue('');

  await editor.getByRole('button', { name: '从系统数据汇总' }).click();
  await expect(editor.getByText(/汇总好了，\d+ 个格子有变化/)).toBeVisible();
  await expect(cell(page, RECEIVED)).toHaveValue('0');
  await expect(cell(page, IN_FORCE)).toHaveValue(/^[1-9]\d*$/);
  const counted = await cell(page, IN_FORCE).inputValue();

  // From the cell to its records and back, without a mouse.
  await cell(page, IN_FORCE).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  const records = page.getByRole('dialog', { name: /现行有效件数/ });
  await expect(records.getByRole('link')).toHaveCount(Number(counted));
  await page.keyboard.press('Escape');
  await expect(records).toHaveCount(0);
  await expect(cellBar(page).getByRole('button', { name: '看记录' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell(page, IN_FORCE)).toBeFocused();

  // A number that breaks an identity is named with both sums, and leads to its cells.
  await cell(page, RECEIVED).fill('２３');
  const broken = findingsOf(page).getByText(/自然人: 一 23 \+ 二 0 ≠ 三\(七\) 0 \+ 四 0/);
  await expect(broken).toBeVisible();
  await expect(cell(page, RECEIVED)).toHaveAttribute('aria-invalid', 'true');
  await expect(cellBar(page)).toContainText('系统汇总 0 · 现填 23');
  await cellBar(page).getByRole('button', { name: '恢复系统数' }).click();
  await expect(broken).toHaveCount(0);
  await expect(cell(page, RECEIVED)).toHaveValue('0');

  // A figure changed by hand asks why, and keeps both.
  await cell(page, IN_FORCE).fill(String(Number(counted) + 1));
  await expect(findingsOf(page).getByText(/没有写明改动原因/)).toBeVisible();
  const why = cellBar(page).getByRole('textbox', { name: /^改动原因/ });
  const saved = autosaved(page);
  await why.fill('一件纸质文件没有录入系统');
  await expect(findingsOf(page).getByText(/没有写明改动原因/)).toHaveCount(0);
  const changes = page.getByRole('region', { name: '与系统数不同的格子' });
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await saved;
  await expect(changes).toContainText('演示·编辑');

  // What may have a reason gets one; then nothing keeps the report from review.
  const open = findingsOf(page).getByRole('textbox', { name: /^说明/ });
  await expect(open.first()).toBeVisible();
  for (const reason of await open.all()) await reason.fill('本单位没有这项业务');
  await expect(findingsOf(page)).toContainText(/勾稽关系全部成立；\d+ 条提示都写了说明/);
  // The tables scroll inside their own frame.
  const box = await editor.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(await barriers(page, 'section[aria-label="统计表"]')).toEqual([]);

  await page.getByRole('button', { name: '保存草稿' }).click();
  await takeStep(page, '提交审查', '待保密审查');
  await expect(editor).toContainText('已经提交审查，统计表不能改');
  await expect(cell(page, RECEIVED)).toHaveJSProperty('readOnly', true);
  await expect(reviewPanel(page)).toContainText('演示·编辑');
});
