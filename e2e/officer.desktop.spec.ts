import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { serial } from './sample';
import { restAs, signIn } from './staff';

const panelOf = (page: Page) => page.getByRole('region', { name: '办理', exact: true });

/** Walks with the Tab key until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 300; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not reach it');
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Chooses in one of the admin's selects without a mouse. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  const field = page
    .locator('.field-type:is(.select, .relationship)')
    .filter({ has: page.locator('label', { hasText: new RegExp(`^${label}\\W*$`) }) });
  await type(page, field.getByRole('combobox'), option);
  await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Opens the form of an action from the keyboard and sends it, after what else it takes. */
async function act(
  page: Page,
  action: string,
  status: string,
  fill: (form: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  const panel = panelOf(page);
  await press(page, panel.getByRole('button', { name: action, exact: true }));
  const form = panel.getByRole('group', { name: action });
  // Whoever opened it stands in it.
  await expect(form.getByRole('heading', { name: action })).toBeFocused();
  await fill(form);
  await press(page, form.getByRole('button', { name: `办理：${action}` }));
  await expect(panel.getByText(`已办“${action}”，现在是“${status}”。`)).toBeVisible();
  await expect(panel.getByRole('heading', { level: 2, name: status })).toBeFocused();
}

/** What is ours on the page; what is wrong with the admin around it is its makers’. */
async function barriers(page: Page, selector: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('an officer handles a case with the keyboard alone, from the counter to the archive', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const title = `测试事项${serial()}的办理结果`;
  await signIn(page, 'officer');

  // Intake: the rule of the channel stands above the form, and what only the rules write is not there.
  await page.goto('/admin/collections/applications/create');
  const intake = page.getByRole('region', { name: '登记收到的申请' });
  await expect(intake).toContainText('以提交之日为收到之日');
  await expect(page.getByLabel('回执编号')).toHaveCount(0);
  await type(page, page.getByLabel('所需信息名称'), title);
  await pick(page, '获取方式', '电子文件');
  await pick(page, '获取途径', '当面领取');
  await pick(page, '承办机关', '宜丰县财政局');
  await press(page, page.getByRole('button', { name: '申请人', exact: true }));
  await pick(page, '申请人类别', '自然人');
  await type(page, page.locator('#field-name'), '测试·张某');
  await press(page, page.getByRole('button', { name: '保存', exact: true }));
  await expect(page).toHaveURL(/\/applications\/[0-9a-f]+$/);
  const address = page.url();

  const panel = panelOf(page);
  await expect(panel).toContainText('还有 20 个工作日');
  await press(page, panel.getByText('期限是怎么算的'));
  await expect(panel).toContainText('当面提交，这一天是收到申请之日。');
  expect(await barriers(page, 'section[aria-label="办理"]')).toEqual([]);

  // A query code for whoever stands at the counter, shown once.
  await press(page, panel.getByRole('button', { name: '发查询码' }));
  await expect(panel.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)).toBeVisible();
  await act(page, '分办', '办理中');

  // The reply is seen before it goes to the legal review; what is typed survives a refusal.
  await act(page, '拟写答复书', '待法制审核', async (form) => {
    await press(page, form.getByRole('button', { name: '看文书' }));
    await expect(form.getByRole('alert')).toContainText('还缺');
    await tabTo(page, form.getByLabel('答复类型'));
    // The first kind: 予以公开.
    await page.keyboard.press('ArrowDown');
    // The applicant wants a file, and none was uploaded: that is asked.
    await tabTo(page, form.getByLabel(/没有公开件/));
    await page.keyboard.press('Space');
    await type(page, form.getByLabel('查明的事实'), '经检索，本机关保存有该信息。');
    await type(page, form.getByLabel('答复内容与理由'), '现予以公开，见附件。');
    await press(page, form.getByRole('button', { name: '看文书' }));
    await expect(form.getByRole('region', { name: /将要发出的文书/ })).toContainText(title);
  });

  for (const [role, heading, action, status] of [
    ['counsel', '待法制审核的答复书', '法制审核通过', '待签批'],
    ['leader', '待签批的答复书', '签批', '待发出'],
  ] as const) {
    const context = await browser.newContext();
    const colleague = await context.newPage();
    await signIn(colleague, role);
    await expect(colleague.getByRole('heading', { name: new RegExp(heading) })).toBeVisible();
    await colleague.goto(address);
    await act(colleague, action, status);
    await context.close();
  }

  // What colleagues did meanwhile is told, and what was typed is kept.
  await press(page, panel.getByRole('button', { name: '记一笔', exact: true }));
  const note = panel.getByRole('group', { name: '记一笔' });
  await type(page, note.getByLabel('理由'), '申请人来电询问进度');
  await press(page, note.getByRole('button', { name: '办理：记一笔' }));
  await expect(note.getByRole('alert')).toContainText('办了“签批”');
  await press(page, note.getByRole('button', { name: '载入最新情况，保留我填的内容' }));
  await expect(note.getByRole('status')).toContainText('已载入最新情况');
  await expect(note.getByLabel('理由')).toHaveValue('申请人来电询问进度');
  await press(page, note.getByRole('button', { name: '办理：记一笔' }));
  await expect(panel.getByText('已办“记一笔”')).toBeVisible();

  await act(page, '发出答复书', '已答复');
  const letters = panel.getByRole('region', { name: '文书', exact: true });
  await press(page, letters.getByRole('button', { name: /^看“予以公开答复书/ }));
  await expect(letters).toContainText('经检索，本机关保存有该信息。');
  const download = page.waitForEvent('download');
  await press(page, letters.getByRole('link', { name: /DOCX$/ }));
  expect((await download).suggestedFilename()).toMatch(/\.docx$/);

  await act(page, '登记送达', '已送达');
  await act(page, '归档', '已归档');
  await expect(panel).toContainText('申请人来电询问进度');
  await expect(panel.getByRole('listitem').filter({ hasText: '法制审核通过' })).toBeVisible();
});

