import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sidewaysScroll } from './screen';

const MEASURES = '宜丰县城区机动车停车管理办法';
const NUMBER = '宜府发〔2026〕6号';

test('the keyboard goes through the suggestions, opens one, or sends what was typed', async ({
  page,
}) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: '想查什么' });
  await box.focus();
  await box.pressSequentially('停车');
  const list = page.getByRole('listbox', { name: '输入建议' });
  const options = list.getByRole('option');
  await expect(options.filter({ hasText: MEASURES }).first()).toBeVisible();
  const count = await options.count();
  await expect(page.getByRole('status').filter({ hasText: `有 ${count} 条建议` })).toBeAttached();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  const first = list.getByRole('option', { selected: true });
  await expect(box).toHaveAttribute(
    'aria-activedescendant',
    (await first.getAttribute('id')) ?? '',
  );
  await expect(box).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(box).toHaveValue('停车');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=/);
  await expect(heading(page)).toHaveText('“停车”的搜索结果');

  const again = page.getByRole('main').getByRole('combobox');
  await again.fill('机动车停车管理');
  await expect(options.first()).toContainText(MEASURES);
  await again.press('ArrowDown');
  await again.press('Enter');
  await expect(heading(page)).toContainText(MEASURES);
});

test('a receipt number is sent nowhere while it is typed, and leads to where it is asked about', async ({
  page,
}) => {
  const number = 'YF2026-00001-7';
  const sent: string[] = [];
  await page.goto('/search');
  page.on('request', (request) => sent.push(request.url()));
  const box = page.getByRole('main').getByRole('combobox');
  await box.pressSequentially(number);
  const option = page.getByRole('main').getByRole('option');
  await expect(option).toHaveText(/查询办理进度.*凭编号和查询码/);
  expect(sent.filter((url) => url.includes(number.slice(0, 8)))).toEqual([]);
  await box.press('Enter');
  await expect(page).toHaveURL('/search?receipt=application');
  const there = page.getByRole('main').getByRole('link', { name: '查询办理进度' });
  await expect(there).toHaveAttribute('href', '/applications/status');
  expect(await page.content()).not.toContain(number);
  expect(await barriers(page)).toEqual([]);
  await there.click();
  await expect(heading(page)).toHaveText('查询办理进度');
});

test('a suggestion is taken by pressing it, and shown for what is in the field alone', async ({
  page,
}) => {
  await page.goto('/search');
  const box = page.getByRole('main').getByRole('combobox');
  const options = page.getByRole('main').getByRole('option');
  await box.fill('没有哪个标题是这样的');
  await box.fill('停车');
  await box.fill('');
  await box.fill('停车管理办法');
  await expect(options.first()).toContainText('停车管理办法');
  await options.filter({ hasText: NUMBER }).click();
  await expect(heading(page)).toContainText(MEASURES);
});

test('a document number, however it is written, is answered by its document', async ({ page }) => {
  for (const typed of [NUMBER, '宜府发[2026]6号', '宜府发 2026 6']) {
    await ask(page, typed);
    const answer = page.getByRole('region', { name: MEASURES });
    await expect(answer).toContainText('文号一致的文件');
    await expect(answer).toContainText(NUMBER);
    await expect(answer).toContainText('尚未生效');
    await expect(results(page).filter({ hasText: MEASURES })).toHaveCount(1);
  }
  await page.getByRole('region', { name: MEASURES }).getByRole('link', { name: MEASURES }).click();
  await expect(heading(page)).toContainText(MEASURES);
});

test('an article is answered by its text, and the way leads to its place', async ({ page }) => {
  await ask(page, `${MEASURES}第十条`);
  const answer = page.getByRole('region', { name: MEASURES });
  await expect(answer.getByText(/^第十条　/)).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await answer.getByRole('link', { name: '在原文中看第十条' }).click();
  await expect(page).toHaveURL(/#article-10$/);
  await expect(page.locator('#article-10')).toBeInViewport();
});

test('an article asked in digits is answered without being said to be found in part', async ({
  page,
}) => {
  await ask(page, `${MEASURES}第 25 条`);
  await expect(
    page.getByRole('region', { name: MEASURES }).getByText(/^第二十五条　/),
  ).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^找到/ })).not.toContainText(
    '没有哪一条',
  );
  await ask(page, `停车 -${MEASURES}第10条`);
  await expect(page.getByRole('region', { name: MEASURES })).toHaveCount(0);
});

