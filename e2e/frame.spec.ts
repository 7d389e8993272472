import { expect, test, type Browser, type Page } from '@playwright/test';
import { sidewaysScroll } from './screen';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('without script a reader goes from the frame to a field, a township and whom to ask there', async ({
  browser,
}) => {
  const page = await withoutScript(browser);
  await page.goto('/disclosure/grassroots');
  const row = page.getByRole('row').filter({ hasText: '养老服务' });
  await expect(row).toContainText('项有内容');
  await row.getByRole('link', { name: '养老服务' }).click();
  await page.getByLabel('乡镇（场）公开的内容').selectOption('xinchang');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await expect(page).toHaveURL(/township=xinchang/);
  await page.getByRole('link', { name: '查看它的全部领域' }).click();
  await expect(heading(page)).toHaveText('宜丰县新昌镇人民政府政务公开');
  await page.getByRole('link', { name: '机构职责和联系方式' }).click();
  await expect(page.getByRole('region', { name: '职能依据' })).toContainText('组织法');
  await page.context().close();
});

test('without script a reader finds how much a township published in a field, and comes to just that', async ({
  browser,
  viewport,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  await page.goto('/disclosure/grassroots/matrix');
  expect(await sidewaysScroll(page)).toBe(0);
  if ((viewport?.width ?? 0) < 720) {
    // No table of eighteen columns on a phone: a township is chosen first.
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('link', { name: '宜丰县芳溪镇人民政府' }).click();
    await expect(heading(page)).toHaveText('宜丰县芳溪镇人民政府政务公开');
    const row = page.getByRole('row').filter({ hasText: '救灾' });
    await expect(row).toContainText('1 件');
    await expect(row).toContainText('2020年4月16日');
    await row.getByRole('link').click();
  } else {
    const table = page.getByRole('table');
    const head = await table.getByRole('columnheader').allInnerTexts();
    const row = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '救灾' }) });
    const cell = row.getByRole('cell').nth(head.indexOf('芳溪镇') - 1);
    await expect(cell).toHaveText(/1 件\s*2020-04-16\s*7 项未发布\s*1 项超期/);
    await cell.getByRole('link').click();
  }
  await expect(page).toHaveURL(/disaster-relief\?township=fangxi/);
  await expect(page.getByText('共公开 1 件文件')).toBeVisible();
  await expect(
    page.getByRole('link', { name: /芳溪镇小型水库和山塘防汛责任人公告/ }),
  ).toBeVisible();
  await context.close();
});

test('the table of all fields, its file and the page of a field give the same numbers', async ({
  request,
}) => {
  const csv = await (await request.get('/lists/grassroots.csv')).text();
  const rows = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
  expect(rows).toHaveLength(26 * 17);
  const sumOf = (some: string[][], column: number) =>
    some.reduce((sum, cells) => sum + Number(cells[column]), 0);
  const table = textOf(await (await request.get('/disclosure/grassroots/matrix')).text());
  const total = /各领域相加\s*([\d,]+) 件/.exec(table)?.[1]?.replace(',', '');
  expect(Number(total)).toBe(sumOf(rows, 2));
  for (const [name, code] of [
    ['养老服务', 'elder-care'],
    ['救灾', 'disaster-relief'],
  ]) {
    const field = textOf(await (await request.get(`/disclosure/catalogue/${code}`)).text());
    const own = rows.filter(([called]) => called === name);
    expect(field, name).toContain(`共公开 ${sumOf(own, 2)} 件文件`);
  }
});

test('a field that there is not is not named in the title of the answer', async ({ request }) => {
  const answer = await request.get('/disclosure/catalogue/no-such-field');
  expect(answer.status()).toBe(404);
  const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1];
  expect(title).not.toContain('no-such-field');
});

test('a reader is asked before a link leaves government, and nobody is forwarded', async ({
  page,
  request,
}) => {
  await page.goto('/leave?to=https%3A%2F%2Fwww.example.com%2Fa%3Fb%3D1');
  await expect(heading(page)).toHaveText('你将离开本站');
  await expect(page.getByText('https://www.example.com/a?b=1')).toBeVisible();
  const link = page.getByRole('link', { name: '前往 www.example.com' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  for (const to of ['javascript:alert(1)', 'https://www.gov.cn@www.example.com/', '//a.example']) {
    const response = await request.get(`/leave?to=${encodeURIComponent(to)}`, { maxRedirects: 0 });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain('没有可以前往的网址');
  }
});

test('the keyboard alone reaches the parts of taking part, and each says in its head where it stands', async ({
  page,
}) => {
  await page.goto('/');
  const door = page.getByRole('link', { name: '问政府·找错' });
  await door.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('互动交流');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '写信问政府' })).toBeVisible();
  await expect(page.locator('meta[name="ColumnName"]')).toHaveAttribute('content', '互动交流');
  const loaded = await (await page.request.get('/participate')).text();
  expect(loaded.match(/rel="canonical"/g)).toHaveLength(1);
});

test('a link that is pressed the moment it can be leaves nothing of the page before in the head', async ({
  page,
}) => {
  // React takes over the tags of a page last: whoever is quicker left them behind, each beside the next page's.
  await page.addInitScript(() => {
    const timer = setInterval(() => {
      const link = document.querySelector<HTMLElement>('a[href="/disclosure/guide"]');
      if (!link || !Object.keys(link).some((key) => key.startsWith('__reactProps'))) return;
      clearInterval(timer);
      link.click();
    }, 1);
  });
  await page.goto('/disclosure');
  await expect(page).toHaveURL(/\/disclosure\/guide$/);
  await expect(heading(page)).toContainText('政府信息公开指南');
  const canonical = page.locator('head link[rel="canonical"]');
  await expect(canonical).toHaveCount(1);
  await expect(canonical).toHaveAttribute('href', /\/disclosure\/guide$/);
  await expect(page.locator('head meta[name="description"]')).toHaveCount(1);
  await expect(page.locator('head link[hreflang="en"]')).toHaveCount(1);
  await expect(page).toHaveTitle(/政府信息公开指南/);
});

test('a number on the page of statutory contents is the number of its list', async ({ page }) => {
  await page.goto('/disclosure/statutory');
  for (const id of ['categories', 'themes']) {
    const item = page
      .locator(`section#${id} li, #${id} li`)
      .filter({ has: page.getByRole('link') });
    const first = item.first();
    const count = /([\d,]+) 件/.exec(await first.innerText())?.[1];
    const address = await first.getByRole('link').getAttribute('href');
    const list = await page.request.get(address ?? '');
    expect(await list.text(), `${id}: ${address}`).toContain(`共 ${count} 条`);
  }
});

test('search engines find an index of files that hold every document', async ({ request }) => {
  const index = await (await request.get('/sitemap.xml')).text();
  expect(index).toContain('/sitemaps/documents-1.xml');
  const documents = await request.get('/sitemaps/documents-1.xml');
  expect(documents.headers()['content-type']).toContain('xml');
  expect(await documents.text()).toContain('/documents/yifeng-2026-elder-care-measures</loc>');
  expect((await request.get('/sitemaps/documents-9.xml')).status()).toBe(404);
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml');
});

async function withoutScript(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

/** As a reader sees it: mark-up and comments between words are none. */
const textOf = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/ +/g, ' ');
