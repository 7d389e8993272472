import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import {
  fillApplication,
  goOn,
  openCase,
  readReceipt,
  sampleCard,
  send,
  tellHow,
  tellWhat,
  tellWho,
} from './application-form';
import { serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';

const NOTE = {
  name: '现场照片说明.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('路灯在新昌镇东门路口。'),
};

test.describe('applying for information that was not published', () => {
  test.setTimeout(120_000);

  test('a citizen mends the form, attaches a file, applies, and finds the case', async ({
    browser,
  }) => {
    const wanted = `${serial()} 号路灯改造项目的验收报告`;
    const citizen = await newVisitor(browser);
    await citizen.goto('/applications');
    await citizen.getByRole('link', { name: '填写申请' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('谁来申请？');
    await goOn(citizen);
    await expect(summaryOf(citizen)).toBeFocused();
    await expect(summaryOf(citizen).getByRole('link')).toHaveText(['请选择申请人类别。']);
    await citizen.getByLabel('自然人').check();
    await goOn(citizen);

    await citizen.getByLabel('姓名').fill('示例·周某');
    await citizen.getByLabel('证件种类').selectOption({ label: '居民身份证' });
    await citizen.getByLabel('证件号码').fill('110105194912310021');
    await goOn(citizen);
    await expect(summaryOf(citizen).getByRole('link')).toHaveText([
      '身份证号码与校验位不符，可能有一位填错了。请对照证件逐位核对。',
      '请至少填写联系电话和电子邮箱中的一项，我们要与你确认申请、送达答复。',
    ]);
    await expect(citizen.getByLabel('姓名')).toHaveValue('示例·周某');
    await expect(citizen.getByLabel('证件种类')).toHaveValue('id-card');
    await summaryOf(citizen).getByRole('link', { name: '身份证号码与校验位不符' }).click();
    await expect(citizen.getByLabel('证件号码')).toBeFocused();
    // Told here, and not only where everything is sent.
    await citizen.getByLabel('证件号码').fill('110105206203120026');
    await citizen.getByLabel('联系电话').fill('0795-0000123');
    await goOn(citizen);
    await expect(summaryOf(citizen).getByRole('link')).toHaveText([
      '身份证号码的第 7 至 14 位不是有效的出生日期。请对照证件核对。',
    ]);
    await citizen.getByLabel('证件号码').fill(sampleCard());
    await goOn(citizen);

    await citizen.getByLabel('信息名称').fill(wanted);
    await citizen.getByLabel('附件').setInputFiles(NOTE);
    await citizen.getByRole('button', { name: '上传所选文件' }).click();
    await expect(citizen.getByRole('list', { name: '已上传的附件' })).toContainText(NOTE.name);
    await expect(citizen.getByLabel('信息名称')).toHaveValue(wanted);
    await goOn(citizen);
    await tellHow(citizen);

    await expect(citizen.getByRole('main')).toContainText(wanted);
    await expect(citizen.getByRole('main')).toContainText(NOTE.name);
    expect(await sidewaysScroll(citizen)).toBe(0);
    await citizen.getByRole('link', { name: '修改形式和途径' }).click();
    await citizen.getByLabel('纸质件').check();
    await citizen.getByRole('button', { name: '保存，回到核对' }).click();
    await expect(summaryOf(citizen)).toContainText('纸质件只能邮寄或者当面领取');
    await citizen.getByLabel('当面领取').check();
    await citizen.getByRole('button', { name: '保存，回到核对' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('请核对一遍');
    await expect(citizen.getByText('自动验证完成')).toBeVisible({ timeout: 30_000 });
    await send(citizen);

    const { number, code } = await readReceipt(citizen);
    await expect(citizen).toHaveTitle(/^申请已提交/);
    expect(await sidewaysScroll(citizen)).toBe(0);
    await citizen.getByRole('main').getByRole('link', { name: '查询办理进度' }).click();
    await openCase(citizen, number, code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已提交，待确认');

    // Nothing of it is left in this browser but the receipt, to which the way back into the form leads.
    for (const page of ['check', 'identity']) {
      await citizen.goto(`/applications/new/${page}`);
      expect(await readReceipt(citizen)).toEqual({ number, code });
      await expect(citizen.getByText('这一份已经提交')).toBeVisible();
    }
    await citizen.getByRole('link', { name: '重新填写' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('谁来申请？');
    await expect(citizen.getByText('没有找到你填写的内容')).toHaveCount(0);
    await expect(citizen.getByLabel('自然人')).not.toBeChecked();
    expect(await citizen.evaluate(() => window.sessionStorage.length)).toBe(0);
  });

  test('the form works, files and all, where no script runs', async ({ browser }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await tellWho(citizen);
    await goOn(citizen);
    await expect(summaryOf(citizen)).toContainText('至少填写一项，方便我们查找');
    await citizen.getByLabel('内容描述').fill(`${serial()} 号校车服务采购合同`);
    await citizen
      .getByLabel('附件')
      .setInputFiles([NOTE, { ...NOTE, name: '页面.html', buffer: Buffer.from('<p>') }]);
    await citizen.getByRole('button', { name: '上传所选文件' }).click();
    await expect(citizen.getByText('“页面.html”没有收下').first()).toBeVisible();
    await expect(citizen.getByLabel('内容描述')).toHaveValue(/校车服务采购合同/);
    await citizen.getByRole('button', { name: `删除附件 ${NOTE.name}` }).click();
    await expect(citizen.getByRole('list', { name: '已上传的附件' })).toHaveCount(0);
    await goOn(citizen);
    await tellHow(citizen);
    // A browser that runs no script for a test still hides what stands for those that can't.
    expect(await citizen.content()).toContain('这个浏览器没有运行脚本');
    const ways = citizen.getByRole('region', { name: '其他申请方式' });
    await expect(ways.getByText('办公时间').first()).toBeVisible();
    await expect(ways.getByRole('link', { name: '下载填好的申请表（PDF）' })).toBeVisible();
    await send(citizen);
    const { number, code } = await readReceipt(citizen);
    await citizen.goto('/applications/status');
    await openCase(citizen, number, code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已提交，待确认');
  });

  test('without the sum two are taken a day, and the third is told when and how else', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    for (let i = 0; i < 2; i += 1) {
      await fillApplication(citizen, `${serial()} 号垃圾中转站选址方案`);
      await send(citizen);
      await readReceipt(citizen);
    }
    await fillApplication(citizen, `${serial()} 号垃圾中转站选址方案`);
    await send(citizen);
    await expect(summaryOf(citizen)).toContainText('没有验证就提交的已经达到 2 件');
    await expect(citizen.getByRole('main')).toContainText('号垃圾中转站选址方案');
  });

  test('what is public already is shown before the next page, and may be enough', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await tellWho(citizen);
    await tellWhat(citizen, { wanted: '宜丰县养老服务管理办法' });
    const found = citizen.getByRole('region', { name: '这些文件已经公开，是你要的吗？' });
    await expect(found.getByRole('link', { name: /养老/ }).first()).toBeVisible();
    await found.getByRole('link', { name: /养老/ }).first().click();
    await expect(citizen).toHaveURL(/\/documents\//);
    await citizen.goto('/applications/new');
    await citizen.getByRole('link', { name: '接着填' }).click();
    await citizen.goto('/applications/new/what?found=1');
    await found.getByRole('button', { name: '找到了，不用申请了' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('找到了就好');
    await citizen.goto('/applications/new/what');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('谁来申请？');
  });

  test('with script it is shown while the wish is typed', async ({ browser }) => {
    const citizen = await newVisitor(browser);
    await tellWho(citizen);
    await citizen.getByLabel('信息名称').fill('宜丰县养老服务管理办法');
    await expect(citizen.getByText('这些文件已经公开，是你要的吗？')).toBeVisible();
    await goOn(citizen);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('怎么给你？');
  });

  test('a draft lasts through a reload, another tab and a lost connection', async ({ browser }) => {
    const citizen = await newVisitor(browser);
    await tellWho(citizen);
    const wanted = `${serial()} 号水库除险加固批复`;
    await citizen.getByLabel('信息名称').fill(wanted);
    await expect(citizen.getByText('已保存', { exact: true })).toBeVisible();
    await citizen.reload();
    await expect(citizen.getByLabel('信息名称')).toHaveValue(wanted);
    const other = await citizen.context().newPage();
    await other.goto('/applications/new/what');
    await expect(other.getByLabel('信息名称')).toHaveValue(wanted);
    await other.close();

    await citizen.context().setOffline(true);
    await citizen.getByLabel('内容描述').fill('只要批复文件。');
    await expect(citizen.getByText('连不上网络，刚填的内容先存在这个标签页里')).toBeVisible();
    await goOn(citizen);
    await expect(citizen.getByText('现在连不上网络，没有提交')).toBeVisible();
    await citizen.context().setOffline(false);
    await expect(citizen.getByText('已保存', { exact: true })).toBeVisible({ timeout: 15_000 });
    await citizen.reload();
    await expect(citizen.getByLabel('内容描述')).toHaveValue('只要批复文件。');

    await citizen.getByRole('button', { name: '清除全部内容，重新开始' }).click();
    await expect(citizen.getByText('已经全部清除')).toBeVisible();
    await citizen.goto('/applications/new/what');
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('谁来申请？');
  });

  test('sent twice it is one case with one receipt', async ({ browser }) => {
    const citizen = await newVisitor(browser);
    await fillApplication(citizen, `${serial()} 号公交线路调整方案`);
    const cookies = await citizen.context().cookies();
    await send(citizen);
    const first = await readReceipt(citizen);
    // The same draft again, as after a broken line: the browser still has its key.
    await citizen.context().clearCookies();
    await citizen.context().addCookies(cookies);
    const again = await citizen.request.post('/applications/new/send', { form: { altcha: '' } });
    expect(again.url()).toMatch(/\/applications\/receipt$/);
    await citizen.goto('/applications/receipt');
    expect(await readReceipt(citizen)).toEqual(first);
  });

  test('a page left open in another tab tells that the form was sent, and begins none', async ({
    browser,
  }) => {
    const citizen = await newVisitor(browser);
    await tellWho(citizen);
    await tellWhat(citizen, { wanted: `${serial()} 号校车采购合同` });
    const other = await citizen.context().newPage();
    await other.goto('/applications/new/how');
    await tellHow(citizen);
    await send(citizen);
    const first = await readReceipt(citizen);
    const kept = other.waitForResponse(/\/new\/save$/);
    await other.getByLabel('纸质件').check();
    expect((await kept).status()).toBe(410);
    await goOn(other);
    await expect(other.getByText('这一份已经提交')).toBeVisible();
    expect(await readReceipt(other)).toEqual(first);
  });

  test('a form sent from another site is not carried out', async ({ browser }) => {
    const citizen = await newVisitor(browser);
    await fillApplication(citizen, `${serial()} 号桥梁检测报告`);
    const foreign: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://elsewhere.example' },
    ];
    for (const headers of foreign) {
      for (const what of ['save', 'send']) {
        const address = `/applications/new/${what}`;
        const { status } = await posted(citizen.context(), address, headers);
        expect(status).toBe(403);
      }
    }
  });

  test('a wrong query code tells nothing of the case', async ({ browser }) => {
    const stranger = await newVisitor(browser);
    await stranger.goto('/applications/status');
    await openCase(stranger, 'YF2026-00001-1', 'AAAA-BBBB');
    await expect(summaryOf(stranger)).toContainText('回执编号里可能有一位抄错了，请核对。');
    await fillApplication(stranger, `${serial()} 路公交时刻表`);
    await send(stranger);
    const { number } = await readReceipt(stranger);
    await stranger.context().clearCookies();
    await stranger.goto('/applications/status');
    await openCase(stranger, number, 'AAAA-BBBB');
    await expect(summaryOf(stranger)).toContainText('回执编号和查询码对不上，请核对后再试。');
    await expect(stranger.getByText('待确认')).toHaveCount(0);
    await stranger.goto('/applications/status/case');
    await expect(stranger).toHaveURL(/\/applications\/status$/);
  });
});

const summaryOf = (page: Page) => page.getByRole('alert').filter({ hasText: '请先改正' });

/** Somebody with a phone who was never here. */
async function newVisitor(browser: Browser, more: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() },
    ...more,
  });
  return context.newPage();
}

async function posted(context: BrowserContext, address: string, headers: Record<string, string>) {
  const answer = await context.request.post(address, { form: { do: 'next' }, headers });
  return { status: answer.status() };
}
