import { expect, test } from '@playwright/test';
import { serial } from './sample';
import { restAs, textOf } from './staff';

/** Demo documents: provisions that measures replace on 1 January 2027, and a notice that was amended. */
const REPLACED = '/documents/yifeng-2019-parking-provisions';
const REPLACING = '宜丰县城区机动车停车管理办法';
const AMENDED = '/documents/yifeng-2020-fireworks-notice';

test('a reader learns what replaces a document and from which day, and goes there and back', async ({
  page,
}) => {
  await page.goto(REPLACED);
  await expect(page.getByText('变更已记录，尚未生效').first()).toBeVisible();
  const history = page.getByRole('region', { name: '沿革' });
  const entry = history.getByRole('listitem').last();
  await expect(entry).toContainText('2027年1月1日');
  await expect(entry).toContainText('被代替');
  await expect(entry).toContainText('停车收费、共享车位和道路泊位设置要求已由新办法全面规定。');
  await entry.getByRole('link', { name: new RegExp(REPLACING) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(REPLACING);
  const related = page.getByRole('region', { name: '相关文件' });
  await expect(related.getByRole('heading', { name: '代替' })).toBeVisible();
  await related.getByRole('link', { name: /城区停车管理暂行规定/ }).click();
  await expect(page).toHaveURL(new RegExp(`${REPLACED}$`));
});

test('an amended document names the amendment, its provisions and its reason', async ({ page }) => {
  await page.goto(AMENDED);
  const main = page.getByRole('main');
  await expect(main).toContainText(/已被《宜丰县人民政府关于调整城区禁止燃放烟花爆竹区域的通告》/);
  await expect(main).toContainText('涉及的条款：第一条');
  await expect(main).toContainText('城区范围变化，需要调整禁放区域边界。');
});

test('the standing on any day is answered in words, without script', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  const ask = async (day: string) => {
    await page.goto(REPLACED);
    await page.getByLabel('查看某日的效力', { exact: true }).last().fill(day);
    await page.getByRole('button', { name: '查看' }).click();
  };
  await ask('2019-04-01');
  await expect(page.getByText('2019年4月1日，这份文件还没有制定。')).toBeVisible();
  await ask('2019-05-01');
  await expect(page.getByText('2019年5月1日，这份文件尚未生效')).toBeVisible();
  await ask('2026-12-31');
  await expect(page.getByText('2026年12月31日，这份文件有效。')).toBeVisible();
  await ask('2027-01-01');
  await expect(page.getByText('2027年1月1日，这份文件已经废止')).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(REPLACING) })).toBeVisible();
  await page.goto(`${REPLACED}/as-of?date=2027-02-30`);
  await expect(page.getByText(/“2027-02-30”不是一个存在的日期/).first()).toBeVisible();
  await context.close();
});

test('the changes of a year stand in one table, with what decided them', async ({ page }) => {
  await page.goto('/documents');
  await page.getByRole('link', { name: '本年修改、废止和失效的文件' }).click();
  await page.goto('/documents/changes?year=2021');
  const row = page.getByRole('row', { name: /宜丰县政府投资项目管理办法/ }).first();
  await expect(row).toContainText('修改');
  await expect(row).toContainText('2021年6月1日');
  await expect(row.getByRole('link', { name: /关于修改/ })).toBeVisible();
  await page.getByLabel('发文机关').selectOption({ label: '宜丰县人民政府' });
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page).toHaveURL(/agency=county-government/);
  await expect(page.getByRole('row', { name: /宜丰县政府投资项目管理办法/ }).first()).toBeVisible();
});

test('two documents can’t repeal each other, nor share a number', async ({ baseURL }) => {
  const editor = await restAs('editor', baseURL);
  const { user } = await (await editor.get('/api/users/me?depth=0')).json();
  const number = `宜府办发〔2026〕${serial()}号`;
  const create = (data: object) =>
    editor.post('/api/documents?draft=true&depth=0', {
      data: {
        kind: 'normative',
        agency: user.agency,
        body: textOf('为了检验，制定本办法。'),
        ...data,
      },
    });
  const one = (await (await create({ title: '甲检验办法', number })).json()).doc;
  const repeal = (document: unknown) => ({ relations: [{ verb: 'repeals', document }] });
  const two = (await (await create({ title: '乙检验办法', ...repeal(one.id) })).json()).doc;
  const circle = await editor.patch(`/api/documents/${one.id}?draft=true`, {
    data: repeal(two.id),
  });
  expect(circle.status()).toBe(400);
  const [problem] = (await circle.json()).errors[0].data.errors;
  expect(problem.path).toBe('relations.0.document');
  expect(problem.message).toContain(
    '《甲检验办法》废止《乙检验办法》，《乙检验办法》废止《甲检验办法》',
  );
  const twin = await create({ title: '丙检验办法', number });
  expect(twin.status()).toBe(400);
  expect((await twin.json()).errors[0].data.errors[0]).toMatchObject({
    path: 'number',
    message: expect.stringContaining('《甲检验办法》（草稿）'),
  });
});
