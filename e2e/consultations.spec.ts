import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';
import { restAs, signIn } from './staff';

const OPEN = '/consultations/public-rental-housing-revision';

/** A visitor whose address no other journey has, so that no limit is shared. */
const visitor = { extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() } };

const next = (page: Page) => page.getByRole('button', { name: '下一步：核对' });

const numberOf = (page: Page) => page.getByText(/^YJ\d{4}-\d{5}-[\dX]$/);

/** The two keys of the receipt. */
async function expectReceipt(page: Page): Promise<{ number: string; code: string }> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('意见已收到');
  const number = await numberOf(page).innerText();
  const code = await page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).innerText();
  return { number, code };
}

/** What became of a comment, as its writer is told. */
async function follow(page: Page, { number, code }: { number: string; code: string }) {
  await page.goto('/consultations/status');
  await page.getByLabel('回执编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询', exact: true }).click();
}

test('a visitor without script comments on a draft, and a moderator shows it', async ({
  browser,
  page: office,
  baseURL,
}, { project }) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ ...visitor, javaScriptEnabled: false });
  const page = await context.newPage();
  const text = `建议第五条的核对时间再短一些（${serial()}）`;
  await page.goto('/consultations?state=open');
  await page
    .getByRole('link', { name: /公共租赁住房分配和运营管理办法（修订征求意见稿）/ })
    .click();
  await expect(page.getByText(/正在征求意见，.+截止（还有 \d+ 天）/)).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  await page.getByRole('link', { name: '我要提意见' }).click();

  // Too long by far: told how long, and nothing is lost.
  await page.getByLabel('你的意见').fill('字'.repeat(50_000));
  await next(page).click();
  await expect(page.getByRole('alert')).toContainText('意见有 50000 个字，超过了 5000 个字');
  await expect(page.getByLabel('你的意见')).toHaveValue('字'.repeat(50_000));

  await page.getByLabel('你的意见').fill(`<b>${text}</b>\u202e http://example.com`);
  await page.getByLabel('公开时的署名').fill('示例·张某');
  await page.getByLabel('附件', { exact: true }).setInputFiles({
    name: '材料.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('补充材料'),
  });
  await next(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对并提交');
  await expect(page.getByText(`<b>${text}</b> http://example.com`)).toBeVisible();
  await expect(page.getByText('材料.txt')).toBeVisible();
  await page.getByRole('button', { name: '提交意见' }).click();
  const receipt = await expectReceipt(page);
  await follow(page, { ...receipt, code: 'AAAA-2222' });
  await expect(page.getByRole('alert')).toContainText('编号和查询码对不上');
  await follow(page, receipt);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('等待审看');
  expect(await sidewaysScroll(page)).toBe(0);

  await page.goto(OPEN);
  await expect(page.getByText(text)).toHaveCount(0);
  if (project.name === 'desktop') {
    await signIn(office, 'clerk');
    await office
      .getByRole('link', { name: /建议第五条的核对时间/ })
      .first()
      .waitFor();
    await office.goto('/admin/comments-desk');
    const row = office.getByRole('row').filter({ hasText: text });
    await expect(row).toContainText('链接 1 处');
    await expect(row).toContainText('隐藏字符 1 个');
    await expect(row.getByRole('link', { name: '材料.txt' })).toBeVisible();
    const show = office.getByRole('button', { name: '公开', exact: true });
    await row.getByRole('checkbox').check();
    await expect(show).toBeEnabled();
    await show.click();
    await expect(office.getByText('已处理 1 条。')).toBeVisible();
  } else {
    const clerk = await restAs('clerk', baseURL);
    const found = await clerk.get('/api/comments', { params: { 'where[body][contains]': text } });
    const ids = (await found.json()).docs.map(({ id }: { id: number }) => id);
    const answer = await clerk.post('/api/comments/moderate', { data: { ids, to: 'shown' } });
    expect(await answer.json()).toMatchObject({ done: 1 });
  }

  await page.goto(OPEN);
  const shown = page.getByRole('listitem').filter({ hasText: text });
  await expect(shown).toContainText('示例·张某');
  // Mark-up is words, and an address leads nowhere.
  await expect(shown).toContainText(`<b>${text}</b> http://example.com`);
  await expect(shown.getByRole('link')).toHaveCount(0);
  await context.close();
});

test('a visitor comments by the keyboard alone, and learns why the comment is not shown', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() },
  });
  const page = await context.newPage();
  await page.goto(`${OPEN}/comment`);
  await page.getByLabel('你的意见').focus();
  await page.keyboard.type(`支持延长过渡期（${serial()}）`);
  await page.keyboard.press('Tab');
  await page.keyboard.type('第七条');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对并提交');
  await expect(page.getByText('第七条')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).exclude('altcha-widget').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: '提交意见' }).focus();
  await page.keyboard.press('Enter');
  const { number, code } = await expectReceipt(page);

  const clerk = await restAs('clerk', baseURL);
  const found = await clerk.get('/api/comments', {
    params: { 'where[receiptNumber][equals]': number },
  });
  const [{ id }] = (await found.json()).docs;
  const data = { ids: [id], to: 'withheld', reason: 'unrelated' };
  expect(await (await clerk.post('/api/comments/moderate', { data })).json()).toMatchObject({
    done: 1,
  });

  await page.getByRole('link', { name: '查询处理情况' }).press('Enter');
  await expect(page.getByLabel('回执编号')).toHaveValue(number);
  await page.getByLabel('查询码').focus();
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有公开');
  await expect(page.getByText('与征求意见的事项无关')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});

test('a reader sees what came of a consultation, how it differs from before, and the final document', async ({
  page,
}) => {
  await page.goto('/consultations/2026-parking-measures');
  await expect(page.getByText(/结果已于 2026年9月25日 公布/)).toBeVisible();
  const outcome = page.getByRole('region', { name: '意见征集结果' });
  const scope = (await outcome.count()) > 0 ? outcome : page.locator('body');
  await expect(scope.getByRole('row', { name: /取消所有道路停车收费/ })).toContainText('未采纳');
  await expect(page.getByText('停车收费标准听证会')).toBeVisible();
  await page.getByRole('link', { name: '逐字对照草案和现行文件' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('草案与现行文件对照');
  await expect(page.locator('ins').first()).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: '宜丰县城区机动车停车管理办法', exact: true }).click();
  await expect(page).toHaveURL(/\/documents\/yifeng-2026-parking-measures$/);
  const asked = page.getByRole('link', { name: /征求《宜丰县城区机动车停车管理办法/ }).first();
  await expect(asked).toHaveAttribute('href', /\/consultations\/2026-parking-measures$/);

  await page.goto('/consultations/2026-parking-measures/comment');
  await expect(page.getByRole('heading', { name: '现在不能在网上提意见' })).toBeVisible();
});
