import { expect, test, type Page } from '@playwright/test';
import { sidewaysScroll } from './screen';

const CITING = '/documents/yifeng-2020-repeal-decision';
const CITED = '宜丰县行政规范性文件管理办法';

test('a reader follows a citation in a text to the document, and finds the way back there', async ({
  page,
}) => {
  await openLinked(page, CITING);
  await page
    .getByRole('article')
    .getByRole('link', { name: `《${CITED}》`, exact: true })
    .click();
  await expect(heading(page)).toContainText(CITED);
  const citers = page.getByRole('region', { name: '被引用' }).or(page.locator('#cited-by'));
  await citers.first().getByRole('link').first().click();
  await expect(heading(page)).toContainText('2020年规范性文件修改、废止和失效情况的通知');
});

test('a citation of a repealed document says so in words', async ({ page }) => {
  await openLinked(page, CITING);
  const repealed = page.getByRole('article').getByRole('link', { name: /宜府字〔2019〕2号.*废止/ });
  await expect(repealed).toHaveAttribute(
    'title',
    /宜丰县人民政府关于城区燃放烟花爆竹管理的通告.*废止/,
  );
});

test('an amendment leads to the articles that it amends', async ({ page }) => {
  await openLinked(page, '/documents/yifeng-2021-government-investment-amendment');
  const article = page.getByRole('article').locator('a[href$="#article-9"][title]').first();
  await article.click();
  await expect(page).toHaveURL(
    /\/documents\/yifeng-2019-government-investment-measures#article-9$/,
  );
  await expect(page.locator('#article-9')).toBeInViewport();
});

test('who cites a document stands on a page of its own, in both languages', async ({ page }) => {
  const address = '/documents/yifeng-2019-government-investment-measures/cited-by';
  await page.goto(address);
  await expect(heading(page)).toHaveText('被引用');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  await page.goto(`/en${address}`);
  await expect(heading(page)).toHaveText('Cited by');
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Citations are found by a job after publication: the page is asked again until it has them. */
async function openLinked(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('article').locator('a[title]').first()).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 30_000 });
}
