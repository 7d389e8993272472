import { expect, test, type Page } from '@playwright/test';
import { Office, openWaiting, reviewPanel, takeStep } from './review-steps';
import { rareWord, serial } from './sample';
import { restAs, signIn, textOf } from './staff';

/** A document of the demo's editor that must be explained. */
const normative = (word: string) => ({
  title: `${word}保护办法`,
  number: `宜府办发〔2026〕${serial()}号`,
  kind: 'normative',
  body: textOf(`为了保护${word}，制定本办法。`),
});
const explains = (word: string, document: number | string) => ({
  title: `一图看懂${word}怎么保护`,
  form: 'text',
  documents: [document],
  body: textOf(`看见${word}怎么办？请拨打巡护电话。`),
});

test('a clerk passes a text only when each attachment was opened and ticked', async ({
  page,
  baseURL,
}) => {
  const word = rareWord();
  const office = await Office.open(baseURL);
  const files: (number | string)[] = [];
  for (const name of ['巡护路线', '联系人名单']) {
    const uploaded = await office.editor.post('/api/files?depth=0', {
      multipart: {
        _payload: JSON.stringify({ title: `${word}${name}` }),
        file: { name: `${serial()}.txt`, mimeType: 'text/plain', buffer: Buffer.from(name) },
      },
    });
    expect(uploaded.status(), await uploaded.text()).toBe(201);
    files.push((await uploaded.json()).doc.id);
  }
  const notice = { ...normative(word), title: `${word}巡护通知`, kind: 'notice' };
  const { id } = await office.draft('documents', { ...notice, attachments: files });
  await office.take('documents', id, 'submit');

  await signIn(page, 'clerk');
  await openWaiting(page, notice.title);
  const panel = reviewPanel(page);
  await expect(panel.getByRole('link', { name: `打开 ${word}巡护路线` })).toBeVisible();
  await panel.getByRole('checkbox', { name: `${word}巡护路线` }).check();
  await panel.getByRole('button', { name: '审查通过', exact: true }).click();
  await expect(page.getByText(`还有附件没有审查：“${word}联系人名单”`)).toBeVisible();
  await panel.getByRole('checkbox', { name: `${word}联系人名单` }).check();
  await takeStep(page, '审查通过', '待审批');
  await expect(panel).toContainText(`当时的附件：${word}巡护路线、${word}联系人名单`);
  // The step leads to the version that it speaks of.
  await expect(panel.getByRole('link', { name: '看当时的版本' }).first()).toHaveAttribute(
    'href',
    new RegExp(`/admin/collections/documents/${id}/versions/`),
  );
  await office.close();
});

test('a document and its interpretation go out together or not at all', async ({
  page,
  browser,
  baseURL,
}) => {
  const word = rareWord();
  const office = await Office.open(baseURL);
  const document = await office.approved('documents', normative(word));
  const interpretation = await office.draft('interpretations', explains(word, document.id));

  await signIn(page, 'leader');
  await page.goto(`/admin/collections/documents/${document.id}`);
  const panel = reviewPanel(page);
  await expect(panel).toContainText('还没批准');
  await panel.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText(`还有没批准的：“${interpretation.title}”`)).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  expect((await visitor.goto(`/documents/${document.slug}`))?.status()).toBe(404);

  await office.take('interpretations', interpretation.id, 'submit', 'examine', 'approve');
  await page.reload();
  await takeStep(page, '发布', '已发布');
  await visitor.goto(`/documents/${document.slug}`);
  await expect(
    visitor
      .getByRole('region', { name: '政策解读' })
      .getByRole('link', { name: interpretation.title }),
  ).toBeVisible();
  // Who answers for it stands under the text.
  await expect(visitor.getByRole('main')).toContainText(/编辑 .*保密审查 .*签发 /);
  await office.close();
});