test('a printed list of results says what was chosen', async ({ page }) => {
  await page.goto(
    `/search?${new URLSearchParams({ q: '停车', year: '2026', collection: 'documents' })}`,
  );
  await page.emulateMedia({ media: 'print' });
  const printed = { useInnerText: true };
  await expect(page.getByRole('list', { name: '已选条件' })).toHaveText('2026', printed);
  await expect(page.getByRole('navigation', { name: '内容' })).toHaveText(
    /^政府文件 \d+$/,
    printed,
  );
});

test('a result shows the passage that answers, and where it stands', async ({ page }) => {
  await ask(page, '桥下空间 临时停车场');
  const result = page.getByRole('listitem').filter({ hasText: '桥下空间' }).first();
  await expect(result.locator('mark').first()).toBeVisible();
  await result.getByRole('link', { name: '第十条' }).click();
  await expect(page).toHaveURL(/#article-10$/);
});

test('pinyin is read as the characters that it stands for, and a slip is asked about', async ({
  page,
}) => {
  await ask(page, 'tingche');
  await expect(page.getByText(/没有找到“tingche”，已按“停车”搜索/)).toBeVisible();
  await expect(main(page).getByRole('link', { name: MEASURES, exact: true })).toBeVisible();
  await expect(main(page).getByRole('link', { name: '仍要搜索“tingche”' })).toBeVisible();
  await ask(page, '停车管里办法');
  await expect(page.getByRole('strong').filter({ hasText: /^停车管理办法$/ })).toBeVisible();
});

test('a count beside a filter is what the filter gives, and every filter can be taken off', async ({
  page,
}) => {
  await ask(page, '管理');
  const all = await total(page);
  const kinds = page.getByRole('navigation', { name: '内容' });
  const documents = kinds.getByRole('link', { name: /^政府文件/ });
  const ofDocuments = lastNumber(await documents.innerText());
  await documents.click();
  await expect(documents).toHaveAttribute('aria-current', 'true');
  expect(await total(page)).toBe(ofDocuments);

  const form = page.getByRole('form', { name: '筛选' });
  const fold = form.getByRole('checkbox', { name: '筛选', exact: true });
  if (await fold.isVisible()) await fold.check();
  const kind = form.getByRole('group', { name: '体裁' }).getByRole('checkbox').first();
  const label = await kind.locator('..').innerText();
  await kind.check();
  await form.getByRole('button', { name: '按条件筛选' }).click();
  const chosen = page.getByRole('list', { name: '已选条件' });
  await expect(chosen).toContainText(label.split('\n')[0] ?? '');
  expect(await total(page)).toBe(lastNumber(label));

  // Every option that the page offers now, asked for one by one. Folded away, an option has no role.
  const refold = form.getByRole('checkbox', { name: '筛选', exact: true });
  if (await refold.isVisible()) await refold.check();
  const options = await form.getByRole('checkbox').evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const { name, value, checked } = box as HTMLInputElement;
      const count = Number(box.parentElement?.innerText.split('\n').at(-1)?.replaceAll(',', ''));
      return name && !checked && name !== 'kind' ? [{ name, value, count }] : [];
    }),
  );
  expect(options.length).toBeGreaterThan(5);
  for (const { name, value, count } of options.slice(0, 12)) {
    const address = new URL(page.url());
    address.searchParams.append(name, value);
    const html = await (await page.request.get(address.pathname + address.search)).text();
    expect([name, value, /role="status"[^>]*>找到 ([\d,]+) 条/.exec(html)?.[1]]).toEqual([
      name,
      value,
      String(count),
    ]);
  }

  await chosen
    .getByRole('link', { name: /^去掉条件/ })
    .first()
    .click();
  await expect(chosen).toBeHidden();
  await kinds.getByRole('link', { name: /^全部/ }).click();
  await expect(documents).not.toHaveAttribute('aria-current');
  expect(await total(page)).toBe(all);
});

