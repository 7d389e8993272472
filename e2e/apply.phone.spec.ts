import { expect, test, type Browser, type Page } from '@playwright/test';
import { choose, dayIn, save } from './admin-form';
import { fillApplication, openCase, readReceipt, SAMPLE_CARD } from './application-form';
import { serial, visitorAddress } from './sample';
import { sidewaysScroll } from './screen';
import { signIn } from './staff';

test.describe('applying for information that was not published', () => {
  test('a citizen mends the form, applies, follows the case and reads the reply', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const wanted = `${serial()} 号路灯改造项目的验收报告`;
    const citizen = await newVisitor(browser);

    await citizen.goto('/applications');
    await citizen.getByRole('link', { name: '填写申请' }).click();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('填写公开申请');

    await citizen.getByLabel('姓名或者单位名称').fill('示例·周某');
    await citizen.getByLabel('证件种类').selectOption({ label: '居民身份证' });
    await citizen.getByLabel('证件号码').fill('110105194912310021');
    await citizen.getByLabel('内容描述').fill('请提供验收结论和决算金额。');
    await citizen.getByRole('button', { name: '提交申请' }).click();

    const summary = citizen.getByRole('alert').filter({ hasText: '请先改正下面的问题' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveText([
      '身份证号码与校验位不符，可能有一位填错了。请对照证件逐位核对。',
      '请至少填写联系电话和电子邮箱中的一项，我们要与你确认申请、送达答复。',
      '请选择获取信息的方式。',
      '请选择获取信息的途径。',
    ]);
    await expect(citizen.getByLabel('姓名或者单位名称')).toHaveValue('示例·周某');
    await expect(citizen.getByLabel('证件种类')).toHaveValue('id-card');
    await expect(citizen.getByLabel('证件号码')).toHaveValue('110105194912310021');
    await expect(citizen.getByLabel('内容描述')).toHaveValue('请提供验收结论和决算金额。');

    await summary.getByRole('link', { name: '身份证号码与校验位不符' }).click();
    await expect(citizen.getByLabel('证件号码')).toBeFocused();
    await citizen.getByLabel('证件号码').fill(SAMPLE_CARD);
    await citizen.getByLabel('联系电话').fill('0795-0000123');
    await citizen.getByLabel('信息名称').fill(wanted);
    await citizen.getByLabel('电子文件').check();
    await citizen.getByLabel('在本网站凭查询码查看').check();
    await citizen.getByRole('button', { name: '提交申请' }).click();

    const { number, code } = await readReceipt(citizen);
    await expect(citizen).toHaveTitle(/^申请已提交/);

    await citizen.getByRole('link', { name: '查询办理进度' }).click();
    await openCase(citizen, number, code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已提交，待确认');
    await expect(citizen.getByText('答复期限从确认的次日起算')).toBeVisible();

    const officer = await newDesk(browser);
    await signIn(officer, 'officer');
    await officer.goto(`/admin/collections/applications?search=${number}`);
    await expect(officer.getByRole('columnheader', { name: '答复期限' })).toBeVisible();
    await officer.getByRole('row', { name: wanted }).getByRole('link', { name: number }).click();
    await choose(officer, '办理状态', '已确认收到');
    await save(officer);
    await expect(dayIn(officer, 'dueOn')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);

    await citizen.reload();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已确认收到');
    await expect(citizen.getByText('还有 20 个工作日')).toBeVisible();

    await officer.getByRole('button', { name: '答复', exact: true }).click();
    await choose(officer, '答复类型', '予以公开');
    await officer.getByLabel('查明的事实').fill('该项目已于本年验收，验收报告由本机关制作并保存。');
    await officer.getByLabel('答复内容与理由').fill('现将验收报告提供给你，随本答复书附送。');
    await choose(officer, '办理状态', '已答复');
    await save(officer);

    await citizen.reload();
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已答复');
    const reply = citizen.getByRole('region', { name: '答复' });
    await expect(reply).toContainText('答复类型：予以公开');
    await expect(reply).toContainText('示例·周某：');
    await expect(reply).toContainText(number);
    await expect(reply).toContainText('现将验收报告提供给你');
    await expect(reply).toContainText('60 日内，向宜春市人民政府申请行政复议');
    await expect(reply).toContainText('向宜丰县人民法院提起行政诉讼');
    expect(await sidewaysScroll(citizen)).toBe(0);
  });

  test('the form posts and gives a receipt where no script runs', async ({ browser }) => {
    const citizen = await newVisitor(browser, { javaScriptEnabled: false });
    await citizen.goto('/applications/new');
    await citizen.getByRole('button', { name: '提交申请' }).click();
    await expect(citizen.getByText('请填写你的姓名，与证件上的一致。').first()).toBeVisible();

    await fillApplication(citizen, `${serial()} 号校车服务采购合同`);
    await citizen.getByRole('button', { name: '提交申请' }).click();
    const { number, code } = await readReceipt(citizen);
    await citizen.goto('/applications/status');
    await openCase(citizen, number, code);
    await expect(citizen.getByRole('heading', { level: 1 })).toHaveText('已提交，待确认');
  });

  test('a wrong query code tells nothing of the case', async ({ browser }) => {
    const stranger = await newVisitor(browser);
    await stranger.goto('/applications/status');
    await openCase(stranger, 'YF2026-00001-1', 'AAAA-BBBB');
    await expect(stranger.getByRole('alert').filter({ hasText: '请先改正' })).toContainText(
      '回执编号里可能有一位抄错了，请核对。',
    );
    await stranger.goto('/applications/new');
    await fillApplication(stranger, `${serial()} 路公交时刻表`);
    await stranger.getByRole('button', { name: '提交申请' }).click();
    const { number } = await readReceipt(stranger);
    await stranger.context().clearCookies();
    await stranger.goto('/applications/status');
    await openCase(stranger, number, 'AAAA-BBBB');
    await expect(stranger.getByRole('alert').filter({ hasText: '请先改正' })).toContainText(
      '回执编号和查询码对不上，请核对后再试。',
    );
    await expect(stranger.getByText('待确认')).toHaveCount(0);
    await stranger.goto('/applications/status/case');
    await expect(stranger).toHaveURL(/\/applications\/status$/);
  });
});

/** Somebody with a phone who was never here. */
async function newVisitor(browser: Browser, more: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-For': visitorAddress() },
    ...more,
  });
  return context.newPage();
}

async function newDesk(browser: Browser): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, isMobile: false, hasTouch: false });
  return context.newPage();
}
