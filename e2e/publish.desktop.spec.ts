import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { choose, richText } from './admin-form';
import { Office, openWaiting, takeStep } from './review-steps';
import { rareWord, serial } from './sample';
import { signIn, textOf } from './staff';

/** What the portal promises: found within two seconds of its publication. */
const PROMISED_MS = 2_000;

const AGENCY = '宜丰县人民政府办公室';

test('what three people wrote, examined and approved is found by a word of its body within two seconds', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const word = rareWord();
  const title = `关于做好${word}栖息地巡护工作的通知`;
  const number = `宜府办发〔2026〕${serial()}号`;

  const editor = await (await browser.newContext()).newPage();
  await signIn(editor, 'editor');
  await editor.goto('/admin/collections/documents/create');
  await editor.getByLabel('标题').fill(title);
  await editor.getByLabel('发文字号').fill(number);
  await richText(editor, '正文').click();
  await editor.keyboard.type(`各乡镇要查清${word}的分布，每季度报送一次巡护记录。`);
  await editor.getByRole('button', { name: '著录与分类' }).click();
  await choose(editor, '发文机关', AGENCY);
  await choose(editor, '体裁', '通知公告');
  await editor.getByRole('button', { name: '保存草稿' }).click();
  await expect(editor).toHaveURL(/\/admin\/collections\/documents\/\d+/);
  await takeStep(editor, '提交审查', '待保密审查');

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`/search?q=${word}`);
  await expect(visitor.getByRole('status').filter({ hasText: '找到' })).toBeVisible();
  await expect(visitor.getByRole('main').getByRole('link', { name: title })).toHaveCount(0);

  const clerk = await (await browser.newContext()).newPage();
  await signIn(clerk, 'clerk');
  await openWaiting(clerk, title);
  await expect(clerk.getByText(word).first()).toBeVisible();
  await takeStep(clerk, '审查通过', '待审批');

  const leader = await (await browser.newContext()).newPage();
  await signIn(leader, 'leader');
  await openWaiting(leader, title);
  await takeStep(leader, '批准公开', '已批准');

  await editor.reload();
  const panel = editor.getByRole('region', { name: '审查与审批' });
  const publish = panel.getByRole('button', { name: '发布', exact: true });
  await expect(publish).toBeEnabled();
  const clicked = Date.now();
  await publish.click();
  // The page as it is sent to a visitor, asked for again and again.
  await expect
    .poll(async () => (await visitor.request.get(`/search?q=${word}`)).text(), {
      timeout: PROMISED_MS,
      intervals: [50],
    })
    .toContain(`${number}`);
  console.log(`found ${Date.now() - clicked} ms after the click on 发布`);
  await expect(panel).toContainText('已发布');

  await visitor.reload();
  await visitor.getByRole('main').getByRole('link', { name: title }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(visitor.getByRole('main')).toContainText(`查清${word}的分布`);
  for (const [term, value] of [
    ['发文字号', number],
    ['发文机关', AGENCY],
    ['体裁', '通知公告'],
    ['有效性', '有效'],
    ['索引号', /\d{4}-\d+$/],
  ] as const) {
    await expect(definitionOf(visitor, term), term).toHaveText(value);
  }
  expect(await visitor.context().cookies(), 'a visitor is given no cookie').toEqual([]);

  const docx = await downloadOf(visitor, '下载 Word');
  expect(docx.suggestedFilename()).toBe(`${title}.docx`);
  const { value: inWord } = await mammoth.extractRawText({ path: await docx.path() });
  expect(inWord.replace(/\s/g, '')).toContain(title);
  expect(inWord).toContain(number);
  expect(inWord).toContain(`查清${word}的分布`);

  const text = await downloadOf(visitor, '下载文本');
  expect(text.suggestedFilename()).toBe(`${title}.txt`);
  expect(await readFile(await text.path(), 'utf8')).toContain(`查清${word}的分布`);
});

test('an interpretation stands on the page of its document and leads back to it', async ({
  page,
  baseURL,
}) => {
  const word = rareWord();
  const office = await Office.open(baseURL);
  const document = await office.published('documents', {
    title: `${word}保护办法`,
    number: `宜府办发〔2026〕${serial()}号`,
    kind: 'normative',
    body: textOf(`为了保护${word}，制定本办法。`),
  });
  // A page that was kept before the interpretation came is renewed by its publication.
  await page.goto(`/documents/${document.slug}`);
  await expect(page.getByRole('region', { name: '政策解读' })).toHaveCount(0);
  await office.published('interpretations', {
    title: `一问一答：${word}怎么保护`,
    form: 'qa',
    documents: [document.id],
    questions: [{ question: `看见${word}怎么办？`, answer: '请拨打巡护电话。' }],
  });

  await page.reload();
  await page
    .getByRole('region', { name: '政策解读' })
    .getByRole('link', { name: `一问一答：${word}怎么保护` })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${word}怎么保护`);
  await page
    .getByRole('region', { name: '解读的文件' })
    .getByRole('link', { name: `${word}保护办法` })
    .click();
  await expect(page).toHaveURL(new RegExp(`/documents/${document.slug}$`));
});

test('an editor who publishes past the review is told what to do first', async ({ page }) => {
  const title = `未经审查的通知${serial()}`;
  await signIn(page, 'editor');
  const answers = await page.evaluate(
    async ({ heading, body }) => {
      const send = async (address: string, method: string, content: object) => {
        const response = await fetch(address, {
          method,
          headers: { 'Content-Type': 'application/json', 'Accept-Language': 'zh' },
          body: JSON.stringify(content),
        });
        return { status: response.status, answer: await response.json() };
      };
      const me = await (await fetch('/api/users/me')).json();
      const agency = me.user.agency?.id ?? me.user.agency;
      const document = { title: heading, kind: 'notice', agency, body };
      const draft = await send('/api/documents?draft=true', 'POST', document);
      const { id } = draft.answer.doc;
      return {
        draft,
        publish: await send(`/api/documents/${id}`, 'PATCH', { _status: 'published' }),
        born: await send('/api/documents', 'POST', { ...document, _status: 'published' }),
        signed: await send(`/api/documents/${id}?draft=true`, 'PATCH', {
          review: { action: 'approve' },
        }),
      };
    },
    { heading: title, body: textOf('这份通知还没有送审。') },
  );
  expect(answers.draft.status).toBe(201);
  for (const refused of [answers.publish, answers.born]) {
    expect(refused.status).toBe(403);
    expect(refused.answer.errors[0].message).toBe(
      '还没有批准，不能发布。先提交审查，审查、批准后再发布。',
    );
  }
  expect(answers.signed.status).toBe(403);
  expect(answers.signed.answer.errors[0].message).toContain('你的角色不能办理这一步');

  await page.goto(`/admin/collections/documents/${answers.draft.answer.doc.id}`);
  const panel = page.getByRole('region', { name: '审查与审批' });
  await expect(panel.getByRole('button', { name: '提交审查' })).toBeVisible();
  await expect(panel.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
});

const definitionOf = (page: Page, term: string) =>
  page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) })
    .getByRole('definition');

async function downloadOf(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return download;
}
