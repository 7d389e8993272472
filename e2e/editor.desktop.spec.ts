import { expect, test, type Page } from '@playwright/test';
import { richText } from './admin-form';
import { serial } from './sample';
import { restAs, signIn, textOf } from './staff';

/** What Word puts on the clipboard: looks, a heading, a merged cell, a picture from its own disk. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
  <h1><span style="font-family:黑体">一、总体要求</span></h1>
  <p class=MsoNormal><b>第一条</b><span style="color:red">　为规范管理，制定本办法。</span><o:p></o:p></p>
  <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp;</span></span><![endif]>分工负责。</p>
  <table><tr><td colspan=2><p>项目</p></td></tr><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>
  <img src="file:///C:/tu.png"></body></html>`;

const body = (page: Page) => richText(page, '正文');

/** As the browser does when somebody presses Ctrl-V after copying in Word. */
const paste = (page: Page, html: string) =>
  body(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);

const autosaved = (page: Page) =>
  page.waitForResponse((response) => response.url().includes('autosave=true') && response.ok());

test('what an editor pastes from Word keeps its structure, and is saved without being asked', async ({
  page,
}) => {
  const title = `粘贴而来的办法 ${serial()}`;
  await signIn(page, 'editor');
  await page.goto('/admin/collections/documents/create');
  await page.getByLabel('标题').fill(title);
  await body(page).click();
  const saved = autosaved(page);
  await paste(page, FROM_WORD);
  await expect(body(page).getByRole('heading', { name: '一、总体要求' })).toBeVisible();
  await expect(body(page).locator('strong', { hasText: '第一条' })).toBeVisible();
  await expect(body(page)).toContainText('（一） 分工负责。');
  await expect(body(page).locator('td[colspan="2"], th[colspan="2"]')).toHaveText('项目');
  await expect(body(page).locator('[style*="color: red"]')).toHaveCount(0);
  await expect(page.getByText('1 张图片没有粘贴进来')).toBeVisible();
  await saved;

  const address = page.url();
  await page.goto('/admin');
  await page.goto(address);
  await expect(page.getByLabel('标题')).toHaveValue(title);
  await expect(body(page).getByRole('heading', { name: '一、总体要求' })).toBeVisible();
});

test('an editor sees a draft on the page that it will have, and the public does not', async ({
  page,
  browser,
  baseURL,
}) => {
  const title = `只供预览的通知 ${serial()}`;
  const editor = await restAs('editor', baseURL);
  const made = await editor.post('/api/documents?draft=true', {
    data: { title, kind: 'notice', body: textOf('预览中的正文。') },
  });
  const { doc } = await made.json();
  await signIn(page, 'editor');
  await page.goto(`/api/preview?collection=documents&id=${doc.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(page.getByRole('complementary', { name: '预览提示' })).toContainText('还没有公开');
  await expect(page.getByRole('main')).toContainText('预览中的正文。');

  const visitor = await (await browser.newContext()).newPage();
  const answer = await visitor.goto(page.url());
  expect(answer?.status()).toBe(404);

  await page.getByRole('button', { name: '退出预览' }).click();
  await expect(page.getByRole('complementary', { name: '预览提示' })).toHaveCount(0);
  await editor.dispose();
});

test('a second editor is told that somebody has the text open', async ({
  page,
  browser,
  baseURL,
}) => {
  const admin = await restAs('editor', baseURL);
  const made = await admin.post('/api/documents?draft=true', {
    data: { title: `两个人同时打开 ${serial()}`, kind: 'notice', body: textOf('正文。') },
  });
  const { doc } = await made.json();
  const address = `/admin/collections/documents/${doc.id}`;
  await signIn(page, 'editor');
  await page.goto(address);
  // The admin takes a text for somebody's who has been writing in it for ten seconds.
  await expect
    .poll(
      async () => {
        await page.getByLabel('标题').fill(`第一个人在改 ${serial()}`);
        const locks = await admin.get(
          `/api/payload-locked-documents?where[document.value][equals]=${doc.id}`,
        );
        return (await locks.json()).totalDocs;
      },
      { timeout: 40_000, intervals: [2_000] },
    )
    .toBe(1);

  const second = await (await browser.newContext()).newPage();
  await signIn(second, 'clerk');
  await second.goto(address);
  await expect(second.getByText(/正在编辑|已锁定/).first()).toBeVisible();
  await admin.dispose();
});
