import AxeBuilder from '@axe-core/playwright';
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { openCase } from './application-form';
import { serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';
import { restAs } from './staff';

/** WCAG 2.2 AA, and what axe's makers hold to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('the page of a case', () => {
  test('a citizen sees why, completes the application, reads the reply, confirms and rates it', async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const office = await openOffice(baseURL);
    const kept = await office.fileCase();
    const citizen = await newVisitor(browser);
    await citizen.goto('/applications/status');
    await openCase(citizen, kept.number, kept.code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已确认收到');
    await expect(citizen.getByText('还有 20 个工作日')).toBeVisible();
    await citizen.getByText('这个日期是怎么算的').click();
    await expect(citizen.getByText(/当面提交，这一天是收到申请之日/)).toBeVisible();
    const months = citizen.getByRole('table', { name: /^\d{4}年\d{1,2}月$/ });
    await expect(months.first().getByRole('columnheader', { name: '一' })).toBeVisible();
    await expect(months.last().getByRole('cell', { name: /答复期限$/ })).toBeVisible();
    await expect(citizen.getByRole('cell', { name: /第 7 个工作日/ })).toBeVisible();
    expect(await sidewaysScroll(citizen)).toBe(0);
    expect(await barriers(citizen)).toEqual([]);

    // The keys hold in the other language as well: nobody types them twice.
    await citizen.goto('/en/applications/status/case');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('Receipt confirmed');
    await citizen.goto('/applications/status/case');

    await office.act(kept.id, 'request-supplement', { missing: '请说明年度', termOn: inDays(30) });
    await citizen.reload();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('待补正');
    await expect(citizen.getByText('期限现在不计算：等待补正')).toBeVisible();
    const supplement = citizen.getByRole('region', { name: '请你补正' });
    await expect(supplement).toContainText('请说明年度');
    await supplement.getByRole('button', { name: '提交补正' }).click();
    const wrong = citizen.getByRole('alert').filter({ hasText: '请写明内容后再提交。' });
    await expect(wrong).toBeFocused();
    await wrong.getByRole('link').click();
    await expect(supplement.getByLabel('补正内容')).toBeFocused();
    expect(await barriers(citizen)).toEqual([]);
    await supplement.getByLabel('补正内容').fill('2025 年度，全县各乡镇。');
    await supplement.getByLabel('附件').setInputFiles({
      name: '身份证明.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from(`MZ${'\0'.repeat(300)}`),
    });
    await supplement.getByRole('button', { name: '提交补正' }).click();
    await expect(citizen.getByRole('alert').filter({ hasText: '身份证明.exe' })).toBeFocused();
    await expect(supplement.getByLabel('补正内容')).toHaveValue('2025 年度，全县各乡镇。');
    await supplement.getByLabel('附件').setInputFiles({
      name: '说明.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('各乡镇名单'),
    });
    await supplement.getByRole('button', { name: '提交补正' }).click();
    await expectDone(citizen, '补正已经提交');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('办理中');
    await expect(citizen.getByText('还有 20 个工作日')).toBeVisible();

    await office.answer(kept.id);
    await citizen.goto('/applications/status/case');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已答复');
    const letters = citizen.getByRole('region', { name: '收到的文书' });
    await expect(letters).toContainText('现将决算提供给你');
    await expect(letters).toContainText('申请行政复议');
    // Nobody of the office, and nothing of what it says to itself, stands on the page.
    const page = await citizen.content();
    for (const secret of ['经办人', '法制审核', '签批', '陈示例', '请领导批示']) {
      expect(page).not.toContain(secret);
    }
    expect(await barriers(citizen)).toEqual([]);

    const link = letters.getByRole('link', { name: '下载 PDF' }).first();
    const pdf = await citizen.request.get((await link.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect(pdf.headers()['cache-control']).toBe('private, no-store');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const word = citizen.waitForEvent('download');
    await letters.getByRole('link', { name: '下载 Word' }).first().click();
    expect((await word).suggestedFilename()).toMatch(/答复书\.docx$/);
    const stranger = await newVisitor(browser);
    const refused = await stranger.request.get((await link.getAttribute('href')) ?? '', {
      maxRedirects: 0,
    });
    expect(refused.status()).toBe(303);
    expect(refused.headers().location).toBe('/applications/status');

    await citizen.getByRole('button', { name: '确认收到答复书' }).click();
    await expectDone(citizen, '已经记录你收到了答复书');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已送达');
    await citizen.getByRole('button', { name: '提交评价' }).click();
    await expect(citizen.getByRole('alert').filter({ hasText: '请选择一项。' })).toBeFocused();
    await citizen.getByLabel('满意', { exact: true }).check();
    await citizen.getByLabel('想说的话').fill('答得清楚。');
    await citizen.getByRole('button', { name: '提交评价' }).click();
    await expectDone(citizen, '评价已经提交');
    await expect(citizen.getByText('你的评价：满意')).toBeVisible();

    await citizen.getByRole('link', { name: '申请删除个人信息' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('要删除个人信息吗？');
    await expect(citizen.getByText(/最早可以在\d{4}年\d{1,2}月\d{1,2}日删除/)).toBeVisible();
    expect(await barriers(citizen)).toEqual([]);
    await citizen.getByRole('button', { name: '要求删除' }).click();
    await expectDone(citizen, '起删除你的个人信息');
  });

  test('a stale page is told, and what was written stays', async ({ browser, baseURL }) => {
    const office = await openOffice(baseURL);
    const kept = await office.fileCase();
    await office.act(kept.id, 'ask-reasons');
    const citizen = await newVisitor(browser);
    await citizen.goto('/applications/status');
    await openCase(citizen, kept.number, kept.code);
    await citizen.getByRole('textbox', { name: '申请理由' }).fill('写论文需要这些数据。');
    await office.act(kept.id, 'note', { reason: '电话问过' });
    await citizen.getByRole('button', { name: '提交理由' }).click();
    const told = citizen.getByRole('alert').filter({ hasText: '有了新的进展，没有提交成功' });
    await expect(told).toBeFocused();
    await expect(citizen.getByRole('textbox', { name: '申请理由' })).toHaveValue(
      '写论文需要这些数据。',
    );
    // What the office noted for itself is not told; the page is the newest and can be sent.
    await expect(citizen.getByText('电话问过')).toHaveCount(0);
    await expect(citizen.getByRole('textbox', { name: '申请理由' })).toHaveValue(
      '写论文需要这些数据。',
    );
    await citizen.getByRole('button', { name: '提交理由' }).click();
    await expectDone(citizen, '理由已经提交');

    // A supplement of words alone: the field for files stays empty.
    await office.act(kept.id, 'request-supplement', { missing: '请说明年度', termOn: inDays(30) });
    await citizen.reload();
    await citizen.getByLabel('补正内容').fill('2025 年度。');
    await citizen.getByRole('button', { name: '提交补正' }).click();
    await expectDone(citizen, '补正已经提交');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('办理中');
  });

  test('an application is withdrawn after one more question, without script, in English', async ({
    browser,
    baseURL,
  }) => {
    const office = await openOffice(baseURL);
    const kept = await office.fileCase();
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await citizen.goto('/en/applications/status');
    await citizen.locator('[name=number]').fill(kept.number);
    await citizen.locator('[name=code]').fill(kept.code);
    await citizen.locator('main form').getByRole('button').click();
    await expect(citizen.getByText('20 working days left')).toBeVisible();
    await citizen.getByRole('link', { name: 'Withdraw the application' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText(
      'Withdraw the application?',
    );
    await citizen.getByRole('button', { name: 'Withdraw the application' }).click();
    await expect(citizen.getByText('The application is withdrawn')).toBeVisible();
    await expect(citizen).toHaveURL(/done=withdraw#done$/);
    await expect(citizen.getByRole('region', { name: 'Letters to you' })).toContainText('撤回');
    // An address that somebody made up claims nothing.
    await citizen.goto('/en/applications/status/case?done=receive');
    await expect(citizen.getByText('It is recorded that you have the reply.')).toHaveCount(0);
    await citizen.goto('/en/applications/status/case/withdraw');
    await expect(citizen).toHaveURL(/\/status\/case$/);
  });

  test('a fee is told with its amount and its last day', async ({ browser, baseURL }) => {
    const office = await openOffice(baseURL);
    const kept = await office.fileCase();
    await office.act(kept.id, 'ask-reasons');
    await office.act(kept.id, 'receive-reasons', { text: '研究需要' });
    await office.act(kept.id, 'charge', { feeBasis: 'requests', feeCount: 15 });
    const citizen = await newVisitor(browser);
    await citizen.goto('/applications/status');
    await openCase(citizen, kept.number, kept.code);
    const fee = citizen.getByRole('region', { name: '请你缴费' });
    await expect(fee).toContainText('应缴信息处理费 500 元');
    await expect(fee).toContainText(
      /次日起 20 个工作日内缴纳.*最后一天是\d{4}年\d{1,2}月\d{1,2}日/,
    );
    expect(await sidewaysScroll(citizen)).toBe(0);
    expect(await barriers(citizen)).toEqual([]);
  });

  test('the calendar and its reasons are printed though they are folded on the screen', async ({
    browser,
    baseURL,
  }) => {
    const office = await openOffice(baseURL);
    const kept = await office.fileCase();
    const citizen = await newVisitor(browser);
    await citizen.goto('/applications/status');
    await openCase(citizen, kept.number, kept.code);
    const month = citizen.getByRole('table', { name: /^\d{4}年\d{1,2}月$/ }).first();
    await expect(citizen.getByText('还有 20 个工作日')).toBeVisible();
    await expect(month).toBeHidden();
    await citizen.emulateMedia({ media: 'print' });
    await expect(month).toBeVisible();
    await expect(citizen.getByRole('link', { name: '撤回申请' })).toBeHidden();
  });
});

test('who tries many codes for a number is told when to try again', async ({
  browser,
  baseURL,
}) => {
  const office = await openOffice(baseURL);
  const kept = await office.fileCase();
  const stranger = await newVisitor(browser);
  await stranger.goto('/applications/status');
  for (let i = 0; i < 10; i += 1) {
    await stranger.context().setExtraHTTPHeaders({ 'X-Forwarded-For': visitorAddress() });
    await openCase(stranger, kept.number, 'AAAA-BBBB');
    await expect(stranger.getByRole('alert').filter({ hasText: '请先改正' })).toBeVisible();
    await stranger.reload();
  }
  await openCase(stranger, kept.number, kept.code);
  await expect(stranger.getByRole('alert').filter({ hasText: '请先改正' })).toContainText(
    /请在 \d+ 分钟后再试/,
  );
});

/** It is said at the top, first of all, and to who hears the page too. */
async function expectDone(page: Page, words: string): Promise<void> {
  const done = page.locator('#done');
  await expect(done).toContainText(words);
  await expect(done).toBeFocused();
}

type Kept = { id: number; number: string; code: string };

/** The office as its own interface lets it act; its pages are another journey's. */
async function openOffice(baseURL: string | undefined) {
  const officer = await restAs('officer', baseURL);
  const post = async (rest: APIRequestContext, address: string, data: object = {}) => {
    const answer = await rest.post(address, { data });
    expect(answer.status(), `${address} ${await answer.text()}`).toBeLessThan(300);
    return answer.json();
  };
  const act = (id: number, action: string, data: object = {}, rest = officer) =>
    post(rest, `/api/applications/${id}/actions/${action}`, data);
  return {
    act,
    fileCase: async (): Promise<Kept> => {
      const agencies = await officer.get('/api/agencies?where[kind][equals]=department&limit=1');
      const { doc } = await post(officer, '/api/applications', {
        applicantKind: 'natural',
        name: '示例·周某',
        idType: 'id-card',
        idNumber: '11010519491231002X',
        phone: '0795-0000123',
        informationTitle: `${serial()} 号项目决算`,
        form: 'electronic',
        delivery: 'online',
        channel: 'in-person',
        agency: (await agencies.json()).docs[0].id,
      });
      const { queryCode } = await post(officer, `/api/applications/${doc.id}/query-code`);
      return { id: doc.id, number: doc.receiptNumber, code: queryCode };
    },
    answer: async (id: number): Promise<void> => {
      await act(id, 'draft', {
        kind: 'granted',
        facts: '该决算由本机关制作并保存。',
        decision: '现将决算提供给你。',
        withoutFile: true,
      });
      await act(id, 'note', { reason: '请领导批示' });
      await act(id, 'review', {}, await restAs('counsel', baseURL));
      await act(id, 'approve', {}, await restAs('leader', baseURL));
      await act(id, 'issue');
    },
  };
}

async function newVisitor(browser: Browser, more: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() },
    ...more,
  });
  return context.newPage();
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