test('a text goes out by itself at the hour that was set for it', async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  const word = rareWord();
  const office = await Office.open(baseURL);
  const notice = { ...normative(word), title: `${word}定时通知`, kind: 'notice' };
  const { id, slug } = await office.approved('documents', notice);
  const releaseAt = new Date(Date.now() + 5_000).toISOString();
  const set = await office.leader.patch(`/api/documents/${id}?draft=true&depth=0`, {
    data: { releaseAt },
  });
  expect(set.status(), await set.text()).toBe(200);
  await signIn(page, 'editor');
  await page.goto(`/admin/collections/documents/${id}`);
  await expect(reviewPanel(page)).toContainText('已批准，定时发布');
  // The job looks once a minute.
  await expect
    .poll(async () => (await page.request.get(`/documents/${slug}`)).status(), {
      timeout: 150_000,
      intervals: [2_000],
    })
    .toBe(200);
  await page.reload();
  await expect(reviewPanel(page)).toContainText('按定时发布的时间自动发布');
  await office.close();
});

test('a leader withdraws for a reason, and the address says so in both languages', async ({
  page,
  browser,
  baseURL,
}) => {
  const word = rareWord();
  const office = await Office.open(baseURL);
  const notice = { ...normative(word), title: `${word}有误通知`, kind: 'notice' };
  const { id, slug } = await office.published('documents', notice);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/documents/${slug}`);
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(notice.title);

  await signIn(page, 'leader');
  await page.goto(`/admin/collections/documents/${id}`);
  page.on('dialog', (dialog) => void dialog.accept());
  const panel = reviewPanel(page);
  await panel.getByRole('button', { name: '撤下', exact: true }).click();
  await expect(page.getByText('撤下公开的内容要写明理由')).toBeVisible();
  await panel.getByLabel('撤下的理由').fill('巡护电话有误');
  await takeStep(page, '撤下', '已撤下');

  await visitor.goto(`/documents/${slug}`);
  await expect(visitor.getByRole('main')).toContainText('这份内容已撤下');
  await expect(visitor.getByRole('main')).toContainText('巡护电话有误');
  await visitor.goto(`/en/documents/${slug}`);
  await expect(visitor.getByRole('main')).toContainText('This text was withdrawn');
  await visitor.goto(`/search?q=${word}`);
  await expect(visitor.getByRole('status').filter({ hasText: '找到' })).toBeVisible();
  await expect(visitor.getByRole('main').getByRole('link', { name: notice.title })).toHaveCount(0);
  await office.close();
});

test('a clerk passes several texts with one opinion and is told of each', async ({
  page,
  baseURL,
}) => {
  const word = rareWord();
  const office = await Office.open(baseURL);
  const titles: string[] = [];
  for (const part of ['甲', '乙', '丙']) {
    const notice = { ...normative(word), title: `${word}通知${part}`, kind: 'notice' };
    const { id } = await office.draft('documents', notice);
    // The third is not submitted, so its step is refused.
    if (part !== '丙') await office.take('documents', id, 'submit');
    titles.push(notice.title);
  }
  await signIn(page, 'clerk');
  await page.goto(`/admin/collections/documents?search=${word}&limit=10`);
  for (const title of titles) await tick(page, title);
  const batch = page.getByRole('region', { name: '批量办理' });
  await expect(batch).toContainText('已选 3 份');
  await batch.getByLabel('意见').fill('整批审查，不涉及国家秘密');
  await batch.getByRole('button', { name: '审查通过', exact: true }).click();
  await expect(batch).toContainText('2 份已办，1 份没有办');
  await expect(batch.getByRole('listitem').filter({ hasText: titles[2] })).toContainText('没有办');
  await office.close();
});

test('nobody signs twice, whatever roles the account has', async ({ baseURL }) => {
  const office = await Office.open(baseURL);
  const { id } = await office.draft('documents', { ...normative(rareWord()), kind: 'notice' });
  const editor = await restAs('editor', baseURL);
  const answer = await editor.patch(`/api/documents/${id}?draft=true&depth=0`, {
    data: { review: { action: 'examine' } },
  });
  expect(answer.status()).toBe(403);
  await editor.dispose();
  await office.close();
});

const tick = (page: Page, title: string) =>
  page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
