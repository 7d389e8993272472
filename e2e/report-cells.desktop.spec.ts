import { expect, test, type Locator } from '@playwright/test';
import { autosaved, barriers, cell, cellBar, editorOf, RECEIVED } from './report-tables';
import { restAs, signIn } from './staff';

const RECEIVED_TOTAL = '一、本年新收政府信息公开申请数量，总计';

/** As the browser does when somebody presses Ctrl-V after copying cells. */
const paste = (target: Locator, text: string) =>
  target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test('an editor moves through the tables and pastes into them as in a spreadsheet', async ({
  page,
  baseURL,
}) => {
  const rest = await restAs('editor', baseURL);
  const { user } = await (await rest.get('/api/users/me?depth=0')).json();
  const made = await rest.post('/api/annual-reports?draft=true&depth=0', {
    data: { agency: user.agency, year: 2021 },
  });
  const { doc } = await made.json();
  await rest.dispose();
  await signIn(page, 'editor');
  await page.goto(`/admin/collections/annual-reports/${doc.id}`);

  await cell(page, RECEIVED).focus();
  await paste(cell(page, RECEIVED), '１2\t1,000\t0\t0\t0\t0\n0\t0\t0\t0\t\t0\n');
  await expect(editorOf(page)).toContainText('粘贴了 12 个格子');
  await expect(
    cell(page, '一、本年新收政府信息公开申请数量，法人或其他组织，商业企业'),
  ).toHaveValue('1,000');
  await expect(
    cell(page, '二、上年结转政府信息公开申请数量，法人或其他组织，法律服务机构'),
  ).toHaveValue('');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(cell(page, '二、上年结转政府信息公开申请数量，自然人')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('约20件');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(cellBar(page)).toContainText('“约20件”读不出，没有存；表里仍是1,000');
  await page.keyboard.type('88 件');
  await editorOf(page).getByRole('button', { name: '合计自动求和' }).click();
  await expect(cell(page, RECEIVED_TOTAL)).toHaveValue('100');
  await autosaved(page);
  await page.reload();
  await expect(cell(page, RECEIVED_TOTAL)).toHaveValue('100');

  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barriers(page, 'section[aria-label="统计表"]', ['color-contrast'])).toEqual([]);
});