test('the desk shows what is due, leads to each case, and filters without script', async ({
  browser,
  page,
}) => {
  await signIn(page, 'officer');
  await page.goto('/admin/collections/applications');
  await page.getByRole('link', { name: '打开办理台，按期限看' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '依申请公开办理台' })).toBeVisible();
  expect(await barriers(page, 'main')).toEqual([]);

  const cookies = await page.context().cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  await still.goto('/admin/applications-desk');
  const desk = still.getByRole('region', { name: '依申请公开办理台' });
  await expect(desk.getByRole('row')).not.toHaveCount(0);
  await still.getByLabel('申请渠道').selectOption('fax');
  await still.getByRole('button', { name: '筛选' }).click();
  await expect(still).toHaveURL(/channel=fax/);
  // On a day off the next working day is still to come, and the wait not over.
  const unconfirmed = /等待双方确认|还没有与申请人确认/;
  await expect(desk.getByRole('cell', { name: unconfirmed }).first()).toBeVisible();
  await still
    .getByRole('navigation', { name: '依申请公开办理台' })
    .getByRole('link', { name: '期限停止计算' })
    .click();
  await expect(still).toHaveURL(/group=stopped/);
  // A kept address of somebody who has nothing to do any more does not look like an empty office.
  await still.goto('/admin/applications-desk?assignee=999999');
  await expect(still.getByLabel('承办人')).toHaveValue('999999');
  await expect(desk.or(still.getByText('这里没有申请。')).first()).toBeVisible();
  await plain.close();
});

test('a copy begun as one for release is looked through as one, and what stands against it stays in sight', async ({
  baseURL,
  page,
}) => {
  const officer = await restAs('officer', baseURL);
  const filed = await officer.post('/api/applications?depth=0', {
    data: {
      informationTitle: `测试名单${serial()}`,
      form: 'electronic',
      delivery: 'in-person',
      channel: 'in-person',
      applicantKind: 'natural',
      name: '测试·王某',
    },
  });
  expect(filed.status(), await filed.text()).toBe(201);
  const { id } = (await filed.json()).doc;
  const copy = async (...hidden: string[]) => ({
    name: `名单${serial()}.docx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await Packer.toBuffer(
      new Document({
        creator: '测试·李某',
        sections: [
          {
            children: [
              new Paragraph('名单'),
              ...hidden.map(
                (text) => new Paragraph({ children: [new TextRun({ text, vanish: true })] }),
              ),
            ],
          },
        ],
      }),
    ),
  });

  await signIn(page, 'officer');
  await page.goto(`/admin/collections/applications/${id}`);
  await panelOf(page).getByRole('link', { name: '添加公开件' }).click();
  await expect(page.locator('#field-purpose')).toContainText('公开件');
  // The server has heard of the purpose: there is a place for what the check will find.
  await expect(page.getByText('检查结果', { exact: true })).toBeVisible();
  await page.locator('#field-title').fill('公开的名单');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await copy('不公开的人'));
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const refused = page.getByRole('alert').getByText(/正文有 5 个隐藏的字/);
  await expect(refused).toBeVisible();
  // The remark over the form goes by itself; this one is there as long as it is needed.
  await expect(page.getByText(/正文有 5 个隐藏的字/)).toHaveCount(1);
  await expect(refused).toBeVisible();

  await page.locator('.file-field__remove').click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await copy());
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page).toHaveURL(/case-files\/[0-9a-f]+$/);
  await expect(page.getByText(/文件里记着作者/)).toBeVisible();
  await expect(page.getByText(/请逐页通读一遍/)).toBeVisible();
  await officer.dispose();
});
