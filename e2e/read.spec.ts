import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';

const DOCUMENT = '宜丰县城区机动车停车管理办法';

test('a reader finds a document through the filters, reads its interpretation and comes back', async ({
  page,
}) => {
  await readThroughFilters(page);
});

test('the filters and the pages behind them work where no script runs', async ({ browser }) => {
  const page = await withoutScript(browser);
  await readThroughFilters(page);
});

test('a reader goes from a topic to its documents', async ({ page }) => {
  await page.goto('/topics');
  const topic = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first();
  const name = await topic.innerText();
  await topic.click();
  await expect(heading(page)).toHaveText(name);
  const item = page.getByRole('main').locator('a[href^="/documents/"]').first();
  const title = await item.innerText();
  await item.click();
  await expect(heading(page)).toContainText(title);
});

test('the annual report of 2020 gives its figures as tables with named rows and columns', async ({
  page,
}) => {
  await page.goto('/annual-reports');
  await page.getByRole('main').getByRole('link', { name: '2020' }).first().click();
  await expect(heading(page)).toContainText('2020');
  const table = page.getByRole('table', { name: '收到和处理政府信息公开申请情况' }).first();
  await expect(
    table.getByRole('rowheader', { name: '本年新收政府信息公开申请数量' }),
  ).toBeVisible();
  await expect(table.getByRole('columnheader', { name: '自然人' })).toBeVisible();
});

test('a reader changes to English and back without losing the place', async ({ page }) => {
  await page.goto('/search?q=停车');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/search\?q=/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('combobox').last()).toHaveValue('停车');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('a page that a link brings in shares no id with the frame that stayed', async ({ page }) => {
  await page.goto('/disclosure');
  await page.getByRole('main').getByRole('link', { name: '政府信息公开制度' }).first().click();
  await expect(heading(page)).toHaveText('政府信息公开制度');
  const doubles = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(doubles).toEqual([]);
});

test('the keyboard alone skips to the text and reaches the search', async ({ page }) => {
  await page.goto('/documents');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.goto('/');
  const box = page.getByRole('combobox', { name: '想查什么' });
  await tabTo(page, box);
  await page.keyboard.type('停车');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(
    page.getByRole('main').getByRole('link', { name: DOCUMENT, exact: true }),
  ).toBeVisible();
});

test('published answers have no page behind the last, on which there would seem to be none', async ({
  request,
}) => {
  expect((await request.get('/applications/answers')).status()).toBe(200);
  expect((await request.get('/applications/answers?page=99')).status()).toBe(404);
});

test('a printed document is the document alone', async ({ page }) => {
  await page.goto(`/search?q=${DOCUMENT}`);
  await page.getByRole('main').getByRole('link', { name: DOCUMENT, exact: true }).click();
  await expect(heading(page)).toContainText(DOCUMENT);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('search').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: '下载 Word' })).toBeHidden();
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText('第一条').first()).toBeVisible();
});

async function readThroughFilters(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: '全部政府文件' }).first().click();
  await expect(heading(page)).toHaveText('政府文件');
  const filters = page.getByRole('form', { name: '筛选文件' });
  const fold = filters.getByRole('checkbox', { name: '筛选文件' });
  if (await fold.isVisible()) await fold.check();
  await filters.getByRole('group', { name: '体裁' }).getByLabel('规范性文件').check();
  await filters.getByLabel('尚未生效').check();
  await filters.getByRole('button', { name: '按条件筛选' }).click();
  await expect(page.getByRole('list', { name: '已选条件' })).toContainText('尚未生效');

  await page.getByRole('main').getByRole('link', { name: DOCUMENT }).first().click();
  await expect(heading(page)).toContainText(DOCUMENT);
  await page.getByRole('region', { name: '政策解读' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/interpretations\//);
  await page
    .getByRole('region', { name: '解读的文件' })
    .getByRole('link', { name: DOCUMENT })
    .click();
  await expect(heading(page)).toContainText(DOCUMENT);
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

async function withoutScript(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

/** Presses Tab until the element has the focus; a reader would give up after some thirty stops. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}
