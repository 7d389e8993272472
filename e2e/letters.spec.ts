import { expect, test, type Browser, type Page } from '@playwright/test';
import { fillLetter, goOn, openLetter, readLetterReceipt, send } from './letter-form';
import { rareWord, serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';
import { restAs } from './staff';

test.describe('writing to the office', () => {
  test.setTimeout(90_000);

  test('a letter without script is mended, sent, followed, answered and rated', async ({
    browser,
    baseURL,
  }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await citizen.goto('/letters');
    await citizen.getByRole('link', { name: '写信', exact: true }).first().click();
    await citizen.getByLabel('标题').fill('请看附件');
    await citizen.getByLabel('内容', { exact: true }).fill('字'.repeat(50_000));
    await goOn(citizen);
    const summary = summaryOf(citizen);
    await expect(summary).toContainText('请选择来信类别。');
    await expect(summary).toContainText('最多填写 5000 个字，你填写了 50000 个');
    // Nothing that was typed is lost.
    expect((await citizen.getByLabel('内容', { exact: true }).inputValue()).length).toBe(50_000);

    const title = `${rareWord()} ${serial()} <b>路灯</b>`;
    await citizen.getByLabel('求助', { exact: true }).check();
    await citizen.getByLabel('标题').fill(title);
    await citizen
      .getByLabel('内容', { exact: true })
      .fill('<script>alert(1)</script> [点这里](javascript:alert(1)) 路灯不亮。');
    await citizen.getByLabel('怎么称呼你？').fill('示例·周某');
    await citizen.getByLabel('联系电话').fill('0795-0000123');
    await citizen.getByLabel('附件').setInputFiles({
      name: '路灯.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('东门路 12 号杆。'),
    });
    await goOn(citizen);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
    await expect(citizen.getByRole('main')).toContainText(title);
    await expect(citizen.getByRole('main')).toContainText('<script>alert(1)</script>');
    await expect(citizen.getByRole('main')).toContainText('路灯.txt');
    expect(await sidewaysScroll(citizen)).toBe(0);
    await send(citizen);
    const { number, code } = await readLetterReceipt(citizen);

    await openLetter(citizen, number, code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已收到');
    await expect(citizen.getByText(/还有 1\d 个工作日/)).toBeVisible();

    await answer(baseURL, title, '已经派人检修，当晚恢复照明。');
    await citizen.reload();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已答复');
    await expect(citizen.getByRole('region', { name: '答复', exact: true })).toContainText(
      '当晚恢复照明',
    );
    await citizen.getByRole('button', { name: '提交评价' }).click();
    await expect(summaryOf(citizen)).toContainText('请选择一项。');
    await citizen.getByLabel('很满意', { exact: true }).check();
    await citizen.getByRole('button', { name: '提交评价' }).click();
    await expect(citizen.getByText('评价已经提交，谢谢。')).toBeVisible();
    await expect(citizen.getByText('你的评价：很满意')).toBeVisible();
  });

  test('with script the draft is kept, what is public is shown, and a wrong code opens nothing', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser);
    await citizen.goto('/letters/new');
    await citizen.getByLabel('标题').fill('宜丰县养老服务管理办法');
    await expect(citizen.getByText('这些内容也许已经回答了你的问题')).toBeVisible();
    await citizen.reload();
    await expect(citizen.getByLabel('标题')).toHaveValue('宜丰县养老服务管理办法');
    await fillLetter(citizen, `${rareWord()} ${serial()}`);
    await expect(citizen.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
    await send(citizen);
    const { number, code } = await readLetterReceipt(citizen);
    expect(await sidewaysScroll(citizen)).toBe(0);

    const stranger = await newVisitor(browser);
    await openLetter(stranger, number, 'AAAA-BBBB');
    await expect(summaryOf(stranger)).toContainText('编号和查询码对不上');
    await stranger.goto('/letters/status/case');
    await expect(stranger).toHaveURL(/\/letters\/status$/);

    await openLetter(citizen, number, code);
    await citizen.getByText('要撤回，请展开').click();
    await citizen.getByRole('button', { name: '撤回', exact: true }).click();
    await expect(citizen.getByText('已经撤回，不再办理。')).toBeVisible();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已撤回');
  });

  test('a letter becomes an application with what it says', async ({ browser }) => {
    const title = `${rareWord()} ${serial()} 号批复`;
    const citizen = await newVisitor(browser);
    await fillLetter(citizen, title);
    await expect(citizen.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
    await send(citizen);
    const { number, code } = await readLetterReceipt(citizen);
    await openLetter(citizen, number, code);
    await citizen.getByRole('button', { name: '填写公开申请' }).click();
    await expect(citizen).toHaveURL(/\/applications\/new$/);
    await expect(citizen.getByLabel('自然人')).toBeChecked();
    await goOn(citizen);
    await expect(citizen.getByLabel('姓名')).toHaveValue('示例·周某');
    await citizen.goto('/applications/new/what');
    await expect(citizen.getByLabel('信息名称')).toHaveValue(title);
  });
});

test.describe('reporting an error', () => {
  test.setTimeout(90_000);

  test('from a document, by keyboard alone, with the page that it is about', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser);
    await citizen.goto('/documents');
    await citizen.getByRole('main').locator('a[href^="/documents/"]').first().click();
    await expect(citizen).toHaveURL(/\/documents\/[^/?]+$/);
    const path = new URL(citizen.url()).pathname;
    const title = await citizen.getByRole('heading', { level: 1 }).innerText();
    const link = citizen.getByRole('link', { name: '告诉我们' });
    // The script may come a moment after the page.
    await expect(async () => {
      await link.blur();
      await link.focus();
      expect(await link.getAttribute('href')).toContain('from=');
    }).toPass();
    await citizen.keyboard.press('Enter');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('报告错误');
    await expect(citizen.getByLabel('页面网址')).toHaveValue(path);
    await expect(citizen.getByRole('main')).toContainText(title.replace(/\s+/g, ' '));

    await citizen.getByLabel('错别字或表述错误').focus();
    await citizen.keyboard.press('Space');
    await citizen.getByLabel('哪里错了，应该是什么？').focus();
    await citizen.keyboard.type('第二条“宜风县”应为“宜丰县”。');
    await citizen.keyboard.press('Tab');
    await citizen.getByRole('button', { name: '继续', exact: true }).press('Enter');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
    await expect(citizen.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
    await citizen.getByRole('button', { name: '提交', exact: true }).press('Enter');
    const { number, code } = await readLetterReceipt(citizen, '已收到你报告的错误');
    expect(number).toMatch(/^JC/);
    await openLetter(citizen, number, code);
    await expect(citizen.getByRole('main').locator(`a[href="${path}"]`)).toBeVisible();
  });

  test('without script the browser says which page it was, and a foreign one is not taken', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await citizen.goto('/topics');
    await citizen.getByRole('contentinfo').getByRole('link', { name: '政府网站找错' }).click();
    await expect(citizen.getByLabel('页面网址')).toHaveValue('/topics');
    await citizen.goto('/corrections/new?from=https://elsewhere.example/x&title=<img src=x>');
    await expect(citizen.getByText('带来的网址不是本网站的')).toBeVisible();
    await expect(citizen.getByLabel('页面网址')).toHaveValue('');
    await expect(citizen.locator('main img')).toHaveCount(0);
  });

  test('of one’s own record goes its own way and asks whose it is', async ({ browser }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await citizen.goto('/corrections/record');
    await goOn(citizen);
    const summary = summaryOf(citizen);
    await expect(summary).toContainText('更正本人信息要有证据证明记录不准确。');
    await expect(summary).toContainText('请填写证件号码。');
    await expect(citizen.getByLabel('证件号码')).toBeVisible();
  });
});

