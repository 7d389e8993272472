import { expect, test, type Page } from '@playwright/test';

const QUESTION = '孩子上小学一年级要准备哪些材料？';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.getByRole('main');

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a question in people’s words is answered at once, and leads to its source and its service', async ({
    page,
  }) => {
    await page.goto('/search?q=一年级报名要带什么');
    const answer = page.getByRole('region', { name: QUESTION });
    await expect(answer).toContainText('这个问题已有解答');
    await expect(answer).toContainText('一般只需要在网上填一张登记表');
    await answer.getByRole('link', { name: '看完整解答' }).click();
    await expect(heading(page)).toHaveText(QUESTION);
    const sources = page.getByRole('region', { name: '依据', exact: true });
    await expect(sources).toContainText('有效');
    await expect(sources.getByRole('link', { name: /登记材料/ })).toHaveAttribute(
      'href',
      /#section-5$/,
    );
    await page.getByRole('link', { name: '小学一年级新生入学登记' }).click();
    for (const part of [
      '申请条件',
      '办理材料',
      '办理地点',
      '办理时间',
      '联系电话',
      '办理流程',
      '设定依据',
    ])
      await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: '0795-0000142' })).toHaveAttribute(
      'href',
      'tel:0795-0000142',
    );
  });

  test('services are filtered with counts that hold, and a matter goes step by step across agencies', async ({
    page,
  }) => {
    await page.goto('/services?audience=business');
    await expect(main(page).getByText('共 3 项。')).toBeVisible();
    await expect(main(page).getByRole('heading', { level: 2 })).toContainText([
      '农机购置补贴申请',
      '企业开办',
      '食品经营许可',
    ]);
    await page.goto('/services');
    await main(page).getByRole('link', { name: '新生儿出生一件事' }).click();
    await expect(main(page)).toContainText('共 5 步，涉及 4 个机关。');
    await expect(main(page)).toContainText('合计不超过 1 个工作日');
    await main(page).getByRole('link', { name: '新生儿户口登记' }).click();
    await expect(heading(page)).toHaveText('新生儿户口登记');
    await expect(page.getByRole('link', { name: '到 www.jxzwfww.gov.cn 办理' })).toBeVisible();
  });

  test('a proposal is found by session and result, with its reply and the days it took', async ({
    page,
  }) => {
    await page.goto('/proposals?year=2025&result=c');
    await main(page).getByRole('link', { name: '关于建设县级博物馆的提案' }).click();
    await expect(main(page)).toContainText('98 天');
    await expect(main(page)).toContainText('超过期限');
    await expect(page.getByRole('region', { name: '答复', exact: true })).toContainText(
      '县图书馆三楼',
    );
    await page.goto('/proposals?result=open');
    await expect(main(page).getByText('共 1 件，已答复 0 件。')).toBeVisible();
  });

  test('an answer whose document lapsed says so before it is read', async ({ page }) => {
    await page.goto('/questions?theme=land-energy');
    await expect(main(page)).toContainText('依据已失效，答案待更新');
    await main(page).getByRole('link', { name: '农村建房的宅基地最多能批多大？' }).click();
    await expect(main(page)).toContainText('办事前请先向答复机关核实');
    await expect(page.getByRole('region', { name: '依据', exact: true })).toContainText('失效');
  });
});

test('the keyboard alone finds a service by the words for it and opens it', async ({ page }) => {
  await page.goto('/services');
  const box = main(page).getByRole('combobox', { name: '要办什么事' });
  await box.focus();
  await page.keyboard.type('领结婚证');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/services\?q=/);
  const found = main(page).getByRole('link', { name: '内地居民结婚登记' });
  await expect(found).toBeVisible();
  await found.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('内地居民结婚登记');
});

test('lists are taken along under the filters of the page', async ({ request }) => {
  const csv = await (
    await request.get('/lists/proposals.csv?year=2026&proposerKind=member')
  ).text();
  expect(csv).toContain('关于支持竹产业技术改造的提案');
  expect(csv).not.toContain('关于建设县级博物馆的提案');
  const feed = await (await request.get('/feeds/questions.atom')).text();
  expect(feed).toContain(QUESTION);
});