test('newest and oldest first are the same results the other way round', async ({ page }) => {
  await ask(page, '停车');
  const days = () =>
    main(page)
      .locator('h2 ~ p time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  const order = page.getByRole('navigation', { name: '排序' });
  for (const [name, sign] of [
    ['最新', -1],
    ['最早', 1],
  ] as const) {
    await order.getByRole('link', { name }).click();
    await expect(order.getByRole('link', { name })).toHaveAttribute('aria-current', 'true');
    const found = await days();
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual([...found].sort((a, b) => sign * a.localeCompare(b)));
  }
});

test('a search can be taken along as a file and followed as a feed', async ({ page }) => {
  await ask(page, '停车');
  const count = await total(page);
  await expect(page.getByText(/最多下载前 [\d,]+ 条/)).toBeVisible();
  for (const format of ['CSV', 'XLSX', 'JSON']) {
    const link = page.getByRole('link', { name: `下载本列表 ${format}` });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect([format, answer.status(), answer.headers()['x-total-count']]).toEqual([
      format,
      200,
      String(count),
    ]);
  }
  const head = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  const address = new URL((await head.getAttribute('href')) ?? '', page.url());
  const shown = page.getByRole('link', { name: '订阅（Atom）' });
  expect(await shown.getAttribute('href')).toBe(address.pathname + address.search);
  const feed = await page.request.get(address.pathname + address.search);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  const text = await feed.text();
  expect(text.match(/<entry>/g)).toHaveLength(count);
  expect(text).toContain(MEASURES);
});

test('an empty result says which filter is in the way, and carries the question to an application', async ({
  page,
}) => {
  await page.goto(`/search?${new URLSearchParams({ q: '停车', year: '1999' })}`);
  const wider = main(page).getByRole('link', { name: /^不限年份，有 \d+ 条/ });
  const count = /有 (\d+) 条/.exec(await wider.innerText())?.[1];
  expect(await barriers(page)).toEqual([]);
  await wider.click();
  await expect(page).not.toHaveURL(/year=/);
  expect(await total(page)).toBe(Number(count));

  await ask(page, '“不存在的词语 zzzzqqqq”');
  await expect(main(page).getByRole('link', { name: '不存在的词语', exact: true })).toBeVisible();

  await ask(page, 'zzzzqqqq');
  await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toBeVisible();
  await main(page).getByRole('link', { name: '申请公开' }).click();
  await expect(page).toHaveURL(/informationTitle=/);
});

test('all of it works where no script runs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  const box = page.getByRole('searchbox', { name: '想查什么' });
  await box.fill(NUMBER);
  await box.press('Enter');
  await expect(page.getByRole('region', { name: MEASURES })).toContainText('文号一致的文件');
  await page
    .getByRole('navigation', { name: '内容' })
    .getByRole('link', { name: /^政策解读/ })
    .click();
  await expect(page).toHaveURL(/collection=interpretations/);
  await page.goto('/search?q=停车');
  const form = page.getByRole('form', { name: '筛选' });
  const fold = form.getByRole('checkbox', { name: '筛选', exact: true });
  if (await fold.isVisible()) await fold.check();
  await form.getByLabel('2026').check();
  await form.getByRole('button', { name: '按条件筛选' }).click();
  await expect(page.getByRole('list', { name: '已选条件' })).toContainText('2026');
  await context.close();
});

test('nothing that can be typed into the box is an error, or wider than the screen', async ({
  page,
}) => {
  const typed = [
    '"',
    'AND OR NOT',
    "'; DROP TABLE heads; --",
    '停车*^:()',
    '〔〕',
    '\u202e停',
    'a'.repeat(200),
  ];
  for (const text of [...typed, '停车管理'.repeat(40)]) {
    const address = `/search?${new URLSearchParams({ q: text })}`;
    const response = await page.goto(address);
    expect([text, response?.status()]).toEqual([text, 200]);
    expect([text, await sidewaysScroll(page)]).toEqual([text, 0]);
    const suggested = await page.request.get(
      `/api/v1/suggest?${new URLSearchParams({ q: text.slice(0, 100) })}`,
    );
    expect([text, suggested.status()]).toEqual([text, 200]);
  }
});

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

const main = (page: Page): Locator => page.getByRole('main');

const results = (page: Page): Locator => main(page).getByRole('heading', { level: 2 });

const ask = (page: Page, question: string) =>
  page.goto(`/search?${new URLSearchParams({ q: question })}`);

async function total(page: Page): Promise<number> {
  const told = page.getByRole('status').filter({ hasText: /^找到/ });
  return Number(/找到 ([\d,]+) 条/.exec(await told.innerText())?.[1]?.replaceAll(',', ''));
}

const lastNumber = (text: string): number => Number(/(\d+)\s*$/.exec(text)?.[1]);

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} ${target.join(' ')}`),
  );
}