const summaryOf = (page: Page) => page.getByRole('alert').filter({ hasText: '请先改正' });

/** Somebody who was never here. */
async function newVisitor(browser: Browser, more: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() },
    ...more,
  });
  return context.newPage();
}

/** What the office does, which this journey is not about: passed on, worded by one, sent by another. */
async function answer(baseURL: string | undefined, title: string, text: string): Promise<void> {
  const officer = await restAs('officer', baseURL);
  const counsel = await restAs('counsel', baseURL);
  const query = new URLSearchParams({ 'where[title][equals]': title, depth: '0' });
  const { docs } = await (await officer.get(`/api/letters?${query}`)).json();
  expect(docs).toHaveLength(1);
  const { id, revision } = docs[0] as { id: number; revision: number | undefined };
  const agencies = await (await officer.get('/api/agencies?where[kind][equals]=office')).json();
  const acts = [
    [officer, 'route', { agency: String(agencies.docs[0].id) }],
    [officer, 'draft', { text }],
    [counsel, 'issue', {}],
  ] as const;
  let seen = revision ?? 0;
  for (const [who, action, given] of acts) {
    const done = await who.post(`/api/letters/${id}/actions/${action}`, {
      data: { ...given, revision: seen },
    });
    expect(done.status(), `${action}: ${await done.text()}`).toBe(200);
    seen = (await done.json()).revision;
  }
  await Promise.all([officer.dispose(), counsel.dispose()]);
}
